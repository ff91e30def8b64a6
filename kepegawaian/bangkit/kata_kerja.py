"""Bahan jabatan dan diklat: which posts fit an education and an OPD, which courses there are. Lists only."""

# Pelaksana: kode jabatan menurut pendidikan (SD/SLTP, SLTA, D3, S1 ke atas) dan tempat.
PELAKSANA = {
    "rendah": ("P-PRAMU-BAKTI", "P-PRAMU-KEBERSIHAN", "P-PENGELOLA-UMUM-OPERASIONAL", "P-PRAMU-TAMAN"),
    "SLTA": (
        "P-PENGADMINISTRASI-PERKANTORAN",
        "P-PENGADMINISTRASI-UMUM",
        "P-PENGADMINISTRASI-KEPEGAWAIAN",
        "P-PENGADMINISTRASI-KEUANGAN",
        "P-PENGADMINISTRASI-PERSURATAN",
        "P-OPERATOR-LAYANAN-OPERASIONAL",
        "P-OPERATOR-SARANA-DAN-PRASARANA",
        "P-PENGEMUDI",
        "P-PETUGAS-KEAMANAN",
    ),
    "D3": (
        "P-PENGELOLA-KEPEGAWAIAN",
        "P-PENGELOLA-KEUANGAN",
        "P-PENGELOLA-BARANG-MILIK-DAERAH",
        "P-PENGOLAH-DATA-DAN-INFORMASI",
        "P-PENGELOLA-LAYANAN-OPERASIONAL",
        "P-PENGELOLA-SISTEM-INFORMASI",
        "P-PENGELOLA-PROGRAM-DAN-KEGIATAN",
    ),
    "S1": (
        "P-ANALIS-KEPEGAWAIAN",
        "P-BENDAHARA",
        "P-PENELAAH-TEKNIS-KEBIJAKAN",
        "P-PENATA-LAYANAN-OPERASIONAL",
        "P-PENATA-KELOLA-PEMERINTAHAN",
        "P-ANALIS-PERENCANAAN",
        "P-ANALIS-TATA-USAHA",
        "P-PENYUSUN-PROGRAM-ANGGARAN-DAN-PELAPORA",
        "P-ANALIS-DATA-DAN-INFORMASI",
        "P-VERIFIKATOR-KEUANGAN",
    ),
    "sekolah": ("P-PENGADMINISTRASI-SEKOLAH", "P-PENJAGA-SEKOLAH", "P-PETUGAS-PERPUSTAKAAN"),
    "kesehatan": ("P-PENGADMINISTRASI-REKAM-MEDIS", "P-OPERATOR-LAYANAN-KESEHATAN", "P-PENGEMUDI-AMBULANS"),
}

