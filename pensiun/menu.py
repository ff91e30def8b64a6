"""Butir menu pensiun, dan siapa yang melihat halaman yang mana."""

from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
# Lists of people by name, each within his scope; figures also to the pimpinan.
PELIHAT_NAMA = ("operator_opd", "kepala_opd", *BKD, "inspektorat")
PELIHAT_ANGKA = (*PELIHAT_NAMA, "pimpinan")
KELOMPOK = "Pensiun"

daftarkan(
    Butir("Perkiraan pensiun saya", "pensiun:perkiraan_saya", "sunset", "", ("asn", "pensiunan"), 67),
    Butir("Nominatif pensiun", "pensiun:nominatif_list", "calendar2-week", KELOMPOK, PELIHAT_NAMA, 10),
    Butir("Proyeksi pensiun", "pensiun:proyeksi_list", "graph-down", KELOMPOK, PELIHAT_ANGKA, 20),
    Butir("Pelepasan purna tugas", "pensiun:pelepasan_list", "gift", KELOMPOK, PELIHAT_ANGKA, 30),
)
