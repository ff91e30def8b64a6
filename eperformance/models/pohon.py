"""Pohon kinerja: tujuan → sasaran → program → kegiatan → sub-kegiatan dengan indikatornya, satu pohon tiap tahun.

Law: PP 30/2019 Ps. 9–10 (the plan of a pegawai follows the plan of his organisation); the BKD's own cascading. Changed only by
``eperformance.pohon``. A year's tree is copied into the next; what has a realised value is never deleted, only ended.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Jabatan, Pengguna, UnitKerja
from kepegawaian.models.dasar import TAMBAH_SAJA, lacak


@lacak
class Pohon(models.Model):
    """The tree of one year. ``versi``: raised by every change, so that a stale page is refused politely."""

    STATUS = [("draf", "Draf"), ("berlaku", "Berlaku"), ("arsip", "Arsip")]
    tahun = models.PositiveSmallIntegerField(unique=True)
    status = models.CharField(max_length=8, choices=STATUS, default="draf")
    dasar = models.CharField(max_length=200, blank=True, help_text="dokumen penetapannya: Renstra, Perjanjian Kinerja")
    asal = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun"]

    def __str__(self):
        return f"Pohon kinerja {self.tahun}"


@lacak
class Simpul(models.Model):
    """Satu simpul: what is to be reached, and the office that owns it. ``urutan``: among its siblings."""

    JENIS = [
        ("tujuan", "Tujuan"),
        ("sasaran", "Sasaran"),
        ("program", "Program"),
        ("kegiatan", "Kegiatan"),
        ("sub_kegiatan", "Sub-kegiatan"),
    ]
    pohon = models.ForeignKey(Pohon, models.PROTECT, related_name="simpul")
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="anak")
    jenis = models.CharField(max_length=12, choices=JENIS)
    kode = models.CharField(max_length=40, blank=True, help_text="kode program atau kegiatan pada anggaran")
    uraian = models.CharField(max_length=300)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    urutan = models.PositiveSmallIntegerField(default=0)
    berakhir = models.DateField(null=True, blank=True, help_text="sejak kapan tidak dipakai lagi; tidak dihapus")

    class Meta:
        ordering = ["pohon_id", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis="tujuan", induk__isnull=True) | ~Q(jenis="tujuan") & Q(induk__isnull=False),
                name="simpul_tujuan_di_puncak",
            ),
        ]

    def __str__(self):
        return self.uraian


@lacak
class IndikatorPohon(models.Model):
    """Indikator sebuah simpul. ``sumber``: key of a ``kepegawaian.ukuran`` the portal fills in by itself, "" when typed.

    ``cakupan``: over whom the portal counts. ``catatan``: where the target comes from, when it is an example or asumsi.
    """

    ARAH = [("naik", "Makin tinggi makin baik"), ("turun", "Makin rendah makin baik")]
    CAKUPAN = [("semua", "Seluruh kabupaten"), ("unit", "Unit pemilik simpul dan bawahannya")]
    simpul = models.ForeignKey(Simpul, models.CASCADE, related_name="indikator")
    uraian = models.CharField(max_length=300)
    rumus = models.CharField(max_length=500, blank=True)
    satuan = models.CharField(max_length=40)
    arah = models.CharField(max_length=5, choices=ARAH, default="naik")
    sumber = models.CharField(max_length=40, blank=True, default="")
    cakupan = models.CharField(max_length=5, choices=CAKUPAN, default="semua")
    catatan = models.CharField(max_length=200, blank=True, default="")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["simpul", "urutan", "id"]

    def __str__(self):
        return self.uraian


@lacak
class TargetPohon(models.Model):
    """Target satu indikator: ``triwulan`` 1–4 (reached by the end of it, since January), or 0 for the whole year."""

    indikator = models.ForeignKey(IndikatorPohon, models.CASCADE, related_name="target")
    triwulan = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["indikator_id", "triwulan"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "triwulan"], name="target_pohon_unik"),
            models.CheckConstraint(condition=Q(triwulan__lte=4), name="target_pohon_triwulan"),
        ]

    def __str__(self):
        return f"{self.indikator_id} TW{self.triwulan}: {self.nilai}"


class RealisasiPohon(models.Model):
    """Realisasi satu indikator pada satu triwulan (0: setahun); append-only, the newest row of a triwulan counts.

    ``asal``: typed by a person (``oleh``), or taken from the portal on ``pada``; ``rincian`` keeps what it was made of.
    """

    ASAL = [("ketik", "Diketik"), ("portal", "Dihitung portal")]
    indikator = models.ForeignKey(IndikatorPohon, models.PROTECT, related_name="realisasi")
    triwulan = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=14, decimal_places=2)
    asal = models.CharField(max_length=6, choices=ASAL)
    keterangan = models.CharField(max_length=500, blank=True, default="")
    rincian = models.JSONField(default=dict)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["indikator_id", "triwulan", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["indikator", "triwulan", "-id"], name="realisasi_pohon_terbaru")]
        constraints = [models.CheckConstraint(condition=Q(triwulan__lte=4), name="realisasi_pohon_triwulan")]

    def __str__(self):
        return f"{self.indikator_id} TW{self.triwulan}: {self.nilai}"
