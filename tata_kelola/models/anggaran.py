"""Pagu dan realisasi tiap kegiatan pada pohon kinerja; append-only, the newest row counts. Written by ``tata_kelola.anggaran``."""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Pengguna
from kepegawaian.models.dasar import TAMBAH_SAJA

RUPIAH = {"max_digits": 16, "decimal_places": 2}


class PaguAnggaran(models.Model):
    """Pagu setahun sebuah kegiatan and how much of it is planned for each quarter; a change of the APBD is a new row."""

    simpul = models.ForeignKey("eperformance.Simpul", models.PROTECT, related_name="pagu")
    nilai = models.DecimalField(**RUPIAH)
    tw1 = models.DecimalField(**RUPIAH)
    tw2 = models.DecimalField(**RUPIAH)
    tw3 = models.DecimalField(**RUPIAH)
    tw4 = models.DecimalField(**RUPIAH)
    dasar = models.CharField(max_length=200, help_text="DPA atau perubahannya")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["simpul_id", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["simpul", "-id"], name="pagu_terbaru")]
        constraints = [
            models.CheckConstraint(
                condition=Q(nilai=F("tw1") + F("tw2") + F("tw3") + F("tw4")), name="pagu_habis_terbagi"
            ),
            models.CheckConstraint(
                condition=Q(tw1__gte=0, tw2__gte=0, tw3__gte=0, tw4__gte=0), name="pagu_tidak_negatif"
            ),
        ]

    def __str__(self):
        return f"{self.simpul_id}: {self.nilai}"

    @property
    def rencana(self):
        """{triwulan: planned in that quarter}."""
        return {1: self.tw1, 2: self.tw2, 3: self.tw3, 4: self.tw4}


class RealisasiAnggaran(models.Model):
    """Yang dibelanjakan sebuah kegiatan pada satu triwulan; a correction is a new row with its reason."""

    simpul = models.ForeignKey("eperformance.Simpul", models.PROTECT, related_name="realisasi_anggaran")
    triwulan = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(**RUPIAH)
    keterangan = models.CharField(max_length=300, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["simpul_id", "triwulan", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["simpul", "triwulan", "-id"], name="realisasi_anggaran_terbaru")]
        constraints = [
            models.CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="realisasi_anggaran_triwulan"),
            models.CheckConstraint(condition=Q(nilai__gte=0), name="realisasi_anggaran_tidak_negatif"),
        ]

    def __str__(self):
        return f"{self.simpul_id} TW{self.triwulan}: {self.nilai}"
