"""Butir menu peta jabatan, daftar resmi, dan penertiban angka kredit."""

from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
PENDAFTAR = ("atasan", "operator_opd", "kepala_opd", *BKD, "inspektorat")
# Who keeps the credits of pejabat fungsional in order.
PENERTIB = BKD
ANGKA = (*PENDAFTAR, "pimpinan")
# Who prepares a period of KP.
PERIODE = ("operator_opd", "kepala_opd", *BKD, "inspektorat")
SEMUA = ("asn", "pensiunan", *ANGKA, "admin")

daftarkan(
    Butir("Peta jabatan", "jabatan:peta_list", "diagram-2", "Jabatan dan daftar", SEMUA, 10),
    Butir("Bezetting", "jabatan:bezetting_list", "table", "Jabatan dan daftar", ANGKA, 20),
    Butir("Jabatan kosong", "jabatan:kosong_list", "person-dash", "Jabatan dan daftar", ANGKA, 30),
    Butir("Penertiban jabatan", "jabatan:penertiban_list", "wrench", "Jabatan dan daftar", (*BKD, "inspektorat"), 40),
    Butir("DUK", "daftar:duk_kini", "list-ol", "Jabatan dan daftar", SEMUA, 50),
    Butir("Nominatif", "daftar:nominatif_list", "card-list", "Jabatan dan daftar", PENDAFTAR, 60),
    Butir("Rekap pegawai", "daftar:rekap_list", "grid-3x3", "Jabatan dan daftar", ANGKA, 70),
    Butir("Daftar resmi", "daftar:daftar_list", "journals", "Jabatan dan daftar", SEMUA, 80),
    Butir("Periode kenaikan pangkat", "kepangkatan:periode_kini", "calendar-check", "Pegawai", PERIODE, 62),
    Butir("Ujian dinas", "kepangkatan:ujian_list", "pencil-square", "Layanan", SEMUA, 60),
    Butir("Penertiban angka kredit", "kepangkatan:angka_kredit_list", "award", "Pegawai", PENERTIB, 65),
)
