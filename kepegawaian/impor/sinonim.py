"""Judul kolom lain yang dikenal, seperti ditulis berkas-berkas SIASN dan e-Kinerja BKN dari tahun ke tahun."""

# Header in the file (upper case, single blanks) -> column of KOLOM_UTAMA.
SINONIM = {
    "ID": "PNS ID",
    "NIP": "NIP BARU",
    "NAMA LENGKAP": "NAMA",
    "TEMPAT LAHIR": "TEMPAT LAHIR NAMA",
    "TGL LAHIR": "TANGGAL LAHIR",
    "AGAMA": "AGAMA NAMA",
    "JENIS KAWIN": "JENIS KAWIN NAMA",
    "NPWP": "NPWP NOMOR",
    "NOMOR BPJS": "BPJS",
    "JENIS PEGAWAI": "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM": "KEDUDUKAN HUKUM NAMA",
    "KARTU PEGAWAI": "KARTU ASN VIRTUAL",
    "TGL SK CPNS": "TANGGAL SK CPNS",
    "TGL SK PNS": "TANGGAL SK PNS",
    "GOL AWAL": "GOL AWAL NAMA",
    "GOLONGAN AWAL ID": "GOL AWAL ID",
    "GOLONGAN AWAL NAMA": "GOL AWAL NAMA",
    "GOL AKHIR": "GOL AKHIR NAMA",
    "GOLONGAN": "GOL AKHIR NAMA",
    "GOLONGAN ID": "GOL AKHIR ID",
    "GOLONGAN NAMA": "GOL AKHIR NAMA",
    "JENIS JABATAN": "JENIS JABATAN NAMA",
    "NAMA JABATAN": "JABATAN NAMA",
    "TINGKAT PENDIDIKAN": "TINGKAT PENDIDIKAN NAMA",
    "TK PENDIDIKAN ID": "TINGKAT PENDIDIKAN ID",
    "TK PENDIDIKAN NAMA": "TINGKAT PENDIDIKAN NAMA",
    "NAMA PENDIDIKAN": "PENDIDIKAN NAMA",
    "TANGGAL LULUS": "TAHUN LULUS",
    "UNIT ORGANISASI ID": "UNOR ID",
    "UNIT ORGANISASI NAMA": "UNOR NAMA",
    "NAMA UNOR": "UNOR NAMA",
    "UNOR INDUK": "SATUAN KERJA KERJA NAMA",
    # The 62-column helper file splits the post in three; the one that is filled counts.
    "JFT ID": "JABATAN ID",
    "JFT NAMA": "JABATAN NAMA",
    "JFU ID": "JABATAN ID",
    "JFU NAMA": "JABATAN NAMA",
}
# The same for riwayat sheets: key of the sheet -> header in the file -> its column.
SINONIM_RIWAYAT = {
    "kinerja": {
        **dict.fromkeys(
            ("KUADRANKINERJANILAI", "KUADRAN KINERJA NILAI", "KUADRANKINERJA", "KUADRAN KINERJA", "PREDIKAT KINERJA"),
            "PREDIKAT",
        ),
        **dict.fromkeys(("HASILKINERJANILAI", "HASIL KINERJA NILAI", "HASILKINERJA", "HASIL KINERJA"), "HASIL KERJA"),
        **dict.fromkeys(("PERILAKUKERJANILAI", "PERILAKU KERJA NILAI", "PERILAKUKERJA", "PERILAKU KERJA"), "PERILAKU"),
        **dict.fromkeys(("PENILAINAMA", "NAMAPENILAI", "NAMA PENILAI"), "PENILAI NAMA"),
    },
}
