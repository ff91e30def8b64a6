"""Butir menu penggajian, dan siapa yang melihat halaman yang mana."""

from kepegawaian.menu import PEMAKAI, Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
# Lists of people by name, each within his scope; the family only to those who need it.
PENDAFTAR = ("operator_opd", "kepala_opd", *BKD, "inspektorat")
PEMBACA_KELUARGA = ("operator_opd", "staf_bkd", "inspektorat")
KELOMPOK = "Penggajian"

daftarkan(
    Butir("Penghasilan saya", "penggajian:penghasilan_saya", "wallet2", "", ("asn", "pensiunan"), 65),
    Butir("TPP saya", "penggajian:tpp_saya", "cash-stack", "", ("asn", "pensiunan"), 66),
    Butir("Tabel gaji pokok", "penggajian:gaji_list", "table", KELOMPOK, PEMAKAI, 10),
    Butir("Pantauan KGB", "penggajian:kgb_list", "calendar2-check", KELOMPOK, PENDAFTAR, 20),
    Butir("Perubahan gaji", "penggajian:perubahan_list", "arrow-left-right", KELOMPOK, PENDAFTAR, 25),
    Butir("Tanggungan berakhir", "penggajian:tanggungan_list", "people", KELOMPOK, PEMBACA_KELUARGA, 30),
    Butir("TPP", "penggajian:tpp_list", "cash-coin", KELOMPOK, PENDAFTAR, 40),
    Butir("Presensi", "penggajian:presensi_list", "fingerprint", KELOMPOK, ("staf_bkd",), 45),
    Butir("Konfigurasi TPP", "penggajian:tpp_atur", "sliders2", KELOMPOK, (*BKD, "inspektorat"), 50),
)
