"""Register risiko: sasaran, risiko, sebab, dampak, nilainya dari waktu ke waktu, mitigasi, dan tindak lanjut.

Written by ``tata_kelola.risiko.perbuatan`` only. What was judged and done is append-only; a risk is closed, never deleted.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Pengguna, UnitKerja
from kepegawaian.models.dasar import TAMBAH_SAJA, lacak


@lacak
class Risiko(models.Model):
    """Satu risiko dan pemiliknya. ``isyarat``: key of the figure of the portal it was seen in, "" when a person saw it."""

    sasaran = models.CharField(max_length=300)
    uraian = models.CharField(max_length=300)
    sebab = models.CharField(max_length=500)
    akibat = models.CharField(max_length=500)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    isyarat = models.CharField(max_length=40, blank=True, default="")
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    alasan_tutup = models.CharField(max_length=300, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ditutup_pada__isnull=True) | ~Q(alasan_tutup=""), name="risiko_tutup_beralasan"
            ),
            models.UniqueConstraint(
                fields=["isyarat"], condition=Q(ditutup_pada__isnull=True) & ~Q(isyarat=""), name="satu_risiko_isyarat"
            ),
        ]

    def __str__(self):
        return self.uraian


class NilaiRisiko(models.Model):
    """Kemungkinan × dampak (1–5) sebuah risiko menurut satu penilaian; the newest row counts."""

    risiko = models.ForeignKey(Risiko, models.PROTECT, related_name="nilai")
    kemungkinan = models.PositiveSmallIntegerField()
    dampak = models.PositiveSmallIntegerField()
    catatan = models.CharField(max_length=300, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["risiko_id", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["risiko", "-id"], name="nilai_risiko_terbaru")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kemungkinan__gte=1, kemungkinan__lte=5, dampak__gte=1, dampak__lte=5),
                name="nilai_risiko_satu_sampai_lima",
            )
        ]

    def __str__(self):
        return f"{self.risiko_id}: {self.kemungkinan} × {self.dampak}"


@lacak
class MitigasiRisiko(models.Model):
    """Satu mitigasi: what is done about it, by which unit, until when."""

    risiko = models.ForeignKey(Risiko, models.PROTECT, related_name="mitigasi")
    uraian = models.CharField(max_length=300)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    tenggat = models.DateField()

    class Meta:
        ordering = ["risiko_id", "tenggat", "id"]

    def __str__(self):
        return self.uraian


class TindakLanjut(models.Model):
    """Satu kabar tentang sebuah mitigasi; the newest row tells its state."""

    KEADAAN = [("berjalan", "Berjalan"), ("selesai", "Selesai"), ("gagal", "Tidak dapat dijalankan")]
    mitigasi = models.ForeignKey(MitigasiRisiko, models.PROTECT, related_name="tindak_lanjut")
    keadaan = models.CharField(max_length=8, choices=KEADAAN)
    uraian = models.CharField(max_length=500)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["mitigasi_id", "-id"]
        triggers = [TAMBAH_SAJA]

    def __str__(self):
        return f"{self.mitigasi_id}: {self.keadaan}"
