"""Kompetensi: kesenjangan terhadap standar jabatan, kesesuaian (job person match), dan hasil uji. Pure.

Law: PermenPANRB 38/2017 (standar kompetensi, level 1-5); PermenPANRB 3/2020. Levels: {kode kompetensi: 1-5}.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

SEN = Decimal("0.01")


class Celah(NamedTuple):
    """One competence of a post: level needed, level had (None: unknown), and the gap (0 or more; None: unknown)."""

    kode: str
    butuh: int
    ada: int | None
    selisih: int | None


def hasil_sah(uji_kompetensi, tanggal):
    """The newest result usable on ``tanggal`` of ``profil.uji_kompetensi``, or None (PermenPANRB 3/2020, asumsi)."""
    sah = [u for u in uji_kompetensi if u.tmt <= tanggal and (u.sampai is None or tanggal <= u.sampai)]
    return max(sah, key=lambda u: u.tmt, default=None)


def celah(standar, nilai):
    """PermenPANRB 38/2017: the Celah of each competence of ``standar``, in its order; ``nilai`` None: nothing is known."""
    nilai = nilai or {}
    hasil = []
    for kode, butuh in standar.items():
        ada = nilai.get(kode)
        hasil.append(Celah(kode, butuh, ada, None if ada is None else max(0, butuh - ada)))
    return tuple(hasil)


def rata_celah(daftar):
    """Mean gap in levels over the known competences (two decimals), or None when none is known."""
    diketahui = [c.selisih for c in daftar if c.selisih is not None]
    if not diketahui:
        return None
    return (Decimal(sum(diketahui)) / len(diketahui)).quantize(SEN, ROUND_HALF_UP)


def kesesuaian(standar, nilai):
    """Job person match in percent: mean of level had by level needed, at most 100 each; None unless all are known.

    Asumsi: every competence weighs the same and a surplus does not make up for a lack.
    """
    daftar = celah(standar, nilai)
    if not daftar or any(c.ada is None for c in daftar):
        return None
    jumlah = sum((Decimal(min(c.ada, c.butuh)) / c.butuh for c in daftar), Decimal(0))
    return (jumlah / len(daftar) * 100).quantize(SEN, ROUND_HALF_UP)


def hasil_uji(persen, batas):
    """MS, MMS or KMS of a job person match; ``batas`` {"MS": lowest percent, "MMS": lowest percent}. None stays None."""
    if persen is None:
        return None
    return "MS" if persen >= batas["MS"] else "MMS" if persen >= batas["MMS"] else "KMS"


class Sasaran(NamedTuple):
    """The post a person is looked at for.

    ``pemangku``: names of its definitive holders, None when not known; ``kebutuhan``: how many it needs (a structural
    one: 1), None when nobody has set it; ``di_peta``: exists in the peta jabatan on the date. ``standar`` {kode: level};
    ``nama`` and ``jenis`` of each competence.
    """

    id: int | None = None
    sebutan: str = ""
    jenis: str = ""
    eselon: str = ""
    kelompok: str = ""
    jenjang: str = ""
    nama_jf: str = ""
    bup_kode: str = ""
    unit_id: int | None = None
    opd_id: int | None = None
    pemangku: tuple | None = None
    kebutuhan: int | None = None
    di_peta: bool = True
    standar: Any = None
    nama: Any = None
    jenis_kompetensi: Any = None

    @property
    def letak(self):
        """(jenis, kelompok, jenjang) as ``kepegawaian.aturan_jabatan`` takes it."""
        return self.jenis, self.kelompok, self.jenjang

    @property
    def lowong(self):
        """Seats left: 0 or more, None when not known."""
        if self.pemangku is None or self.kebutuhan is None:
            return None
        return max(0, self.kebutuhan - len(self.pemangku))
