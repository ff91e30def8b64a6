"""Kinerja periodik: predikat sebulan atau setriwulan, sebagaimana TPP dan papan kinerja memakainya.

A year's predikat is a ``RiwayatKinerja``; this is the fact of a shorter while, written by ``eperformance`` when the
penilai sets it, or imported from e-Kinerja BKN. Append-only: a later one of the same while withdraws it first.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kepegawaian.models.dasar import Pelaku
from kepegawaian.models.impor import BatchImpor
from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.presensi import beku
from kepegawaian.models.riwayat import RiwayatKinerja


class KinerjaPeriodik(models.Model):
    """Predikat satu pegawai pada satu masa. ``skp``: id of ours, None when imported.

    ``periodik`` as SIASN codes it, and "0": the yearly predikat of an SKP of a part of the year, which the conversion to
    angka kredit counts by its months (PermenPANRB 1/2023); TPP reads the others.
    """

    PERIODIK = [("0", "Masa SKP sebagian tahun"), ("1", "Bulanan"), ("2", "Triwulan")]
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="kinerja_periodik")
    tahun = models.PositiveSmallIntegerField()
    periodik = models.CharField(max_length=1, choices=PERIODIK)
    mulai = models.DateField()
    sampai = models.DateField()
    hasil_kerja = models.CharField(max_length=30, blank=True, default="")
    perilaku = models.CharField(max_length=30, blank=True, default="")
    predikat = models.CharField(max_length=16, choices=RiwayatKinerja.PREDIKAT)
    penilai_nama = models.CharField(max_length=160, blank=True, default="")
    penilai_nip = models.CharField(max_length=18, blank=True, default="")
    skp = models.BigIntegerField(null=True, blank=True)
    batch = models.ForeignKey(BatchImpor, models.PROTECT, null=True, blank=True, related_name="kinerja_periodik")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dicatat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_sebab = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["pegawai_id", "-mulai"]
        triggers = [beku("kinerja_periodik_beku", "Kinerja periodik", "dibatalkan_pada", "dibatalkan_sebab")]
        indexes = [
            models.Index(fields=["sampai", "pegawai"], condition=Q(dibatalkan_pada=None), name="kinerja_periodik_masa")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "periodik", "mulai"],
                condition=Q(dibatalkan_pada__isnull=True),
                name="kinerja_periodik_unik",
            ),
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="kinerja_periodik_wajar"),
            models.CheckConstraint(
                condition=Q(skp__isnull=False, batch__isnull=True) | Q(skp__isnull=True, batch__isnull=False),
                name="kinerja_periodik_satu_sumber",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.mulai}–{self.sampai}: {self.predikat}"
