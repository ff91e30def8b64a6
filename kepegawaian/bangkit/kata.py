"""Bahan nama, tempat, dan pendidikan: rekaan dari kata yang lazim, tidak ada pejabat sungguhan.

Lists only, no logic. Names of real officials (``lamongan/ringkasan.md``) never come out: their parts are
not among the words.
"""


def _kata(teks):
    return teks.split()


DEPAN_L = _kata(
    """
    Achmad Adi Agus Ahmad Andi Ari Arif Bagus Bambang Budi Cahyo Dedi Dian Didik Dwi Edi Eko Fajar Faisal
    Gatot Hadi Hari Hendra Heri Imam Indra Irfan Joko Khoirul Kurnia Lukman Mochamad Muhammad Mulyadi Nanang
    Nur Prasetyo Priyo Rahmat Ridwan Rizal Rudi Saiful Samsul Sigit Slamet Sugeng Sujarwo Supri Suryo Sutrisno
    Taufik Teguh Tri Wahyu Wawan Widodo Yudi Yusuf Zainal
    """
)
TENGAH_L = _kata(
    """
    Abdul Agung Arifin Dwi Eko Fauzi Hidayat Ilham Jaya Nur Puji Rahman Setya Tri Wahyu Yoga Zaenal Aziz Bayu
    Candra
    """
)
BELAKANG_L = _kata(
    """
    Abidin Adriansyah Afandi Anwar Ariyanto Basuki Darmawan Fadholi Fauzan Firmansyah Gunawan Hakim Hamdani
    Handoko Harianto Hartono Haryadi Hermawan Hidayatullah Iskandar Junaidi Kartiko Khoiri Kuncoro Kurniawan
    Kusuma Laksono Lesmana Mahendra Mardianto Maulana Mubarok Mujiono Mustofa Nugroho Nurhadi Pamungkas
    Prabowo Pranoto Prasojo Prayitno Purnomo Purwanto Ramadhan Riyadi Rochman Santoso Saputra Setiawan
    Siswanto Sudarsono Sugiarto Suharto Sulaiman Sumarno Supriyanto Suseno Sutanto Suwito Syafii Triatmojo
    Utomo Wahyudi Wibowo Wicaksono Widiyanto Winarto Yulianto Yuwono Zamroni
    """
)
DEPAN_P = _kata(
    """
    Ainun Alfi Ana Anik Anis Aminah Ayu Binti Chusnul Desi Dewi Diah Dina Dwi Eka Elis Endang Enik Erna Esti
    Evi Fatimah Febri Fitri Hanik Harini Hartini Heni Ika Ida Indah Ira Istiqomah Khusnul Kartika Kiki Laila
    Lestari Lilik Lina Luluk Maria Mei Mufida Nanik Nia Nina Ninik Novi Nur Nurul Peni Puji Putri Rahma Ratna
    Ratih Retno Rina Riska Rini Rita Rohmah Siti Sri Sulis Sumiati Susi Titik Tri Tutik Umi Uswatun Wahyu
    Wiwik Wulan Yanti Yeni Yuli Zulfa
    """
)
TENGAH_P = _kata(
    """
    Ayu Choirun Dewi Dian Eka Fitri Indah Kartika Laili Mega Nur Puspa Putri Rahayu Retno Sari Tri Wahyu Yulia
    Zahra
    """
)
BELAKANG_P = _kata(
    """
    Agustina Aisyah Amalia Andayani Andriani Anggraini Aprilia Astuti Chasanah Damayanti Fadilah Faizah Farida
    Fauziah Handayani Haryati Hasanah Hidayati Indrawati Iswati Juwita Kholifah Khotimah Kusumawati Kurniasih
    Lailiyah Lestari Listyorini Maghfiroh Mahmudah Mariana Masruroh Maulidah Muawanah Mulyani Munawaroh
    Mutmainah Nafisah Ningsih Ningrum Nuraini Nurhayati Nurjanah Oktavia Permatasari Pertiwi Pratiwi
    Purnamasari Purwanti Puspitasari Qomariyah Rahmawati Rahayu Rohmawati Rosyidah Safitri Saraswati Setyowati
    Setyaningsih Sholihah Sukmawati Sulistyowati Suryani Susanti Susilowati Triwahyuni Ulfah Utami Wahyuni
    Wahyuningsih Widayati Widiastuti Wijayanti Windarti Winarsih Yuliati Yulianti Yunita Zulaikah
    """
)
DEPAN_KRISTEN = {
    "L": _kata("Andreas Daniel Markus Paulus Stefanus Yohanes"),
    "P": _kata("Kristin Ruth Theresia Yohana"),
}

