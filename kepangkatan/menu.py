"""Butir menu kepangkatan."""

from kepegawaian.menu import Butir, daftarkan

# Who keeps the credits of pejabat fungsional in order.
PENERTIB = ("staf_bkd", "pejabat_bkd")

daftarkan(
    Butir("Penertiban angka kredit", "kepangkatan:angka_kredit_list", "award", "Pegawai", PENERTIB, 65),
)
