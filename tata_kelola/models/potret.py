"""Potret bulanan: banyaknya pegawai menurut kelompok pada hari terakhir sebuah bulan. Written by ``tata_kelola.potret`` only."""

from django.db import models
from django.db.models import Q

from kepegawaian.models.dasar import TAMBAH_SAJA


class PotretBulan(models.Model):
    """Satu sel: how many stood in it on the last day of ``bulan`` (its first day). ``kata`` as it was called that night.

    Append-only: what was published of a month never moves again, though riwayat is corrected later.
    """

    bulan = models.DateField()
    himpunan = models.CharField(max_length=20)
    utama = models.CharField(max_length=40)
    kedua = models.CharField(max_length=40, blank=True, default="")
    kata_utama = models.CharField(max_length=200)
    kata_kedua = models.CharField(max_length=200, blank=True, default="")
    jumlah = models.PositiveIntegerField()

    class Meta:
        ordering = ["-bulan", "himpunan", "utama", "kedua"]
        triggers = [TAMBAH_SAJA]
        constraints = [
            models.UniqueConstraint(fields=["bulan", "himpunan", "utama", "kedua"], name="potret_bulan_unik"),
            models.CheckConstraint(condition=Q(bulan__day=1), name="potret_bulan_awal_bulan"),
        ]

    def __str__(self):
        return f"{self.bulan:%Y-%m} {self.himpunan} {self.utama} {self.kedua}: {self.jumlah}"
