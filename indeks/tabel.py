"""Tabel IP ASN sebagaimana ``regulasi/ip-asn.md`` bagian 2 dan 3, dengan dasar dan keyakinan tiap indikator.

Figures marked ``asumsi`` there are dated settings (``ip_*``), not constants; here stands only what the
sources state. Pure Python, read by ``setelan.py``, ``aturan.py`` and ``penjelasan.py``.
"""

from typing import NamedTuple

from layanan.katalog import Dasar

DASAR_B = Dasar("PerBKN 8/2019", "Lampiran I")
DASAR_C = Dasar("Surat BKN 4190/2024")

# Table 2.1.
DIMENSI = {
    "kualifikasi": ("Kualifikasi", 25),
    "kompetensi": ("Kompetensi", 40),
    "kinerja": ("Kinerja", 30),
    "disiplin": ("Disiplin", 5),
}
MAKS_KOMPETENSI = 4000  # hundredths

# Table 2.2.
SKOR_PENDIDIKAN = {
    "S3": 25, "S2": 20, "S1": 15, "D4": 15, "D3": 10, "D2": 5, "D1": 5, "SLTA": 5, "SLTP": 1, "SD": 1,
}  # fmt: skip
# The next level that gains points, and how it is called.
PENDIDIKAN_BERIKUT = {
    "SD": ("SLTA", "SLTA"),
    "SLTP": ("SLTA", "SLTA"),
    "SLTA": ("S1", "S1 atau D-IV"),
    "D1": ("S1", "S1 atau D-IV"),
    "D2": ("S1", "S1 atau D-IV"),
    "D3": ("S1", "S1 atau D-IV"),
    "D4": ("S2", "S2"),
    "S1": ("S2", "S2"),
    "S2": ("S3", "S3"),
}

# Table 2.3.
TABEL_KOMPETENSI = {
    "struktural": {"pimpinan": 15, "teknis": 15, "seminar": 10},
    "fungsional": {"fungsional": 15, "teknis": 15, "seminar": 10},
    "pelaksana": {"teknis": 22.5, "seminar": 17.5},
}
# Rule 1 of 2.3: rank of a structural training, rank a post asks for, and its name.
TINGKAT_DIKLAT = {"PKP": 1, "PKA": 2, "PKN II": 3, "PKN I": 4}
JENJANG_KELOMPOK = {"pengawas": 1, "administrator": 2, "jpt_pratama": 3, "jpt_madya": 4}
NAMA_DIKLAT = {
    1: "Pelatihan Kepemimpinan Pengawas (PKP)",
    2: "Pelatihan Kepemimpinan Administrator (PKA)",
    3: "Pelatihan Kepemimpinan Nasional Tingkat II",
    4: "Pelatihan Kepemimpinan Nasional Tingkat I",
}
NAMA_KELOMPOK = {
    "pengawas": "pengawas",
    "administrator": "administrator",
    "jpt_pratama": "JPT pratama",
    "jpt_madya": "JPT madya",
}

# Table 2.4: lower bounds of the bands, highest first. ``batas_bawah``: reached at the bound; ``lebih_dari``: above it.
PITA_NILAI = {"batas_bawah": (91, 76, 61, 51, 0), "lebih_dari": (90, 75, 60, 50, -1)}

# Table 2.5 in hundredths; ``berat`` is a setting.
SKOR_DISIPLIN = {"": 500, "ringan": 300, "sedang": 200}

# Table 2.6, lower bounds; below the last: Sangat Rendah.
KATEGORI = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
BATAS_KATEGORI = {"batas_bawah": (91, 81, 71, 61), "lebih_dari": (90, 80, 70, 60)}


class Indikator(NamedTuple):
    """What is said of an indicator on screen: name, dimension, law, confidence, and what is assumed in it."""

    nama: str
    dimensi: str
    dasar: Dasar
    keyakinan: str
    catatan: str = ""


INDIKATOR = {
    "pendidikan": Indikator("Pendidikan formal tertinggi", "kualifikasi", DASAR_B, "pasti",
        "Dihitung dari pendidikan yang sudah tercatat dan diakui, bukan yang masih ditempuh."),
    "bobot_dasar": Indikator("Bobot dasar menurut predikat kinerja", "kompetensi", DASAR_C, "sebagian",
        "Isi surat BKN belum terbaca; angka dari penjelasan resmi satu daerah."),
    "pimpinan": Indikator("Diklat kepemimpinan sesuai jenjang", "kompetensi", DASAR_B, "sebagian",
        "Diklat yang lebih tinggi dari jenjang juga memenuhi (asumsi)."),
    "fungsional": Indikator("Diklat fungsional sesuai jabatan", "kompetensi", DASAR_B, "sebagian",
        "Sebagian jabatan fungsional tidak mensyaratkan diklat fungsional."),
    "teknis": Indikator("Diklat teknis", "kompetensi", DASAR_B, "sebagian",
        "JP semua diklat teknis yang selesai dalam jendelanya dijumlahkan (asumsi)."),
    "seminar": Indikator("Seminar, lokakarya, kursus, magang, dan sejenisnya", "kompetensi", DASAR_B, "sebagian"),
    "kinerja": Indikator("Hasil penilaian kinerja", "kinerja", DASAR_B, "sebagian",
        "Skor predikat Kurang dan Sangat Kurang serta tahun yang dipakai ialah asumsi."),
    "disiplin": Indikator("Hukuman disiplin dalam lima tahun", "disiplin", DASAR_B, "sebagian",
        "Dihitung menurut TMT hukuman, tahun T-4 sampai T."),
}  # fmt: skip

# Why a person is not counted or could not be measured.
SEBAB = {
    "CPNS": "CPNS tidak termasuk yang diukur; penghitungan mulai setelah diangkat menjadi PNS.",
    "PPPK": "PPPK belum dihitung pada generasi ini.",
    "PPPK_PW": "PPPK paruh waktu tidak disebut dalam peraturan yang ditemukan, jadi tidak dihitung (asumsi).",
    "PNS": "Status ini tidak termasuk yang diukur.",
    "status_kosong": "Status kepegawaian belum tercatat.",
    "berhenti": "Sudah pensiun, berhenti, atau pindah pada tanggal acuan.",
    "kontrak_berakhir": "Perjanjian kerja sudah berakhir pada tanggal acuan dan perpanjangannya belum tercatat.",
    "jabatan_kosong": "Jabatan belum tercatat, sehingga tabel kompetensinya tidak dapat dipilih.",
}
