"""Indeks pada dunia akses: generasi A, dan dua berkas nilai BKN, satu menunggu dengan satu galat dan satu diterapkan."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from indeks import malam
from indeks.bkn import impor
from kepegawaian.impor.ekspor import tulis_daftar

KOLOM = ("NIP", "TAHUN", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN")


def berkas_ip(d, tahun=2025):
    """A workbook with a value of ani and a row in error."""
    baris = [(d.ani.nip, tahun, 15, 25, 25, 5), ("1", tahun, 15, 25, 25, 5)]
    return SimpleUploadedFile("ip.xlsx", tulis_daftar("Sheet1", KOLOM, baris).read())


def isi_indeks(d, hari_ini):
    """The run of generation A, ``ip_batch`` in preview and ``ip_terap`` applied."""
    malam.hitung(hari_ini, hari_ini=hari_ini, sekarang=timezone.now, generasi="A")
    d.ip_terap = impor.IMPOR.baca(
        impor.unggah(berkas_ip(d, hari_ini.year), "ip.xlsx", hari_ini.year, hari_ini, None).pk
    )
    impor.IMPOR.terapkan(d.ip_terap.pk)
    d.ip_batch = impor.IMPOR.baca(impor.unggah(berkas_ip(d), "ip.xlsx", 2025, hari_ini, None).pk)