# Keluarga JF teknis menurut OPD; yang lain memakai JF umum.
JF_UMUM = [
    "JF-ANALIS-KEBIJAKAN",
    "JF-PERENCANA",
    "JF-ARSIPARIS",
    "JF-PRANATA-KOMPUTER",
    "JF-ANALIS-KEUANGAN",
    "JF-PRANATA-HUMAS",
    "JF-PPBJ",
    "JF-ANALIS-HUKUM",
]
JF_OPD = {
    "BKPSDM": ["JF-ANALIS-SDMA", "JF-PRANATA-SDMA", "JF-ASESOR-SDMA", "JF-PRANATA-KOMPUTER"],
    "ITKAB": ["JF-AUDITOR", "JF-P2UPD"],
    "DKPP": ["JF-PENYULUH-TANI", "JF-POPT", "JF-ANALIS-PANGAN"],
    "DISNAKKESWAN": ["JF-MEDIK-VETERINER", "JF-PARAMEDIK-VETERINER"],
    "DISKAN": ["JF-PENYULUH-IKAN"],
    "DPPKB": ["JF-PENYULUH-KB"],
    "DINSOS": ["JF-PEKERJA-SOSIAL", "JF-PENYULUH-SOSIAL"],
    "DISNAKER": ["JF-PENGANTAR-KERJA", "JF-MEDIATOR-HI", "JF-INSTRUKTUR"],
    "SATPOLPP": ["JF-POLPP", "JF-PEMADAM"],
    "DISHUB": ["JF-PENGUJI-KB"],
    "DISPUSIP": ["JF-ARSIPARIS", "JF-PUSTAKAWAN"],
    "DISPENDUKCAPIL": ["JF-ADB-KEPENDUDUKAN"],
    "DPUBM": ["JF-TEKNIK-JALAN"],
    "DPUSDA": ["JF-TEKNIK-PENGAIRAN"],
    "DPRKP": ["JF-TEKNIK-BANGUNAN", "JF-PENATA-RUANG"],
    "DLH": ["JF-PENGAWAS-LH", "JF-PENGENDALI-LH"],
    "DISPERINDAG": ["JF-PENERA"],
    "DINKOPUM": ["JF-PENGAWAS-KOPERASI"],
    "BAPPELITBANGDA": ["JF-PERENCANA", "JF-STATISTISI"],
    "SETDA": ["JF-PERANCANG", "JF-ANALIS-KEBIJAKAN", "JF-PPBJ"],
    "DISPARBUD": ["JF-PAMONG-BUDAYA"],
    "DPMD": ["JF-PENGGERAK-SM"],
}
# Nakes: (keluarga JF, bobot pada pendidikan D3, S1, PROF)
JF_NAKES = (
    ("JF-PERAWAT", 40, 25, 48, "nakes"),
    ("JF-BIDAN", 34, 10, 0, "nakes"),
    ("JF-DOKTER", 0, 0, 26, "dokter"),
    ("JF-DOKTER-GIGI", 0, 0, 8, "gigi"),
    ("JF-APOTEKER", 0, 0, 18, "apoteker"),
    ("JF-SANITARIAN", 6, 12, 0, "nakes"),
    ("JF-NUTRISIONIS", 6, 14, 0, "nakes"),
    ("JF-PRANATA-LAB", 8, 6, 0, "nakes"),
    ("JF-PROMKES", 0, 15, 0, "nakes"),
    ("JF-EPIDEMIOLOG", 0, 10, 0, "nakes"),
    ("JF-ADMINKES", 0, 8, 0, "nakes"),
    ("JF-PEREKAM-MEDIS", 6, 0, 0, "nakes"),
)

# (nama, jenis diklat SIASN, JP)
DIKLAT_TEKNIS = [
    ("Bimbingan Teknis Penyusunan SKP", "8", 16),
    ("Bimbingan Teknis Pengelolaan Arsip Dinamis", "8", 24),
    ("Pelatihan Pengadaan Barang/Jasa Level 1", "3", 40),
    ("Pelatihan Pengelolaan Keuangan Daerah", "3", 32),
    ("Pelatihan Pelayanan Publik Prima", "3", 20),
    ("Pelatihan Sistem Pemerintahan Berbasis Elektronik", "17", 12),
    ("Pelatihan Manajemen Risiko", "3", 24),
    ("E-learning Literasi Digital ASN", "16", 10),
    ("E-learning Core Values BerAKHLAK", "16", 8),
    ("Pelatihan Sosial Kultural", "6", 8),
]
DIKLAT_GURU = [
    ("Pelatihan Implementasi Kurikulum Merdeka", "3", 32),
    ("Bimbingan Teknis Asesmen Pembelajaran", "8", 20),
    ("Pelatihan Mandiri Platform Pembelajaran", "17", 10),
    ("Pelatihan Pembelajaran Berdiferensiasi", "3", 24),
    ("E-learning Literasi dan Numerasi", "16", 12),
]
DIKLAT_NAKES = [
    ("Pelatihan Bantuan Hidup Dasar", "3", 24),
    ("Pelatihan Pencegahan dan Pengendalian Infeksi", "3", 32),
    ("Bimbingan Teknis Akreditasi Puskesmas", "8", 20),
    ("Pelatihan Penanganan Gawat Darurat Maternal", "3", 40),
    ("E-learning Keselamatan Pasien", "16", 10),
]
SEMINAR = [
    ("Seminar Reformasi Birokrasi", "9", 4),
    ("Webinar Surajaya Corpu: Inovasi Daerah", "9", 3),
    ("Lokakarya Penulisan Karya Tulis Ilmiah", "4", 8),
    ("Sosialisasi Disiplin Pegawai", "7", 3),
    ("Seminar Kesehatan Mental di Tempat Kerja", "9", 4),
    ("Kursus Bahasa Inggris Dasar", "11", 20),
    ("Komunitas Belajar Guru", "23", 6),
]
LATIHAN = {
    "PKP": ("2", "Pelatihan Kepemimpinan Pengawas"),
    "PKA": ("3", "Pelatihan Kepemimpinan Administrator"),
    "PKN II": ("4", "Pelatihan Kepemimpinan Nasional Tingkat II"),
}
