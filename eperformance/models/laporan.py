"""Laporan pemantauan kinerja triwulanan: angkanya dibekukan saat diminta, PDF-nya dicetak pekerja dari yang beku itu.

Written only by ``eperformance.pantau.laporan``.
"""

from django.db import models

from eperformance.models.skp import PeriodeKinerja
from kepegawaian.models import Pengguna


class LaporanKinerja(models.Model):
    """One report of a quarter over all OPD. ``data``: letterhead, columns, rows; without penalties."""

    STATUS = [("antre", "Menunggu cetak"), ("jadi", "Tercetak"), ("gagal", "Gagal dicetak")]
    periode = models.ForeignKey(PeriodeKinerja, models.PROTECT, related_name="laporan")
    triwulan = models.PositiveSmallIntegerField()
    data = models.JSONField()
    status = models.CharField(max_length=5, choices=STATUS, default="antre")
    file = models.FileField(upload_to="laporan-kinerja/%Y/", blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(triwulan__gte=1, triwulan__lte=4), name="laporan_kinerja_triwulan"
            )
        ]

    def __str__(self):
        return f"Laporan kinerja {self.periode_id} TW{self.triwulan}"
