"""Aturan bersama tentang kompetensi: hasil uji yang sah, celah terhadap standar, kesesuaian. Pure: no Django, no clock.

Law: PermenPANRB 38/2017 (standar kompetensi, level 1-5); PermenPANRB 3/2020. Levels: {kode kompetensi: 1-5}. Read by karier
(gap, uji, talent map) and by mutasi (MUT-08).
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

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
