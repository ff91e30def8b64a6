"""Nilai resmi BKN seorang pegawai pada satu tahun. Append-only; written by ``indeks.bkn.impor`` only."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kepegawaian.models import BatchImpor, Pegawai
from kepegawaian.models.dasar import Pelaku
from kepegawaian.models.presensi import beku


class NilaiResmi(models.Model):
    """Satu nilai sebagaimana layanan SIASN ``nilaiipasn`` memberinya; a later import withdraws it and writes its own.

    ``keterangan``: {dimensi: text}. ``dihitung_bkn``: BKN's own time stamp as text, "" when the file has none.
    """

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="nilai_resmi")
    tahun = models.PositiveSmallIntegerField()
    kualifikasi = models.DecimalField(max_digits=5, decimal_places=2)
    kompetensi = models.DecimalField(max_digits=5, decimal_places=2)
    kinerja = models.DecimalField(max_digits=5, decimal_places=2)
    disiplin = models.DecimalField(max_digits=5, decimal_places=2)
    total = models.DecimalField(max_digits=5, decimal_places=2)
    keterangan = models.JSONField(default=dict)
    dihitung_bkn = models.CharField(max_length=40, blank=True, default="")
    batch = models.ForeignKey(BatchImpor, models.PROTECT, related_name="nilai_resmi")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dicatat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_sebab = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["pegawai_id", "-tahun"]
        triggers = [beku("nilai_resmi_beku", "Nilai resmi BKN", "dibatalkan_pada", "dibatalkan_sebab")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"], condition=Q(dibatalkan_pada__isnull=True), name="nilai_resmi_unik"
            ),
            models.CheckConstraint(
                condition=Q(kualifikasi__range=(0, 25), kompetensi__range=(0, 40), kinerja__range=(0, 30), disiplin__range=(0, 5)),
                name="nilai_resmi_batas",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["tahun", "pegawai"], condition=Q(dibatalkan_pada=None), name="nilai_resmi_tahun")
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.tahun}: {self.total}"
