"""Belajar mandiri dan kebutuhan pengembangan."""

from django.db import models
from django.db.models import Q

from kepegawaian.models import NaskahPegawai, Pegawai

__all__ = ["BiayaDiklat", "KebutuhanPegawai"]


class BiayaDiklat(models.Model):
    """Biaya satu pelatihan seorang pegawai, rupiah, where it is known; written once with the riwayat row it belongs to."""

    SUMBER = [("dinas", "Anggaran dinas"), ("hibah", "Penyelenggara atau hibah"), ("sendiri", "Biaya sendiri")]
    naskah_pegawai = models.OneToOneField(NaskahPegawai, models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    tanggal = models.DateField()
    jp = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=8, choices=SUMBER)
    jumlah = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["-tanggal", "id"]
        indexes = [models.Index(fields=["tanggal"], name="biaya_diklat_tanggal")]
        constraints = [models.CheckConstraint(condition=Q(jp__gte=1), name="biaya_diklat_jp")]

    def __str__(self):
        return f"{self.pegawai_id} {self.tanggal}"


class KebutuhanPegawai(models.Model):
    """Kebutuhan pelatihan seorang pegawai sebagaimana dihitung malam (``pengembangan.kebutuhan.hitung``), a cache.

    ``celah`` {kode kompetensi: levels missing}; ``terukur``: has a valid uji kompetensi. ``wajib`` [code of the training];
    ``lewat``: one of them is overdue. ``ip_*`` hundredths of the competence dimension: end of last year, now, and what may
    be gained. ``jp`` of the year (PNS) or of the contract year (PPPK), ``jp_kurang`` against the least of a PNS.
    """

    pegawai = models.OneToOneField(Pegawai, models.CASCADE, primary_key=True, related_name="kebutuhan_pengembangan")
    per = models.DateField()
    jp = models.PositiveIntegerField(default=0)
    jp_batas = models.PositiveSmallIntegerField(null=True)
    jp_kurang = models.PositiveSmallIntegerField(default=0)
    terukur = models.BooleanField(default=False)
    celah = models.JSONField(default=dict)
    celah_jumlah = models.PositiveSmallIntegerField(default=0)
    celah_lalu = models.PositiveSmallIntegerField(null=True)
    wajib = models.JSONField(default=list)
    lewat = models.BooleanField(default=False)
    wajib_sampai = models.DateField(null=True)
    ip_lalu = models.PositiveSmallIntegerField(null=True)
    ip_kini = models.PositiveSmallIntegerField(null=True)
    ip_naik = models.PositiveSmallIntegerField(default=0)
    prioritas = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-prioritas", "pegawai"]
        indexes = [models.Index(fields=["-prioritas", "pegawai"], name="kebutuhan_prioritas")]

    def __str__(self):
        return f"Kebutuhan {self.pegawai_id}"
