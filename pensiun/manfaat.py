"""Manfaat: besaran yang menjadi hak seorang yang berhenti, baris demi baris dengan rumus dan dasarnya. Pure.

Law: UU 11/1969; PP 8/2024. Printed on the SK and shown before the decision; amounts are computed in ``pensiun/hitung.py``.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kepegawaian.aturan import tulis_masa
from pensiun.aturan.umum import mkp_bulan


class Baris(NamedTuple):
    """One line: what, how it is computed, the figure as text, the law."""

    uraian: str
    rumus: str
    angka: str
    dasar: str


@dataclass(frozen=True, slots=True)
class Manfaat:
    """``pensiun_pokok``: rupiah per month or None; ``catatan``: what must be said beside the figures."""

    baris: tuple[Baris, ...] = ()
    pensiun_pokok: int | None = None
    catatan: str = ""


def manfaat(profil, jenis, tanggal, acuan):
    """What ``jenis`` (kode JenisPemberhentian) gives on the TMT ``tanggal``."""
    masa = mkp_bulan(profil, tanggal)
    baris = () if masa is None else (
        Baris("Masa kerja pensiun", "TMT berhenti - TMT CPNS + PMK - CLTN", tulis_masa(masa), "UU 11/1969 Ps. 6"),
    )  # fmt: skip
    return Manfaat(baris, None, "Besaran pensiun ditetapkan menurut pertimbangan teknis BKN.")
