"""Tiap jenis data pribadi: untuk apa, atas dasar apa, siapa yang membaca, sampai kapan. Shown to the person himself.

UU 27/2022 Pasal 5 asks for it: who keeps the data, on what ground, for what purpose. The processing rests on
duties of law and public office (Pasal 20 ayat (2) huruf c dan e), not on consent, so that nobody has to agree to anything.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of data. ``khusus``: "data pribadi yang bersifat spesifik" of Pasal 4 ayat (2)."""

    nama: str
    tujuan: str
    dasar: str
    pembaca: str
    khusus: bool = False


HUKUM = "UU 27/2022 Pasal 20 ayat (2) huruf c dan e"
JENIS = (
    Jenis("Identitas: nama, NIP, tanggal lahir, NIK, agama, status kawin",
          "Mengenali Anda dan menghitung batas usia, gaji, dan hak lain.", f"PP 11/2017; {HUKUM}",
          "Atasan dan operator membaca NIP dan jabatan. NIK hanya operator OPD, staf BKD, dan Inspektorat; tiap pembacaan tercatat."),
    Jenis("Kontak: alamat, telepon, surel", "Mengirim kode, pemberitahuan, dan surat.", HUKUM,
          "Operator OPD, staf dan pejabat BKD, Inspektorat."),
    Jenis("Riwayat kepegawaian: pangkat, jabatan, pendidikan, diklat, kinerja",
          "Menjadi dasar setiap keputusan kepegawaian tentang Anda.", f"PP 11/2017; {HUKUM}",
          "Atasan, kepala dan operator OPD Anda, BKD, Inspektorat."),
    Jenis("Keluarga", "Tunjangan keluarga, cuti, pensiun janda/duda dan anak.", f"PP 7/1977; {HUKUM}",
          "Operator OPD, staf BKD, dan Inspektorat; tiap pembacaan tercatat. Atasan tidak membacanya.", khusus=True),
    Jenis("Gaji dan tunjangan", "Menghitung penghasilan, potongan, dan iuran.", f"PP 7/1977; {HUKUM}",
          "Anda, pengelola gaji, dan yang memutus kenaikan gaji.", khusus=True),
    Jenis("Kesehatan: sakit dan kecelakaan kerja pada cuti dan klaim", "Cuti sakit dan jaminan kecelakaan kerja.",
          f"PP 11/2017; {HUKUM}", "Hanya penangannya; tiap pembacaan tercatat.", khusus=True),
    Jenis("Hukuman disiplin dan pemeriksaan", "Menegakkan disiplin dan menghitung akibatnya.", f"PP 94/2021; {HUKUM}",
          "Hanya penangan disiplin; tiap pembacaan tercatat."),
    Jenis("Presensi", "Menghitung kehadiran dan tunjangan.", f"PP 94/2021; {HUKUM}", "Anda, atasan, dan pengelola presensi."),
    Jenis("Akun: waktu masuk, alamat jaringan, perangkat", "Mengamankan akun dan menyelidiki penyalahgunaan.",
          "UU 27/2022 Pasal 31, 35, dan 39", "Anda, admin sistem, dan Inspektorat."),
)  # fmt: skip
# (right, article, where it is exercised): shown below the table, in plain words.
HAK = (
    ("Mengetahui tujuan dan dasarnya", "Pasal 5", "halaman ini"),
    ("Membetulkan data yang keliru", "Pasal 6", "layanan Peremajaan Data, atau operator OPD Anda"),
    ("Melihat dan mendapat salinannya", "Pasal 7", "tombol di bawah; portal memberikannya dalam hitungan menit, undang-undang memberi batas 3 x 24 jam (Pasal 32)"),
    ("Memakai datanya di tempat lain", "Pasal 13", "salinan berbentuk JSON yang dapat dibaca sistem lain"),
    ("Meminta dihapus", "Pasal 8", "tidak berlaku bagi riwayat kepegawaian, yang disimpan untuk penyelenggaraan negara (Pasal 15 ayat (1) huruf c)"),
)  # fmt: skip
