"""Unit kerja (pohon bertanggal dengan penerus) dan jabatan."""

from django.db import models

from kepegawaian.models.dasar import UMUR_ACUAN, lacak
from kepegawaian.models.referensi import Eselon


class UnitQuerySet(models.QuerySet):
    """Questions about the tree."""

    def berlaku(self, tanggal):
        """Units that exist on ``tanggal``."""
        return self.filter(berlaku_sejak__lte=tanggal).filter(
            models.Q(berlaku_sampai__isnull=True) | models.Q(berlaku_sampai__gte=tanggal)
        )


@lacak
class UnitKerja(models.Model):
    """Satu unit kerja. OPD merge, split and change names: old rows end and name their ``pengganti``."""

    JENIS = [
        (j, j.replace("_", " ").capitalize())
        for j in (
            "kabupaten",
            "opd",
            "sekretariat",
            "bidang",
            "subbidang",
            "subbagian",
            "bagian",
            "uptd",
            "puskesmas",
            "sekolah",
            "kelurahan",
            "seksi",
        )
    ]
    POLA = [("5", "Lima hari kerja"), ("6", "Enam hari kerja"), ("sif", "Kerja bergilir")]

    kode = models.CharField(max_length=30, unique=True)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=12, choices=JENIS)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="anak")
    berlaku_sejak = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)
    pengganti = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="pendahulu")
    pola_kerja = models.CharField(max_length=3, choices=POLA, default="5")
    siasn_id = models.CharField(max_length=36, blank=True, db_index=True)
    dasar = models.CharField(max_length=200, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["nama"]
        triggers = [UMUR_ACUAN]
        constraints = [
            models.CheckConstraint(condition=~models.Q(induk=models.F("id")), name="unit_bukan_induk_sendiri"),
            models.CheckConstraint(
                condition=models.Q(berlaku_sampai__isnull=True)
                | models.Q(berlaku_sampai__gte=models.F("berlaku_sejak")),
                name="unit_masa_wajar",
            ),
        ]

    def __str__(self):
        return self.nama


@lacak
class Jabatan(models.Model):
    """Satu jabatan: struktural (satu kursi pada unitnya), fungsional berjenjang, atau pelaksana."""

    JENIS = [("struktural", "Struktural"), ("fungsional", "Fungsional"), ("pelaksana", "Pelaksana")]
    JENJANG = [
        ("pemula", "Pemula"),
        ("terampil", "Terampil"),
        ("mahir", "Mahir"),
        ("penyelia", "Penyelia"),
        ("ahli_pertama", "Ahli Pertama"),
        ("ahli_muda", "Ahli Muda"),
        ("ahli_madya", "Ahli Madya"),
        ("ahli_utama", "Ahli Utama"),
    ]

    kode = models.CharField(max_length=40, unique=True)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=10, choices=JENIS)
    eselon = models.ForeignKey(Eselon, models.PROTECT, null=True, blank=True, related_name="jabatan")
    jenjang = models.CharField(max_length=12, choices=JENJANG, blank=True)
    nama_jf = models.CharField(max_length=120, blank=True, help_text="nama JF tanpa jenjang, mis. Guru")
    hasil_penyetaraan = models.BooleanField(default=False)
    kelas = models.PositiveSmallIntegerField(null=True, blank=True)
    bup_kode = models.CharField(max_length=20, help_text="kelompok pada tabel BUP")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="jabatan")
    kepala_unit = models.BooleanField(default=False)
    siasn_id = models.CharField(max_length=36, blank=True, db_index=True)
    berlaku_sejak = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["nama"]
        indexes = [models.Index(models.functions.Upper("nama"), name="jabatan_nama_besar")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(jenis="struktural", eselon__isnull=False, unit__isnull=False)
                | models.Q(jenis="fungsional", eselon__isnull=True) & ~models.Q(jenjang="")
                | models.Q(jenis="pelaksana", eselon__isnull=True, jenjang=""),
                name="jabatan_lengkap_menurut_jenis",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(kepala_unit=True, berlaku_sampai__isnull=True),
                name="satu_kepala_tiap_unit",
            ),
        ]

    def __str__(self):
        return self.nama
