"""Gambar pada panduan: halaman yang dipotret uji peramban (``make gambar``), dua lebar, disimpan pada static/panduan/.

``tests/e2e/test_layar_mesin.py`` takes them on its own stage, whose people are invented; the guides show them by
``{% gambar_panduan "kode" %}``.
"""

from typing import NamedTuple

LEBAR = ((1280, 800), (360, 740))


class Gambar(NamedTuple):
    """One picture: the page it shows and what one should see in it."""

    halaman: str
    alt: str


GAMBAR = {
    "dasar-cari": Gambar("tata_kelola:cari", "Halaman cari: hasil bagi satu kata, dikelompokkan menurut jenisnya."),
    "asn-beranda": Gambar("tata_kelola:beranda", "Beranda ASN: data diri, yang harus dilakukan, yang akan datang, dan indeksnya."),
    "asn-layanan": Gambar("layanan:katalog_detail", "Halaman layanan kenaikan gaji berkala: syarat dengan dasar hukumnya, berkas, dan jalannya."),
    "asn-usulan": Gambar("layanan:usulan_detail", "Usulan yang dikembalikan: sebabnya, yang harus diperbaiki, dan jejak perjalanannya."),
    "operator-daftar": Gambar("kepegawaian:pegawai_list", "Daftar pegawai satu perangkat daerah dengan saringan di atasnya."),
    "staf-kotak": Gambar("layanan:kotak_list", "Kotak kerja staf: usulan yang menunggu, syaratnya, dan batas waktunya."),
    "staf-naskah": Gambar("layanan:naskah_list", "Daftar naskah: nomor, perihal, orang, dan tahapnya."),
    "pejabat-beranda": Gambar("tata_kelola:beranda", "Beranda Kepala BKD: yang menunggu keputusan, arus usulan, dan yang akan datang."),
    "pejabat-kotak": Gambar("layanan:kotak_list", "Kotak kerja pejabat: banyak usulan dapat dipilih dan disetujui dengan satu konfirmasi."),
    "kabar-tugas": Gambar("tata_kelola:tugas_list", "Yang harus Anda lakukan, berurut menurut tenggatnya."),
    "tata-dasbor": Gambar("tata_kelola:dasbor", "Dasbor pimpinan: indeks, komposisi, dan gelombang pensiun; tiap angka dapat ditelusuri."),
    "templat-daftar": Gambar("tata_kelola:templat_detail", "Templat sebuah naskah: bagian-bagiannya dan versi yang berlaku."),
    "admin-mulai": Gambar("tata_kelola:hari_pertama", "Hari pertama: langkah persiapan, keadaannya, dan siapa yang mengerjakan."),
}  # fmt: skip


def berkas(kode, lebar):
    """Path of a picture below static/."""
    return f"panduan/{kode}-{lebar}.webp"
