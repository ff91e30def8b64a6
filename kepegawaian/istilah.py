"""Istilah hukum kepegawaian dalam bahasa sehari-hari: satu kamus bagi tip di halaman dan bagi panduan.

``dasar`` names the regulation the matter is governed by, never an article; "" for words of office practice or of this portal.
Shown by ``{% istilah "tmt" %}`` where a term first appears on a page, all of them on the guide "Istilah".
"""

from typing import NamedTuple


class Istilah(NamedTuple):
    """One term: as it is written, spelled out, in plain words, and the regulation."""

    sebutan: str
    panjang: str
    arti: str
    dasar: str = ""


ISTILAH = {
    "abk": Istilah("ABK", "Analisis beban kerja",
        "Menghitung berapa orang yang diperlukan sebuah jabatan dari tugas, volume, dan norma waktunya.", "PermenPANRB 1/2020"),
    "angka-kredit": Istilah("angka kredit", "Angka kredit",
        "Nilai prestasi kerja pejabat fungsional; syarat naik pangkat dan jenjangnya.", "PermenPANRB 1/2023"),
    "bup": Istilah("BUP", "Batas usia pensiun", "Umur pegawai diberhentikan dengan hormat; berbeda menurut jabatannya.", "PP 11/2017"),
    "cltn": Istilah("CLTN", "Cuti di luar tanggungan negara",
        "Cuti panjang tanpa penghasilan; masanya tidak dihitung sebagai masa kerja.", "PP 11/2017"),
    "duk": Istilah("DUK", "Daftar urut kepangkatan", "Urutan PNS, mulai dari pangkat yang tertinggi, per suatu tanggal.", "PP 15/1979"),
    "hukdis": Istilah("hukuman disiplin", "Hukuman disiplin",
        "Hukuman ringan, sedang, atau berat bagi yang melanggar kewajiban atau larangan.", "PP 94/2021"),
    "ip-asn": Istilah("IP ASN", "Indeks Profesionalitas ASN",
        "Ukuran 0 sampai 100 dari kualifikasi, kompetensi, kinerja, dan disiplin.", "PermenPANRB 38/2018"),
    "jp": Istilah("JP", "Jam pelajaran", "Satuan lamanya pelatihan atau pengembangan kompetensi lain.", "PP 11/2017"),
    "kgb": Istilah("KGB", "Kenaikan gaji berkala",
        "Kenaikan gaji pokok tiap dua tahun, tanpa naik pangkat, bila syaratnya terpenuhi.", "PP 7/1977"),
    "kp": Istilah("KP", "Kenaikan pangkat", "Naik ke pangkat dan golongan ruang yang setingkat lebih tinggi.", "PP 99/2000"),
    "mkg": Istilah("MKG", "Masa kerja golongan",
        "Masa kerja yang dihitung untuk gaji; bersama golongan menentukan baris pada tabel gaji pokok.", "PP 7/1977"),
    "nominatif": Istilah("nominatif", "Daftar nominatif", "Daftar nama yang menurut data sudah waktunya, disusun portal untuk diperiksa."),
    "opd": Istilah("OPD", "Organisasi perangkat daerah", "Dinas, badan, sekretariat, kecamatan, dan perangkat daerah lainnya.", "PP 18/2016"),
    "pertek": Istilah("pertek", "Pertimbangan teknis", "Pendapat BKN yang harus ada sebelum keputusan tertentu ditetapkan."),
    "plh": Istilah("Plh.", "Pelaksana harian", "Menjalankan tugas pejabat yang berhalangan sementara.", "UU 30/2014"),
    "plt": Istilah("Plt.", "Pelaksana tugas", "Menjalankan tugas jabatan yang pejabatnya berhalangan tetap.", "UU 30/2014"),
    "ppk": Istilah("PPK", "Pejabat pembina kepegawaian",
        "Yang berwenang mengangkat, memindahkan, dan memberhentikan; di kabupaten ialah Bupati.", "UU 20/2023"),
    "pppk": Istilah("PPPK", "Pegawai pemerintah dengan perjanjian kerja",
        "ASN yang diangkat dengan perjanjian kerja untuk jangka waktu tertentu.", "PP 49/2018"),
    "predikat": Istilah("predikat", "Predikat kinerja", "Hasil penilaian kinerja setahun, dari Sangat Baik sampai Sangat Kurang.",
        "PermenPANRB 6/2022"),
    "skp": Istilah("SKP", "Sasaran kinerja pegawai", "Hasil kerja dan perilaku yang disepakati pegawai dan penilainya.", "PermenPANRB 6/2022"),
    "tmt": Istilah("TMT", "Terhitung mulai tanggal", "Hari sejak keputusan berlaku, yang dapat berbeda dari hari SK-nya ditandatangani."),
    "tpp": Istilah("TPP", "Tambahan penghasilan pegawai",
        "Penghasilan di luar gaji yang diberikan daerah menurut kemampuannya.", "PP 12/2019"),
}  # fmt: skip
