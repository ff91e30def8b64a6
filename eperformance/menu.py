"""Butir menu e-performance; an item whose page does not exist stays hidden."""

from eperformance.penilai import mengelola
from kepegawaian.menu import Butir, daftarkan

KELOMPOK = "Kinerja"
BKD = ("staf_bkd", "pejabat_bkd")
PENILAI = ("atasan", "pimpinan")
# Lists of people by name, each within his scope.
PEMANTAU = ("atasan", "operator_opd", "kepala_opd", *BKD, "pimpinan", "inspektorat")


def _penyesuai(hak, acuan):
    """Whoever keeps the calendar, and the inspektorat which reads."""
    return mengelola(hak, acuan) or hak.punya("inspektorat")


daftarkan(
    Butir("Kinerja saya", "eperformance:skp_saya", "bullseye", "", ("asn",), 58),
    Butir("SKP bawahan", "eperformance:skp_bawahan", "people", KELOMPOK, PENILAI, 10, lencana="skp_menunggu"),
    Butir("Matriks peran hasil", "eperformance:matriks", "grid-3x2-gap", KELOMPOK, PENILAI, 20),
    Butir("Pohon peran", "eperformance:pohon_peran", "diagram-2", KELOMPOK, PEMANTAU, 25),
    Butir("Penilaian", "eperformance:penilaian_list", "star-half", KELOMPOK, PENILAI, 30),
    Butir("Umpan balik diminta", "eperformance:umpan_balik_list", "chat-square-text", KELOMPOK, ("asn",), 35),
    Butir("Distribusi predikat", "eperformance:distribusi_list", "bar-chart", KELOMPOK, ("kepala_opd", *BKD, "pimpinan", "inspektorat"), 40),
    Butir("Papan kinerja", "eperformance:papan", "speedometer2", KELOMPOK, PEMANTAU, 50),
    Butir("Pohon kinerja", "eperformance:pohon_list", "diagram-3", KELOMPOK, PEMANTAU, 60),
    Butir("Tindak lanjut kinerja", "eperformance:perbaikan_list", "arrow-up-right-circle", KELOMPOK, PEMANTAU, 70),
    Butir("e-Kinerja BKN", "eperformance:ekinerja", "arrow-left-right", KELOMPOK, BKD, 80, bila=mengelola),
    Butir("SKP perlu disesuaikan", "eperformance:penyesuaian_list", "shuffle", KELOMPOK, (*BKD, "inspektorat"), 85, bila=_penyesuai),
    Butir("Tahun kinerja", "eperformance:periode_list", "calendar3", KELOMPOK, (*BKD, "inspektorat"), 90),
)  # fmt: skip
