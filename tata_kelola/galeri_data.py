"""Data of the gallery: invented people and figures, one set for each state a component must bear."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")
OPD_PANJANG = "Dinas Perumahan Rakyat, Kawasan Permukiman, Cipta Karya dan Penataan Ruang Kabupaten Lamongan"
NAMA_PANJANG = "Raden Ajeng Siti Nur Aini Rahmawati Kusumaningtyas Suryaningrat, S.Kep., Ns., M.Kes., M.H."

FAKTA = [
    ("Pangkat", "Penata Muda Tingkat I, III/b", "sejak 1 April 2023"),
    ("Jabatan", "Guru Ahli Pertama", "SDN 2 Sukodadi, Dinas Pendidikan"),
    ("Masa kerja", "9 tahun 7 bulan", "gaji pokok Rp3.180.600"),
]
FAKTA_RAPAT = [
    ("Nama", NAMA_PANJANG),
    ("Tempat, tanggal lahir", "Lamongan, 12 Maret 1976"),
    ("Unit kerja", OPD_PANJANG, "sejak 1 Januari 2022"),
    ("Nomor Karpeg", None),
]
INDEKS = [
    ("Kualifikasi", 15, 25, "S1 Pendidikan Guru SD, 2016", ""),
    ("Kompetensi", 30, 40, "Belum ada seminar dalam dua tahun terakhir", ""),
    ("Kinerja", 25, 30, "Predikat Baik, 2025", ""),
    ("Disiplin", 5, 5, "Tidak pernah dihukum disiplin", ""),
]
METER = [
    ("Jam pelajaran tahun ini", 6, 20, "14 JP lagi sampai 31 Desember", "perhatian"),
    ("Angka kredit", 0, 100, "Belum ada penetapan angka kredit", "gagal"),
    ("Belum dihitung", None, 40, "Perhitungan berjalan nanti malam", ""),
]
AKAN_DATANG = [
    (date(2027, 2, 1), "Kenaikan gaji berkala", "Rp3.180.600 menjadi Rp3.280.800. Diproses otomatis oleh BKD.",
     "Syarat lengkap", "terpenuhi"),
    (date(2027, 4, 1), "Kenaikan pangkat ke III/c",
     "Angka kredit 96,25 dari 100. Kurang 3,75, cukup dengan predikat Baik tahun ini.", "1 syarat lagi", "perhatian"),
    (date(2029, 8, 1), "Satyalancana Karya Satya X Tahun", "Sepuluh tahun masa kerja tanpa hukuman disiplin.",
     "menunggu waktu", "netral"),
]  # fmt: skip
JEJAK_ASN = [
    {"judul": "Diajukan operator sekolah", "keadaan": "lewat", "waktu": datetime(2026, 11, 18, 9, 12, tzinfo=JAKARTA)},
    {
        "judul": "Diverifikasi Dinas Pendidikan",
        "keadaan": "lewat",
        "waktu": datetime(2026, 11, 19, 14, 40, tzinfo=JAKARTA),
    },
    {"judul": "Menunggu perbaikan Anda", "keadaan": "kini", "catatan": "1 berkas"},
    {"judul": "Diperiksa BKD", "keadaan": "nanti"},
    {"judul": "SK ditandatangani", "keadaan": "nanti"},
]
JEJAK_TOLAK = [
    {
        "judul": "Diajukan, operator " + OPD_PANJANG,
        "keadaan": "lewat",
        "waktu": datetime(2026, 11, 19, 10, 5, tzinfo=JAKARTA),
    },
    {
        "judul": "Verifikasi, staf Subbidang Mutasi",
        "keadaan": "lewat",
        "waktu": "20 Nov, 15.31",
        "catatan": "1 catatan",
    },
    {
        "judul": "Ditolak Kepala BKD",
        "keadaan": "gagal",
        "waktu": "23 Nov, 09.20",
        "catatan": "jabatan tujuan sudah terisi",
    },
]
SYARAT = [
    ("ya", "Paling singkat 2 tahun dalam jabatan", "Bidan Ahli Muda sejak 1 Maret 2021, 5 tahun 8 bulan", "PP 11/2017 Ps. 190", False),
    ("ya", "Tidak sedang menjalani hukuman disiplin atau pemeriksaan", "Tidak ada hukuman, tidak ada perkara berjalan", "PerBKN 5/2019 Ps. 2", False),
    ("ya", "Predikat kinerja paling rendah Baik dua tahun terakhir", "2024 Baik, 2025 Sangat Baik", "PerBKN 5/2019", False),
    ("perlu_diperiksa", "Bebas temuan Inspektorat", "Surat 700/412 bertanggal 3 Juni 2026, lebih dari 3 bulan. Periksa masih berlaku atau tidak.", "PerBKN 5/2019", True),
    ("tidak", "Jabatan tujuan tersedia pada peta jabatan", "Bidan Ahli Muda di " + OPD_PANJANG + ": kebutuhan 14, terisi 14", "Peraturan Menteri PANRB 41/2018 Pasal 12 ayat (3)", False),
    ("", "Persetujuan kepala OPD tujuan", "", "", False),
]  # fmt: skip
BERKAS = [
    ("Persetujuan kepala OPD asal", "#berkas", 217088, "", "", True),
    ("Persetujuan kepala OPD tujuan", "#berkas", 202752, "", "", True),
    ("Surat keterangan tidak sedang dalam proses pemeriksaan atau menjalani hukuman disiplin tingkat sedang", "#berkas", 671744, "", "", True),
    ("Surat bebas temuan", "#berkas", 122880, "periksa", "perhatian", False),
    ("PAK terakhir", "", 0, "belum ada", "gagal", False),
]  # fmt: skip
BANDING = [
    ("Unit kerja", "Puskesmas Karanggeneng", "RSUD Dr. Soegiri, Instalasi Kebidanan"),
    ("Jabatan", "Bidan Ahli Muda, kelas 9", "Bidan Ahli Muda, kelas 9"),
    ("Atasan langsung", "Kepala Puskesmas Karanggeneng", "Kepala Bidang Keperawatan"),
    ("Tunjangan", "Rp780.000", "Rp780.000"),
    ("Nomor rekening", None, None),
]
TINDAKAN = [
    {"teks": "Kembalikan", "url": "#kembalikan"},
    {"teks": "Tolak", "url": "#tolak", "jenis": "bahaya"},
    {
        "teks": "Setujui, teruskan ke Kepala BKD",
        "url": "#setujui",
        "jenis": "utama",
        "metode": "post",
        "konfirmasi": "tanya-setuju",
    },
]
ANGKA = [
    ("27", "menunggu saya", "", ""),
    ("3", "lewat waktu", "gagal", ""),
    ("12", "KP periode 1 Desember", "", ""),
    ("2,1 hari", "rata-rata saya memutus", "", "turun dari 3,4 hari"),
]
_KOTAK = [
    ("Bambang Suprapto", "197603122001121003", "KP struktural", "US-2026-011641", "III/d ke IV/a, TMT 1 Des", "9 dari 9", "terpenuhi", "lewat 1 hari", "gagal", ""),
    ("Nur Aini Fitria", "198809212011012007", "KP reguler", "US-2026-011702", "II/d ke III/a, TMT 1 Des", "8 dari 8", "terpenuhi", "lewat 1 hari", "gagal", ""),
    ("Agus Hariyanto", "198206042008011011", "KP fungsional", "US-2026-011755", "III/c ke III/d, TMT 1 Des", "10 dari 10", "terpenuhi", "hari ini", "perhatian", ""),
    ("Endang Lestari", "199011152015032004", "Mutasi antar OPD", "US-2026-011810", "Dinkes ke RSUD Soegiri", "1 perlu diperiksa", "perhatian", "besok", "perhatian", ""),
    (NAMA_PANJANG, "199502282020121002", "Pencantuman gelar", "US-2026-011822", OPD_PANJANG, "4 dari 4", "terpenuhi", "2 hari", "netral", ""),
    ("Rina", "198408172009032009", "KP penyesuaian ijazah", "US-2026-011840", "II/c ke III/a, TMT 1 Feb", "1 tidak terpenuhi", "gagal", "3 hari", "netral", "ada syarat yang tidak terpenuhi"),
]  # fmt: skip
KUNCI = ("nama", "nip", "layanan", "nomor", "perubahan", "syarat", "syarat_jenis", "batas", "batas_jenis", "mati")
KOTAK = [dict(zip(KUNCI, baris, strict=True)) for baris in _KOTAK]
AKSI = [
    {"nilai": "setujui", "teks": "Setujui", "ikon": "check2-all", "utama": True, "konfirmasi": "tanya-massal"},
    {"nilai": "kembalikan", "teks": "Kembalikan"},
]
TANDA = [
    ("terpenuhi", "Syarat lengkap"), ("perhatian", "sampai 5 Des"), ("gagal", "lewat 1 hari"),
    ("info", "Sedang"), ("netral", "menunggu waktu"), ("netral", OPD_PANJANG),
]  # fmt: skip
BULAN = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun"]
GRAFIK_BATANG = {
    "jenis": "bar", "label": BULAN, "satuan": "usulan", "tumpuk": True,
    "deret": [{"nama": "Tepat waktu", "nilai": [41, 52, 38, 1204, 47, 60]}, {"nama": "Lewat waktu", "nilai": [3, 9, 2, 120, 4, None]}],
}  # fmt: skip
GRAFIK_GARIS = {
    "jenis": "line", "label": BULAN, "maks": 100, "satuan": "",
    "deret": [{"nama": "Kabupaten", "nilai": [68.2, 69.1, 70, 71.4, 73, 75]}, {"nama": "Dinas Pendidikan", "nilai": [71, 71.5, 72, 74, 76.2, 77]}],
}  # fmt: skip
GRAFIK_LINGKAR = {
    "jenis": "doughnut", "label": ["Golongan IV", "Golongan III", "Golongan II", "Golongan I"], "satuan": "pegawai",
    "deret": [{"nama": "Pegawai", "nilai": [2310, 5120, 1840, 12]}],
}  # fmt: skip
TANDA_SYARAT = [("3 terpenuhi", "terpenuhi"), ("1 perlu diperiksa", "perhatian"), ("1 tidak terpenuhi", "gagal")]
GALAT_UNGGAH = ["Halaman 2 tidak terbaca. Unggah lagi hasil pindai yang jelas."]
BERKAS_ADA = {"nama": "SK pangkat terakhir.pdf", "url": "#berkas", "byte": 217088, "tanggal": date(2023, 4, 1)}
SEMUA = {
    nama.lower(): nilai for nama, nilai in dict(globals()).items() if nama.isupper() and nama not in ("JAKARTA", "KUNCI")
}  # fmt: skip