JALAN = [
    *_kata(
        "Anggrek Bougenville Cendana Dahlia Diponegoro Flamboyan Kenanga Kartini Melati Mangga Mawar Merpati Nangka"
    ),
    *_kata("Pahlawan Teratai Veteran"),
    "Basuki Rahmat",
    "Gajah Mada",
    "Panglima Sudirman",
    "Raya Timur",
    "Sunan Drajat",
]
KOTA_LAHIR = ["Lamongan"] * 14 + [
    "Bojonegoro",
    "Gresik",
    "Jombang",
    "Kediri",
    "Malang",
    "Mojokerto",
    "Nganjuk",
    "Surabaya",
    "Tuban",
]

PEKERJAAN = [
    "Wiraswasta",
    "Karyawan swasta",
    "Petani",
    "Ibu rumah tangga",
    "Guru",
    "PNS",
    "PPPK",
    "Pedagang",
    "Perangkat desa",
]

# setara pendidikan -> (kode SIASN, [(program studi, gelar depan, gelar belakang)]) per rumpun
PRODI = {
    "SD": ("05", {"": [("Sekolah Dasar", "", "")]}),
    "SLTP": ("10", {"": [("SMP", "", "")]}),
    "SLTA": (
        "15",
        {
            "": [
                ("SMA IPS", "", ""),
                ("SMA IPA", "", ""),
                ("SMK Administrasi Perkantoran", "", ""),
                ("SMK Akuntansi", "", ""),
            ],
            "guru": [("Sekolah Pendidikan Guru", "", "")],
            "nakes": [("Sekolah Perawat Kesehatan", "", "")],
        },
    ),
    "D2": ("25", {"": [("D-II PGSD", "", "A.Ma.Pd.")]}),
    "D3": (
        "30",
        {
            "": [
                ("D-III Akuntansi", "", "A.Md."),
                ("D-III Manajemen Informatika", "", "A.Md.Kom."),
                ("D-III Administrasi Negara", "", "A.Md."),
            ],
            "nakes": [("D-III Keperawatan", "", "A.Md.Kep."), ("D-III Kebidanan", "", "A.Md.Keb.")],
        },
    ),
    "S1": (
        "40",
        {
            "": [
                ("S-1 Administrasi Negara", "", "S.AP."),
                ("S-1 Ilmu Hukum", "", "S.H."),
                ("S-1 Manajemen", "", "S.E."),
                ("S-1 Akuntansi", "", "S.E."),
                ("S-1 Ilmu Pemerintahan", "", "S.IP."),
                ("S-1 Teknik Informatika", "", "S.Kom."),
                ("S-1 Teknik Sipil", "", "S.T."),
                ("S-1 Agroteknologi", "", "S.P."),
                ("S-1 Sosiologi", "", "S.Sos."),
            ],
            "guru": [
                ("S-1 Pendidikan Guru Sekolah Dasar", "", "S.Pd."),
                ("S-1 Pendidikan Matematika", "", "S.Pd."),
                ("S-1 Pendidikan Bahasa Indonesia", "", "S.Pd."),
                ("S-1 Pendidikan Bahasa Inggris", "", "S.Pd."),
                ("S-1 Pendidikan Agama Islam", "", "S.Pd.I."),
                ("S-1 Bimbingan dan Konseling", "", "S.Pd."),
                ("S-1 Pendidikan Jasmani", "", "S.Pd."),
            ],
            "nakes": [
                ("S-1 Kesehatan Masyarakat", "", "S.K.M."),
                ("S-1 Keperawatan", "", "S.Kep."),
                ("S-1 Gizi", "", "S.Gz."),
            ],
        },
    ),
    "PROF": (
        "42",
        {
            "": [("Profesi Ners", "", "S.Kep., Ns.")],
            "dokter": [("Profesi Dokter", "dr.", "")],
            "gigi": [("Profesi Dokter Gigi", "drg.", "")],
            "apoteker": [("Profesi Apoteker", "apt.", "S.Farm.")],
        },
    ),
    "S2": (
        "45",
        {
            "": [
                ("S-2 Administrasi Publik", "", "M.AP."),
                ("S-2 Manajemen", "", "M.M."),
                ("S-2 Ilmu Hukum", "", "M.H."),
            ],
            "guru": [("S-2 Manajemen Pendidikan", "", "M.Pd.")],
            "nakes": [("S-2 Kesehatan Masyarakat", "", "M.Kes.")],
        },
    ),
}
SEKOLAH = {
    "SD": ["SDN 1 {k}", "SDN 2 {k}", "MI Al Hidayah {k}"],
    "SLTP": ["SMPN 1 {k}", "MTs Nurul Huda {k}"],
    "SLTA": ["SMAN 1 {k}", "SMKN 1 {k}", "MA Al Falah {k}"],
    "": [
        "Universitas Contoh Jawa Timur",
        "Universitas Contoh Surabaya",
        "Institut Contoh Nusantara",
        "Universitas Terbuka Contoh",
    ],
}
