"""Rancangan pelantikan: ruang kerja rahasia tempat tim menempatkan orang pada jabatan sebelum diusulkan.

``mutasi.perbuatan`` is the only writer; ``mutasi.rancangan`` reads it as a whole (violations, chain vacancies, before and
after). Confidential: only who is named on it, Kepala BKD, Sekda and the clerk of the Bupati know that it exists.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.hak import KODE_BKD, KODE_SEKDA
from kepegawaian.models import Jabatan, Pegawai, Pengguna, UnitKerja
from layanan.models import Usulan

PIMPINAN = (f"KEPALA-{KODE_BKD}", KODE_SEKDA)


class RancanganQuerySet(models.QuerySet):
    """Who may know of a rancangan."""

    def terlihat_oleh(self, hak):
        """Those the user is named on; all of them for Kepala BKD, Sekda and who records for the Bupati."""
        if hak.hanya_baca:
            return self.none()
        if any(k.kode in PIMPINAN for k in hak.kantor) or "BUPATI" in hak.kantor_luar:
            return self
        return self.filter(
            Q(pk__in=self.model.anggota.through.objects.filter(pengguna_id=hak.pengguna_id).values("rancangan_id"))
        )


class Rancangan(models.Model):
    """One round of placements on one TMT; ``final`` once its rows have become usulan."""

    STATUS = [("konsep", "Konsep"), ("final", "Final")]

    nama = models.CharField(max_length=120)
    tmt = models.DateField()
    status = models.CharField(max_length=6, choices=STATUS, default="konsep")
    anggota = models.ManyToManyField(Pengguna, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    final_pada = models.DateTimeField(null=True, blank=True)

    objects = RancanganQuerySet.as_manager()

    class Meta:
        ordering = ["-dibuat_pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="konsep", final_pada__isnull=True) | Q(status="final", final_pada__isnull=False),
                name="rancangan_final_berwaktu",
            )
        ]

    def __str__(self):
        return self.nama


class BarisRancangan(models.Model):
    """One person dropped into one post of one unit; ``usulan`` once the rancangan is final."""

    rancangan = models.ForeignKey(Rancangan, models.CASCADE, related_name="baris")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["rancangan", "pegawai"], name="rancangan_satu_baris_tiap_orang")
        ]

    def __str__(self):
        return f"{self.pegawai_id} → {self.jabatan_id}"
