"""Lembar dan kolom yang dikenal impor dan ekspor; satu tabel dibaca pengimpor, pengekspor, dan pembangkit.

The main sheet is SIASN's "Ekspor Data ASN": 67 columns since mid-2024 (65 before; 69 in files with
eselon). Riwayat sheets (one a kind) are ours, with SIASN's words. A first column called NIP is the key.
"""

from typing import NamedTuple

LEMBAR_UTAMA = "Data ASN"

KOLOM_UTAMA = (
    "PNS ID",
    "NIP BARU",
    "NIP LAMA",
    "NAMA",
    "GELAR DEPAN",
    "GELAR BELAKANG",
    "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "AGAMA ID",
    "AGAMA NAMA",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NIK",
    "NOMOR HP",
    "EMAIL",
    "EMAIL GOV",
    "ALAMAT",
    "NPWP NOMOR",
    "BPJS",
    "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS",
    "KARTU ASN VIRTUAL",
    "NOMOR SK CPNS",
    "TANGGAL SK CPNS",
    "TMT CPNS",
    "NOMOR SK PNS",
    "TANGGAL SK PNS",
    "TMT PNS",
    "GOL AWAL ID",
    "GOL AWAL NAMA",
    "GOL AKHIR ID",
    "GOL AKHIR NAMA",
    "TMT GOLONGAN",
    "MK TAHUN",
    "MK BULAN",
    "JENIS JABATAN ID",
    "JENIS JABATAN NAMA",
    "JABATAN ID",
    "JABATAN NAMA",
    "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN ID",
    "PENDIDIKAN NAMA",
    "TAHUN LULUS",
    "KPKN ID",
    "KPKN NAMA",
    "LOKASI KERJA ID",
    "LOKASI KERJA NAMA",
    "UNOR ID",
    "UNOR NAMA",
    "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA",
    "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK",
    "NAMA SEKOLAH",
    "FLAG IKD",
)
KOLOM_TAMBAHAN = ("ESELON ID", "ESELON NAMA")

# Without these a main sheet cannot be read at all; every other column may be missing or empty.
KOLOM_WAJIB = ("NIP BARU", "NAMA")


class Kolom(NamedTuple):
    """One column of a riwayat sheet. ``jenis``: teks, tanggal, bulat, desimal, ya_tidak, ref:<list>."""

    judul: str
    medan: str
    jenis: str = "teks"
    wajib: bool = False


class Lembar(NamedTuple):
    """One riwayat sheet: ``kunci`` of JENIS_RIWAYAT, its columns, and the fields that identify a row."""

    nama: str
    kunci: str
    kolom: tuple[Kolom, ...]
    identitas: tuple[str, ...]


NIP = Kolom("NIP", "nip", "teks", True)
SK = (
    Kolom("NOMOR SK", "nomor_sk"),
    Kolom("TANGGAL SK", "tanggal_sk", "tanggal"),
    Kolom("PEJABAT", "pejabat"),
)


def _tmt(judul):
    return Kolom(judul, "tmt", "tanggal", True)


