"""Butir menu tata kelola."""

from kepegawaian.menu import PEMAKAI, Butir, daftarkan
from tata_kelola import hari_pertama

PETUGAS = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat", "admin")
BACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
BKD = ("staf_bkd", "pejabat_bkd", "inspektorat", "admin")

daftarkan(
    Butir("Beranda", "tata_kelola:beranda", "house", "", PEMAKAI, urutan=0, singkat="Beranda"),
    Butir("Tugas saya", "tata_kelola:tugas_list", "list-check", "", PEMAKAI, urutan=10, lencana="tugas"),
    Butir(
        "Hak dan kewajiban saya", "tata_kelola:hak_kewajiban_saya", "shield-check", "", ("asn", "pensiunan"), urutan=35
    ),
    Butir("Data pribadi saya", "tata_kelola:data_pribadi", "file-lock", "", ("asn", "pensiunan"), urutan=36),
    Butir("Panduan", "tata_kelola:panduan_list", "question-circle", "", PEMAKAI, urutan=900),
    Butir("Dasbor", "tata_kelola:dasbor", "speedometer", "Tata kelola", BACA, urutan=2),
    Butir("Laporan bulanan", "tata_kelola:laporan_list", "file-earmark-bar-graph", "Tata kelola", BACA, urutan=3),
    Butir("Empat belas aspek", "tata_kelola:aspek_list", "grid", "Tata kelola", PETUGAS, urutan=5),
    Butir("Kepatuhan SOP dan SLA", "tata_kelola:kepatuhan_list", "stopwatch", "Tata kelola", BACA, urutan=20),
    Butir("Daftar periksa regulasi", "tata_kelola:tinjauan_list", "clipboard-check", "Tata kelola", BACA, urutan=25),
    Butir("Register risiko", "tata_kelola:risiko_list", "exclamation-diamond", "Tata kelola", BACA, urutan=30),
    Butir("Kinerja dan anggaran", "tata_kelola:anggaran_list", "cash-stack", "Tata kelola", BACA, urutan=15),
    Butir("Sarana", "tata_kelola:sarana_list", "pc-display", "Tata kelola", BACA, urutan=35),
    Butir("Proses bisnis", "tata_kelola:proses_bisnis", "columns-gap", "Tata kelola", BACA, urutan=10),
    Butir("Bagan organisasi", "tata_kelola:bagan", "diagram-3", "Tata kelola", BACA, urutan=12),
    Butir("Data terbuka", "tata_kelola:terbuka_list", "database", "Tata kelola", BACA, urutan=70),
    Butir("Regulasi", "tata_kelola:regulasi_list", "book", "Tata kelola", PETUGAS, urutan=50),
    Butir("Referensi", "tata_kelola:referensi_list", "table", "Tata kelola", PETUGAS, urutan=60),
    Butir(
        "Hari pertama",
        "tata_kelola:hari_pertama",
        "clipboard-check",
        "Sistem",
        hari_pertama.PERAN,
        urutan=5,
        bila=hari_pertama.boleh,
    ),
    Butir("Setelan", "tata_kelola:setelan_list", "sliders", "Sistem", BKD, urutan=50),
    Butir("Templat naskah", "tata_kelola:templat_list", "file-earmark-ruled", "Sistem", BKD, urutan=55),
    Butir("Jejak", "tata_kelola:jejak_list", "clock-history", "Sistem", ("inspektorat", "admin"), urutan=60),
)
