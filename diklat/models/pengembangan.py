"""Belajar mandiri dan kebutuhan pengembangan."""

from django.db import models
from django.db.models import Q

from kepegawaian.models import NaskahPegawai, Pegawai

__all__ = ["BiayaDiklat", "DampakTahun", "KebutuhanPegawai"]


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


class DampakTahun(models.Model):
    """Keadaan sebelum dan sesudah satu tahun, those who took part in a training and those who did not; a cache of the night.

    Sums over the active of ``per`` (31 December, or last night of the running year): ``ip_*`` hundredths of the competence
    dimension of the ``terukur``, ``celah_*`` levels missing of those ``diuji`` again in the year. Written by
    ``pengembangan.dampak``.
    """

    tahun = models.PositiveSmallIntegerField()
    ikut = models.BooleanField()
    per = models.DateField()
    orang = models.PositiveIntegerField()
    terukur = models.PositiveIntegerField()
    ip_lalu = models.PositiveBigIntegerField()
    ip_kini = models.PositiveBigIntegerField()
    diuji = models.PositiveIntegerField()
    celah_lalu = models.PositiveBigIntegerField()
    celah_kini = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["tahun", "-ikut"]
        constraints = [models.UniqueConstraint(fields=["tahun", "ikut"], name="dampak_tahun_unik")]

    def __str__(self):
        return f"Dampak {self.tahun}"

    def rata(self, medan):
        """Mean of one sum: points of the index, levels of the gap; None where nobody was measured."""
        ip = medan.startswith("ip_")
        n = self.terukur if ip else self.diuji
        return getattr(self, medan) / n / (100 if ip else 1) if n else None