_IKATAN = (NIP, Kolom("JENIS", "jenis", "teks", True), _tmt("TMT"), Kolom("SAMPAI", "sampai", "tanggal"), *SK)
LEMBAR_RIWAYAT = (
    Lembar("RW IKATAN DINAS", "ikatan", (*_IKATAN, Kolom("KETERANGAN", "keterangan")), ("tmt", "jenis")),
    Lembar(
        "RW KARTU",
        "kartu",
        (
            NIP,
            Kolom("JENIS", "jenis", "teks", True),
            Kolom("NOMOR KARTU", "nomor", "teks", True),
            Kolom("ANGGOTA", "anggota"),
            _tmt("TANGGAL TERBIT"),
            Kolom("SAMPAI", "sampai", "tanggal"),
            *SK,
        ),
        ("tmt", "jenis", "anggota"),
    ),
    Lembar(
        "RW IDENTITAS",
        "identitas",
        (
            NIP,
            Kolom("NAMA", "nama", "teks", True),
            Kolom("GELAR DEPAN", "gelar_depan"),
            Kolom("GELAR BELAKANG", "gelar_belakang"),
            _tmt("TMT"),
            *SK,
        ),
        ("tmt",),
    ),
    Lembar("RW STATUS", "status", (NIP, Kolom("STATUS", "status", "teks", True), _tmt("TMT"), *SK), ("tmt",)),
    Lembar(
        "RW KEDUDUKAN",
        "kedudukan",
        (NIP, Kolom("KEDUDUKAN HUKUM ID", "kedudukan", "ref:kedudukan", True), _tmt("TMT"), *SK),
        ("tmt",),
    ),
    Lembar(
        "RW PANGKAT",
        "pangkat",
        (
            NIP,
            Kolom("GOLONGAN", "golongan", "ref:golongan", True),
            _tmt("TMT GOLONGAN"),
            Kolom("MK TAHUN", "mkg_tahun", "bulat"),
            Kolom("MK BULAN", "mkg_bulan", "bulat"),
            Kolom("JENIS KP ID", "jenis_kp", "ref:jenis_kp"),
            *SK,
            Kolom("NOMOR PERTEK", "nomor_pertek"),
            Kolom("TANGGAL PERTEK", "tanggal_pertek", "tanggal"),
            Kolom("ANGKA KREDIT", "angka_kredit", "desimal"),
        ),
        ("tmt",),
    ),
    Lembar(
        "RW JABATAN",
        "jabatan",
        (
            NIP,
            Kolom("JENIS PENUGASAN", "penugasan"),
            Kolom("JENIS JABATAN ID", "jenis_jabatan"),
            Kolom("JABATAN ID", "jabatan_siasn_id"),
            Kolom("JABATAN NAMA", "jabatan", "ref:jabatan", True),
            Kolom("UNOR ID", "unit_siasn_id"),
            Kolom("UNOR NAMA", "unit", "ref:unit"),
            _tmt("TMT JABATAN"),
            Kolom("SAMPAI", "sampai", "tanggal"),
            Kolom("TMT PELANTIKAN", "tmt_pelantikan", "tanggal"),
            Kolom("TANGGAL SPMT", "tanggal_spmt", "tanggal"),
            *SK,
        ),
        ("penugasan", "tmt"),
    ),
    Lembar(
        "RW GAJI",
        "gaji",
        (
            NIP,
            Kolom("JENIS", "jenis", "teks", True),
            Kolom("GOLONGAN", "golongan", "ref:golongan", True),
            Kolom("GAJI POKOK", "gaji_pokok", "bulat", True),
            Kolom("MK TAHUN", "mkg_tahun", "bulat", True),
            Kolom("MK BULAN", "mkg_bulan", "bulat"),
            _tmt("TMT GAJI"),
            *SK,
        ),
        ("tmt",),
    ),
    Lembar(
        "RW MASA KERJA",
        "masa_kerja",
        (
            NIP,
            Kolom("PENGALAMAN", "pengalaman", "teks", True),
            Kolom("BULAN DIAKUI", "bulan", "bulat", True),
            _tmt("TMT"),
            *SK,
        ),
        ("tmt", "pengalaman"),
    ),
    Lembar(
        "RW PEMBERHENTIAN",
        "pemberhentian",
        (
            NIP,
            Kolom("JENIS", "jenis", "teks", True),
            Kolom("NAMA", "nama", "teks", True),
            Kolom("HAK PENSIUN", "hak_pensiun", "ya_tidak"),
            Kolom("JENIS PENSIUN ID", "jenis_pensiun"),
            Kolom("MASA KERJA PENSIUN BULAN", "mkp_bulan", "bulat"),
            Kolom("PENSIUN POKOK", "pensiun_pokok", "bulat"),
            Kolom("NOMOR PERTEK", "nomor_pertek"),
            Kolom("TANGGAL PERTEK", "tanggal_pertek", "tanggal"),
            _tmt("TMT"),
            *SK,
        ),
        ("tmt", "jenis"),
    ),
    Lembar(
        "RW TUNDA KGB", "tunda_kgb", (NIP, _tmt("TMT KGB"), Kolom("SAMPAI", "sampai", "tanggal", True), *SK), ("tmt",)
    ),
    Lembar(
        "RW PENDIDIKAN",
        "pendidikan",
        (
            NIP,
            Kolom("TINGKAT PENDIDIKAN ID", "tingkat", "ref:tingkat_pendidikan", True),
            Kolom("PENDIDIKAN ID", "siasn_id"),
            Kolom("PENDIDIKAN NAMA", "nama", "teks", True),
            Kolom("NAMA SEKOLAH", "sekolah"),
            _tmt("TANGGAL LULUS"),
            Kolom("TAHUN LULUS", "tahun_lulus", "bulat"),
            Kolom("NOMOR IJAZAH", "nomor_ijazah"),
            Kolom("PENDIDIKAN PERTAMA", "saat_pengangkatan", "ya_tidak"),
        ),
        ("tmt",),
    ),
    Lembar(
        "RW SKP",
        "kinerja",
        (
            NIP,
            Kolom("TAHUN", "tahun", "bulat", True),
            Kolom("PREDIKAT", "predikat", "teks", True),
            Kolom("NILAI", "nilai", "desimal"),
            Kolom("HASIL KERJA", "hasil_kerja"),
            Kolom("PERILAKU", "perilaku"),
            Kolom("PENILAI NAMA", "penilai_nama"),
            Kolom("TANGGAL PENETAPAN", "tmt", "tanggal"),
        ),
        ("tahun",),
    ),
    Lembar(
        "RW HUKDIS",
        "hukuman",
        (
            NIP,
            Kolom("JENIS HUKUMAN", "jenis", "ref:jenis_hukuman", True),
            _tmt("TMT HUKUMAN"),
            Kolom("SAMPAI", "sampai", "tanggal"),
            *SK,
            Kolom("PASAL", "pasal"),
        ),
        ("tmt", "jenis"),
    ),
    Lembar("RW PEMERIKSAAN", "pemeriksaan", (NIP, _tmt("TMT"), Kolom("SAMPAI", "sampai", "tanggal")), ("tmt",)),
    Lembar(
        "RW DIKLAT",
        "diklat",
        (
            NIP,
            Kolom("JENIS DIKLAT ID", "jenis", "ref:jenis_diklat", True),
            Kolom("LATIHAN STRUKTURAL ID", "latihan_struktural", "ref:latihan_struktural"),
            Kolom("NAMA DIKLAT", "nama", "teks", True),
            Kolom("PENYELENGGARA", "penyelenggara"),
            Kolom("NOMOR SERTIFIKAT", "nomor_sertifikat"),
            Kolom("TANGGAL MULAI", "tanggal_mulai", "tanggal"),
            _tmt("TANGGAL SELESAI"),
            Kolom("JP", "jp", "bulat"),
            Kolom("SESUAI JABATAN", "sesuai_jabatan", "ya_tidak"),
        ),
        ("tmt", "jenis", "nama", "nomor_sertifikat"),
    ),
    Lembar(
        "RW UJIAN", "ujian", (NIP, Kolom("JENIS", "jenis", "teks", True), _tmt("TANGGAL LULUS"), *SK), ("tmt", "jenis")
    ),
    Lembar(
        "RW PENGHARGAAN",
        "penghargaan",
        (
            NIP,
            Kolom("PENGHARGAAN ID", "jenis", "ref:jenis_penghargaan", True),
            Kolom("NAMA PENGHARGAAN", "nama"),
            Kolom("NOMOR PIAGAM", "nomor_piagam"),
            _tmt("TANGGAL"),
            *SK,
        ),
        ("tmt", "jenis"),
    ),
    Lembar(
        "RW ANGKA KREDIT",
        "angka_kredit",
        (
            NIP,
            Kolom("JENIS", "jenis", "teks", True),
            Kolom("JENJANG", "jenjang", "teks", True),
            _tmt("MULAI"),
            Kolom("SELESAI", "sampai", "tanggal"),
            Kolom("JUMLAH", "jumlah", "desimal", True),
            *SK,
        ),
        ("tmt", "jenis"),
    ),
    Lembar(
        "RW KELUARGA",
        "keluarga",
        (
            NIP,
            Kolom("ANGGOTA", "anggota", "teks", True),
            Kolom("HUBUNGAN", "hubungan", "teks", True),
            Kolom("NAMA", "nama", "teks", True),
            Kolom("TANGGAL LAHIR", "tanggal_lahir", "tanggal"),
            Kolom("JENIS KELAMIN", "jenis_kelamin"),
            Kolom("KEADAAN", "keadaan"),
            Kolom("TERTANGGUNG", "tertanggung", "ya_tidak"),
            Kolom("PEKERJAAN", "pekerjaan"),
            Kolom("NOMOR AKTA", "nomor_akta"),
            Kolom("NIP ANGGOTA", "nip"),
            Kolom("SEKOLAH SAMPAI", "sekolah_sampai", "tanggal"),
            Kolom("SUDAH KAWIN", "kawin", "ya_tidak"),
            Kolom("BERPENGHASILAN", "berpenghasilan", "ya_tidak"),
            _tmt("TMT"),
        ),
        ("tmt", "anggota"),
    ),
    Lembar(
        "RW KLAIM",
        "klaim",
        (
            NIP,
            Kolom("PROGRAM", "program", "teks", True),
            Kolom("PERISTIWA", "peristiwa", "teks", True),
            _tmt("TANGGAL KEJADIAN"),
            Kolom("NILAI", "nilai", "bulat", True),
            Kolom("TANGGAL BAYAR", "tanggal_bayar", "tanggal", True),
            Kolom("PENERIMA", "penerima", "teks", True),
            *SK,
        ),
        ("tmt", "program"),
    ),
    Lembar(
        "RW CLTN",
        "tinggal",
        (NIP, Kolom("JENIS", "jenis", "teks", True), _tmt("TMT"), Kolom("SAMPAI", "sampai", "tanggal"), *SK),
        ("tmt", "jenis"),
    ),
    Lembar(
        "RW CUTI",
        "cuti",
        (
            NIP,
            Kolom("JENIS", "jenis", "teks", True),
            _tmt("MULAI CUTI"),
            Kolom("SAMPAI", "sampai", "tanggal", True),
            Kolom("HARI KERJA", "hari_kerja", "bulat", True),
            Kolom("LUAR NEGERI", "luar_negeri", "ya_tidak"),
            *SK,
        ),
        ("tmt",),
    ),
    Lembar(
        "RW KONTRAK",
        "kontrak",
        (
            NIP,
            Kolom("GOLONGAN", "golongan", "ref:golongan"),
            _tmt("TMT KONTRAK"),
            Kolom("SAMPAI", "sampai", "tanggal"),
            Kolom("PARUH WAKTU", "paruh_waktu", "ya_tidak"),
            Kolom("UPAH", "upah", "bulat"),
            *SK,
        ),
        ("tmt",),
    ),
)
