"""Katalog dan rencana tahunan; the kegiatan themselves stand in ``kegiatan.py`` beside this file.

Changed only by ``diklat.pelatihan.katalog`` and ``diklat.pelatihan.rencana``.
"""

from django.db import models
from django.db.models import F, Q

from diklat.models.kegiatan import (
    EvaluasiPasca,
    EvaluasiPeserta,
    HadirSesi,
    KegiatanPelatihan,
    LangkahKegiatan,
    PesertaPelatihan,
    SesiPelatihan,
    SuratKegiatan,
)
from kepegawaian.models import JenisDiklat, Kompetensi, LatihanStruktural, Pengguna
from kepegawaian.models.dasar import lacak

__all__ = [
    "ButirRencana",
    "EvaluasiPasca",
    "EvaluasiPeserta",
    "HadirSesi",
    "KegiatanPelatihan",
    "LangkahKegiatan",
    "Pelatihan",
    "PesertaPelatihan",
    "RencanaPelatihan",
    "SesiPelatihan",
    "SuratKegiatan",
]


@lacak
class Pelatihan(models.Model):
    """Satu butir katalog. ``kelompok`` decides who runs it and by which route (``diklat.pelatihan.rute``).

    ``jenjang``: PKP, PKA, PKN II or LATSAR; the JP of these stands in the setting ``diklat_jp``, so that ``jp`` is empty
    where no regulation or call letter gives a number. ``biaya``: rupiah per participant, None while not known.
    """

    KELOMPOK = [
        ("struktural", "Struktural (kepemimpinan)"), ("latsar", "Latsar CPNS"), ("teknis", "Teknis"),
        ("fungsional", "Fungsional"), ("pemantapan", "Pemantapan tugas jabatan"),
        ("pengiriman", "Pengiriman ke luar"),
    ]  # fmt: skip
    METODE = [
        ("klasikal", "Klasikal"), ("blended", "Klasikal dan daring"), ("daring", "Daring"),
        ("nonklasikal", "Nonklasikal"),
    ]  # fmt: skip
    JENJANG = [("", "–"), ("LATSAR", "Latsar"), ("PKP", "PKP"), ("PKA", "PKA"), ("PKN II", "PKN Tingkat II")]
    nama = models.CharField(max_length=200, unique=True)
    kelompok = models.CharField(max_length=12, choices=KELOMPOK)
    jenis = models.ForeignKey(JenisDiklat, models.PROTECT, related_name="+")
    jenjang = models.CharField(max_length=8, choices=JENJANG, blank=True, default="")
    latihan_struktural = models.ForeignKey(LatihanStruktural, models.PROTECT, null=True, blank=True, related_name="+")
    metode = models.CharField(max_length=12, choices=METODE, default="klasikal")
    jp = models.PositiveSmallIntegerField(null=True, blank=True)
    sasaran = models.CharField(max_length=200)
    uraian = models.TextField(blank=True, default="")
    kompetensi = models.ManyToManyField(Kompetensi, blank=True, related_name="+")
    penyelenggara = models.CharField(max_length=160)
    biaya = models.PositiveBigIntegerField(null=True, blank=True)
    dasar = models.CharField(max_length=200, blank=True, default="")
    aktif = models.BooleanField(default=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kelompok", "nama"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kelompok__in=("struktural", "latsar"), jenjang__gt="") | Q(jenjang=""),
                name="pelatihan_jenjang",
            ),
        ]

    def __str__(self):
        return self.nama


@lacak
class RencanaPelatihan(models.Model):
    """Rencana satu tahun: disusun SUB31, disetujui Kabid, ditetapkan Kepala BKD; thereafter only realisation changes."""

    STATUS = [
        ("disusun", "Disusun"), ("diajukan", "Menunggu Kepala Bidang"), ("disetujui", "Menunggu Kepala BKD"),
        ("ditetapkan", "Ditetapkan"),
    ]  # fmt: skip
    tahun = models.PositiveSmallIntegerField(unique=True)
    status = models.CharField(max_length=10, choices=STATUS, default="disusun")
    catatan = models.CharField(max_length=400, blank=True, default="")
    disetujui_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun"]

    def __str__(self):
        return f"Rencana pelatihan {self.tahun}"

    @property
    def terbuka(self):
        """Its items may be changed."""
        return self.status == "disusun"


@lacak
class ButirRencana(models.Model):
    """Satu butir rencana; ``anggaran`` in rupiah for all, ``sumber`` of the money. Realisation is counted, never stored."""

    SUMBER = [
        ("apbd", "APBD kabupaten"), ("provinsi", "APBD provinsi"), ("apbn", "APBN"), ("kerja_sama", "Kerja sama"),
        ("tanpa", "Tanpa biaya"),
    ]  # fmt: skip
    rencana = models.ForeignKey(RencanaPelatihan, models.PROTECT, related_name="butir")
    pelatihan = models.ForeignKey(Pelatihan, models.PROTECT, related_name="butir")
    sasaran = models.PositiveSmallIntegerField(help_text="banyaknya peserta")
    jp = models.PositiveSmallIntegerField(null=True, blank=True)
    mulai = models.DateField()
    selesai = models.DateField()
    anggaran = models.PositiveBigIntegerField(default=0)
    sumber = models.CharField(max_length=10, choices=SUMBER, default="apbd")
    keterangan = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["mulai", "id"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "pelatihan", "mulai"], name="butir_rencana_unik"),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="butir_rencana_masa"),
        ]

    def __str__(self):
        return f"{self.rencana_id}:{self.pelatihan_id}"
