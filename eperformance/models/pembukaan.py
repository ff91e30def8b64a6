"""Permintaan membuat draf SKP bagi semua pegawai: siapa memintanya, sampai mana, dan hasilnya.

Written by ``eperformance.periode`` only; the row is the queue's truth, so that a lost task can be put on again.
"""

from django.db import models
from django.db.models import Q

from eperformance.models.skp import PeriodeKinerja
from kepegawaian.models import Pengguna


class PembukaanSkp(models.Model):
    """One request. ``sampai_pegawai``: the last id that was looked at; ``diperiksa`` of ``semua`` people, ``dibuat`` drafts."""

    STATUS = [("antre", "Sedang berjalan"), ("selesai", "Selesai"), ("gagal", "Berhenti")]
    periode = models.ForeignKey(PeriodeKinerja, models.PROTECT, related_name="pembukaan")
    status = models.CharField(max_length=7, choices=STATUS, default="antre")
    diminta_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diminta_pada = models.DateTimeField()
    alamat = models.CharField(max_length=80, blank=True, default="")
    semua = models.PositiveIntegerField(default=0)
    diperiksa = models.PositiveIntegerField(default=0)
    dibuat = models.PositiveIntegerField(default=0)
    sampai_pegawai = models.BigIntegerField(default=0)
    bergerak_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["periode_id", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["periode"], condition=Q(status="antre"), name="satu_pembukaan_berjalan")
        ]

    def __str__(self):
        return f"{self.periode_id}: {self.status} {self.diperiksa}/{self.semua}"
