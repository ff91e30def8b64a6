"""Isi katalog dan rencana pelatihan demo. Figures are invented except JP that a regulation names (setting ``diklat_jp``)."""

# nama, kelompok, jenis (SIASN), jenjang, latihan struktural, metode, JP, sasaran, penyelenggara, biaya, kompetensi
KATALOG = (
    ("Pelatihan Kepemimpinan Nasional Tingkat II", "struktural", "1", "PKN II", "4", "blended", None,
     "JPT Pratama", "LAN RI", 45_000_000, "KS PDO PK"),
    ("Pelatihan Kepemimpinan Administrator", "struktural", "1", "PKA", "3", "blended", None,
     "Pejabat administrator", "BPSDM Provinsi Jawa Timur", 23_500_000, "KS OPH MP"),
    ("Pelatihan Kepemimpinan Pengawas", "struktural", "1", "PKP", "2", "blended", None,
     "Pejabat pengawas", "BPSDM Provinsi Jawa Timur", 19_500_000, "OPH PP KOM"),
    ("Pelatihan Dasar CPNS", "latsar", "13", "LATSAR", None, "blended", None,
     "CPNS dalam masa percobaan", "BPSDM Provinsi Jawa Timur", 9_000_000, "INT PP"),
    ("Tata naskah dinas dan kearsipan", "teknis", "3", "", None, "klasikal", 24, "Pengelola surat", "BKPSDM Lamongan", 900_000, "KOM"),
    ("Pengelolaan keuangan daerah", "teknis", "3", "", None, "klasikal", 40, "Bendahara dan PPK", "BKPSDM Lamongan", 1_800_000, "OPH"),
    ("Pengadaan barang dan jasa tingkat dasar", "teknis", "3", "", None, "blended", 40, "Calon pejabat pengadaan", "BKPSDM Lamongan", 2_400_000, "INT OPH"),
    ("Analisis jabatan dan beban kerja", "teknis", "3", "", None, "klasikal", 24, "Analis kepegawaian", "BKPSDM Lamongan", 1_100_000, "PK"),
    ("Penyusunan peraturan perundang-undangan", "teknis", "3", "", None, "klasikal", 30, "Penyusun produk hukum", "BKPSDM Lamongan", 1_300_000, "PK KOM"),
    ("Pelayanan publik prima", "teknis", "8", "", None, "klasikal", 16, "Petugas layanan", "BKPSDM Lamongan", 650_000, "PP KOM"),
    ("Penulisan laporan dan telaahan staf", "teknis", "8", "", None, "klasikal", 24, "Pelaksana", "BKPSDM Lamongan", 450_000, "KOM"),
    ("Keamanan informasi bagi ASN", "teknis", "16", "", None, "daring", 8, "Semua ASN", "BKPSDM Lamongan", 0, "INT"),
    ("Manajemen risiko perangkat daerah", "teknis", "3", "", None, "klasikal", 24, "Perencana dan pengawas internal", "BKPSDM Lamongan", 1_150_000, "PK MP"),
    ("Literasi data bagi perencana", "teknis", "16", "", None, "daring", 24, "Perencana", "BKPSDM Lamongan", 0, "PK"),
    ("Pembentukan JF Analis SDM Aparatur", "fungsional", "2", "", None, "blended", 60, "Calon JF Analis SDM Aparatur", "BKN", 6_500_000, "PDO"),
    ("Pembentukan JF Perencana", "fungsional", "2", "", None, "blended", 80, "Calon JF Perencana", "Bappenas", 7_500_000, "PK"),
    ("Peningkatan kompetensi guru", "fungsional", "2", "", None, "blended", 32, "Guru", "Dinas Pendidikan", 1_200_000, "PDO"),
    ("Pemantapan tugas sekretaris perangkat daerah", "pemantapan", "5", "", None, "klasikal", 16, "Sekretaris perangkat daerah", "BKPSDM Lamongan", 850_000, "KS OPH"),
    ("Pemantapan tugas kepala subbagian", "pemantapan", "5", "", None, "klasikal", 16, "Pejabat pengawas", "BKPSDM Lamongan", 800_000, "OPH PDO"),
    ("Pembekalan purnatugas", "pemantapan", "6", "", None, "klasikal", 12, "ASN menjelang BUP", "BKPSDM Lamongan", 700_000, "MP"),
    ("Seminar reformasi birokrasi", "pengiriman", "9", "", None, "klasikal", 8, "Pejabat administrator", "Kementerian PANRB", 1_500_000, "MP"),
    ("Workshop kearsipan elektronik", "pengiriman", "4", "", None, "klasikal", 12, "Arsiparis", "ANRI", 2_000_000, "KOM"),
    ("Bimbingan teknis e-kinerja", "pengiriman", "8", "", None, "klasikal", 10, "Pengelola kinerja", "Kanreg II BKN Surabaya", 750_000, "OPH"),
    ("Kursus bahasa Inggris bagi pelayanan wisata", "pengiriman", "11", "", None, "klasikal", 48, "Pelaksana pariwisata", "Lembaga kursus", 3_200_000, "KOM"),
    ("Studi banding pengelolaan diklat", "pengiriman", "20", "", None, "klasikal", 16, "Penyelenggara diklat", "BPSDM Provinsi Jawa Tengah", 3_800_000, "MP PK"),
    ("Magang pengelolaan talenta", "pengiriman", "10", "", None, "nonklasikal", 60, "Analis kepegawaian", "BKD Provinsi Jawa Timur", 1_000_000, "PDO"),
)  # fmt: skip
# index in KATALOG, participants, month, days, source
RENCANA = (
    (0, 1, 3, 110, "apbd"), (1, 4, 2, 105, "apbd"), (2, 8, 8, 100, "apbd"), (3, 30, 6, 60, "apbd"), (4, 30, 2, 3, "apbd"),
    (5, 40, 4, 5, "apbd"), (6, 30, 5, 5, "apbd"), (9, 60, 9, 2, "apbd"), (10, 30, 11, 3, "apbd"), (11, 200, 10, 1, "tanpa"),
    (12, 25, 7, 3, "apbd"), (18, 40, 11, 2, "apbd"), (20, 5, 3, 1, "provinsi"), (21, 4, 12, 2, "apbd"), (22, 10, 11, 2, "apbn"),
)  # fmt: skip
SESI = (("Kebijakan dan peraturan", 8, 10), ("Praktik terbimbing", 10, 12), ("Studi kasus", 13, 15))
SARAN = ("Perbanyak praktik.", "Materinya sesuai pekerjaan kami.", "Ruangan agak sempit.")
