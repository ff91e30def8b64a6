"""Tinjauan regulasi: kapan sebuah peraturan terakhir ditinjau, dan hasilnya; append-only. Written by ``tata_kelola.tinjauan``."""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Pengguna, Regulasi
from kepegawaian.models.dasar import TAMBAH_SAJA


class TinjauanRegulasi(models.Model):
    """One review of one regulation; the newest row counts until ``tinjau_lagi``."""

    HASIL = [
        ("berlaku", "Masih berlaku"),
        ("diubah", "Diubah"),
        ("diganti", "Diganti"),
        ("dicabut", "Dicabut"),
    ]
    TIDAK_BERLAKU = ("diganti", "dicabut")
    regulasi = models.ForeignKey(Regulasi, models.PROTECT, related_name="tinjauan")
    hasil = models.CharField(max_length=8, choices=HASIL)
    pengganti = models.ForeignKey(Regulasi, models.PROTECT, null=True, blank=True, related_name="+")
    tanggal = models.DateField()
    tinjau_lagi = models.DateField()
    catatan = models.CharField(max_length=500, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["regulasi", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["regulasi", "-id"], name="tinjauan_terbaru")]
        constraints = [
            models.CheckConstraint(condition=Q(tinjau_lagi__gt=F("tanggal")), name="tinjauan_berikut_sesudahnya"),
            models.CheckConstraint(
                condition=~Q(hasil="diganti") | Q(pengganti__isnull=False), name="tinjauan_diganti_menyebut"
            ),
        ]

    def __str__(self):
        return f"{self.regulasi_id}: {self.hasil}"
