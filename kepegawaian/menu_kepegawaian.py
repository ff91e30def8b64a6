"""Butir menu kepegawaian. Apart from ``menu.py``, which is the registry itself and belongs to all apps."""

from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
PELIHAT = ("atasan", "operator_opd", "kepala_opd", *BKD, "inspektorat")
SEMUA = ("asn", "pensiunan", "pimpinan", *PELIHAT, "admin")

daftarkan(
    Butir("Data saya", "kepegawaian:saya", "person-vcard", "", ("asn", "pensiunan"), 20, singkat="Data saya"),
    Butir("Riwayat dan SK", "kepegawaian:saya_riwayat", "journal-text", "", ("asn", "pensiunan"), 30),
    Butir("Daftar pegawai", "kepegawaian:pegawai_list", "people", "Pegawai", PELIHAT, 10),
    Butir("Unit kerja", "kepegawaian:unit_list", "diagram-3", "Pegawai", SEMUA, 20),
    Butir("Impor SIASN", "kepegawaian:impor_list", "cloud-arrow-up", "Pegawai", ("staf_bkd",), 30),
    Butir("Sambungan SIASN", "siasn:sambungan", "plug", "Pegawai", (*BKD, "inspektorat", "admin"), 35),
    Butir("Referensi belum dikenal", "kepegawaian:kamus_list", "question-square", "Pegawai", ("staf_bkd",), 40),
    Butir("Slip kode akun", "kepegawaian:slip_create", "key", "Pegawai", ("operator_opd", "kepala_opd", *BKD), 50),
    Butir("Akun dan tugas", "kepegawaian:akun_list", "person-lock", "Sistem", ("admin",), 10),
    Butir("Kiriman pemberitahuan", "kepegawaian:kiriman_list", "envelope", "Sistem", ("admin",), 20),
)
