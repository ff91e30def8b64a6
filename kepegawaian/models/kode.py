"""Daftar kode SIASN yang sederhana; kuncinya ialah kode SIASN itu sendiri, sebagai teks.

Sources per row: column ``sumber`` in ``kepegawaian/data/*.csv``. Ids are kept as text because leading
zeros carry meaning (``"01"`` Aktif, ``"05"`` Sekolah Dasar).
"""

from django.db import models


class Kode(models.Model):
    """One code of a list; never deleted, only ended by ``berlaku_sampai``."""

    kode = models.CharField(max_length=8, primary_key=True)
    nama = models.CharField(max_length=160)
    berlaku_sejak = models.DateField(null=True, blank=True)
    berlaku_sampai = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["kode"]

    def __str__(self):
        return self.nama


class Agama(Kode):
    """Agama (ref SIASN agama)."""


class JenisKawin(Kode):
    """Status perkawinan (ref SIASN jenis_kawin)."""


class JenisPegawai(Kode):
    """Jenis pegawai menurut instansi induk dan tempat bekerja (ref SIASN jenis_pegawai)."""


class JenisJabatan(Kode):
    """Jenis jabatan: 1 struktural, 2 fungsional, 3 rangkap, 4 pelaksana (ref SIASN jenis_jabatan)."""


class JenisKP(Kode):
    """Jenis kenaikan pangkat (ref SIASN jenis_kp)."""


class LatihanStruktural(Kode):
    """Jenjang diklat struktural (ref SIASN latihan_struktural), with the modern level it equals."""

    jenjang = models.CharField(max_length=10, blank=True, help_text="PKP, PKA, PKN II, PKN I")


class JenisPenghargaan(Kode):
    """Penghargaan (ref SIASN penghargaan)."""


class JenisDiklat(Kode):
    """Jenis pengembangan kompetensi (ref SIASN jenis_diklat).

    ``kelompok`` says which indicator of IP ASN it fills: struktural, fungsional, teknis or seminar.
    """

    kelompok = models.CharField(max_length=12)


class KedudukanHukum(Kode):
    """Kedudukan hukum (ref SIASN kedudukan_hukum).

    ``aktif``: still an ASN who works or may come back to work; ``akhir``: service has ended; ``lepas_jabatan``: still an
    ASN but released from his post, so that its seat is vacant (MPP, pemberhentian sementara).
    """

    aktif = models.BooleanField()
    akhir = models.BooleanField()
    lepas_jabatan = models.BooleanField(default=False)


class JenisHukuman(Kode):
    """Jenis hukuman disiplin, kode PP 94/2021 (R1 … B3C) and older SIASN kinds (``S:<id>``)."""

    tingkat = models.CharField(max_length=6, choices=[(t, t) for t in ("ringan", "sedang", "berat")])
    durasi_bulan = models.PositiveSmallIntegerField(null=True, blank=True)
    tahan_kgb = models.BooleanField()
    tahan_kp = models.BooleanField()
    dasar_hukum = models.CharField(max_length=160)
    siasn_id = models.CharField(max_length=4, blank=True)
