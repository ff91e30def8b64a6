"""Peta jabatan: berapa orang dibutuhkan sebuah jabatan pada sebuah unit, dan kompetensi apa yang dituntutnya."""

from django.db import models
from django.db.models import Q

from kepegawaian.models.dasar import lacak
from kepegawaian.models.referensi import Bertanggal, Kompetensi
from kepegawaian.models.unit import Jabatan, UnitKerja


@lacak
class KebutuhanJabatan(Bertanggal):
    """Kebutuhan (orang) satu jabatan pada satu unit menurut ABK; a struktural post needs one without any row."""

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="kebutuhan")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="kebutuhan")
    kebutuhan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["unit", "jabatan", "berlaku_sejak"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "jabatan", "berlaku_sejak"], name="kebutuhan_jabatan_unik")
        ]

    def __str__(self):
        return f"{self.jabatan_id}@{self.unit_id}: {self.kebutuhan}"


@lacak
class StandarKompetensi(Bertanggal):
    """Level (1-5) yang dituntut sebuah jabatan, atau sebuah kelompok jabatan yang belum punya standar sendiri.

    ``kelompok``: kelompok of the eselon (jpt_pratama, administrator, pengawas), a jenjang of JF, or ``pelaksana``.
    """

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="standar")
    kelompok = models.CharField(max_length=20, blank=True)
    kompetensi = models.ForeignKey(Kompetensi, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["kelompok", "jabatan", "kompetensi"]
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan", "kelompok", "kompetensi", "berlaku_sejak"],
                name="standar_kompetensi_unik",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(jabatan__isnull=True) & ~Q(kelompok="") | Q(jabatan__isnull=False, kelompok=""),
                name="standar_kompetensi_satu_sasaran",
            ),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="standar_kompetensi_level"),
        ]

    def __str__(self):
        return f"{self.kelompok or self.jabatan_id} {self.kompetensi_id}: {self.level}"
