"""Butir menu penggajian, dan siapa yang melihat halaman yang mana."""

from kepegawaian.hak import PERAN
from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
# Lists of people by name, each within his scope; the family only to those who need it.
PENDAFTAR = ("operator_opd", "kepala_opd", *BKD, "inspektorat")
PEMBACA_KELUARGA = ("operator_opd", "staf_bkd", "inspektorat")
KELOMPOK = "Penggajian"

daftarkan(
    Butir("Penghasilan saya", "penggajian:penghasilan_saya", "wallet2", "", ("asn", "pensiunan"), 65),
    Butir("Tabel gaji pokok", "penggajian:gaji_list", "table", KELOMPOK, PERAN, 10),
    Butir("Pantauan KGB", "penggajian:kgb_list", "calendar2-check", KELOMPOK, PENDAFTAR, 20),
    Butir("Tanggungan berakhir", "penggajian:tanggungan_list", "people", KELOMPOK, PEMBACA_KELUARGA, 30),
)
