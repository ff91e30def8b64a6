"""Fungsi kasus penghargaan: kelas Satyalancana, nilai akhir dan peringkat pemilihan. The law stands in ``aturan.py``."""

from datetime import date

from kesejahteraan.penghargaan import aturan
from kesejahteraan.penghargaan.forms import hari_anugerah
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


@fungsi_kasus("satyalancana")
def satyalancana(*, acuan, profil: dict, tanggal: date | str):
    """PP 35/2010 Ps. 22: kelas yang diusulkan dan sejak kapan masa kerjanya dihitung, pada tanggal penganugerahan.

    profil seperti pada kasus layanan. harapan: kelas, warna, mulai (tanggal), semuanya null bila tidak ada.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    p = susun_profil(profil, hari, acuan)
    kelas = aturan.kelas_usul(p, acuan, hari)
    return {"kelas": kelas, "warna": aturan.WARNA.get(kelas), "mulai": aturan.mulai_hitung(p, acuan, hari)}


@fungsi_kasus("hari_satyalancana")
def hari_satyalancana(*, acuan, tahun: int):
    """Setelan slks_tanggal: hari penganugerahan satu tahun. harapan: tanggal."""
    return hari_anugerah(acuan, tahun)


@fungsi_kasus("nilai_teladan")
def nilai_teladan(*, acuan, lembar: list, bobot: dict):
    """Nilai akhir seorang calon: rata-rata juri tiap kriteria, dibobot. lembar: daftar {kriteria: 0-100} tiap juri.

    harapan: nilai dengan dua desimal, atau null bila ada kriteria yang belum dinilai.
    """
    return aturan.nilai_akhir(lembar, bobot)


@fungsi_kasus("peringkat_teladan")
def peringkat_teladan(*, acuan, nilai: dict):
    """Peringkat menurut nilai akhir {calon: nilai}; nilai yang sama berbagi peringkat. harapan: {calon: peringkat}."""
    return aturan.peringkat(nilai)
