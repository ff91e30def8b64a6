"""Kompetensi: kesenjangan rata-rata, dan jabatan sasaran yang dilihat aturan. Pure.

Law: PermenPANRB 38/2017 (standar kompetensi, level 1-5); PermenPANRB 3/2020. What mutasi asks too (gap, job person match, a
result still valid) stands in ``kepegawaian/aturan_kompetensi.py``.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from kepegawaian.aturan_kompetensi import SEN


def rata_celah(daftar):
    """Mean gap in levels over the known competences (two decimals), or None when none is known."""
    diketahui = [c.selisih for c in daftar if c.selisih is not None]
    if not diketahui:
        return None
    return (Decimal(sum(diketahui)) / len(diketahui)).quantize(SEN, ROUND_HALF_UP)


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
