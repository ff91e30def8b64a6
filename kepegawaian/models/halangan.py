"""Halangan: masa seorang pejabat tidak berada di tempat, sehingga langkah yang menunggunya naik ke atasannya."""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models.dasar import lacak
from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.penugasan import Pengguna


@lacak
class Halangan(models.Model):
    """One absence of a pegawai, both days included; cut short by moving ``sampai``, withdrawn by ``dibatalkan_pada``.

    Recorded by hand (``layanan.halangan``), and by the letter that grants an official his cuti (``kesejahteraan.cuti``).
    """

    SEBAB = [
        ("cuti", "Cuti"),
        ("sakit", "Sakit"),
        ("dinas_luar", "Dinas luar"),
        ("diklat", "Mengikuti pelatihan"),
        ("lain", "Sebab lain"),
    ]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="halangan")
    sejak = models.DateField()
    sampai = models.DateField()
    sebab = models.CharField(max_length=10, choices=SEBAB)
    keterangan = models.CharField(max_length=200, blank=True)
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sejak", "-id"]
        indexes = [models.Index(fields=["pegawai", "sampai"], name="halangan_pegawai")]
        constraints = [models.CheckConstraint(condition=Q(sampai__gte=F("sejak")), name="halangan_masa_wajar")]

    def __str__(self):
        return f"{self.pegawai_id} {self.sejak}–{self.sampai}"
