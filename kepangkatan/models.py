"""Kelayakan per periode kenaikan pangkat: siapa memenuhi syarat, siapa hampir, dan apa yang kurang.

A snapshot the night and a button make anew (``kepangkatan.periode.hitung``); the law itself is asked again whenever a
usulan is made or sent, so a row that has grown old decides nothing.
"""

from django.db import models

from kepegawaian.models import Pegawai


class PeriodeKP(models.Model):
    """One TMT on which KP may take effect, and when its list was last computed (None: never, or under way)."""

    tmt = models.DateField(unique=True)
    dihitung_pada = models.DateTimeField(null=True, blank=True)
    diminta_pada = models.DateTimeField(null=True, blank=True)
    diperiksa = models.PositiveIntegerField(default=0, help_text="banyaknya pegawai yang dibaca")

    class Meta:
        ordering = ["-tmt"]

    def __str__(self):
        return f"Periode KP {self.tmt:%d-%m-%Y}"


class KelayakanKP(models.Model):
    """What the rules of one kind of KP say of one pegawai on the TMT of a period.

    ``hasil``: "ya" all met, "periksa" none fails but some must be looked at, "hampir" one or two fail, "belum" more.
    ``kurang``: [[kode, jawaban, kalimat]] of every rule that is not met, in the order of the layanan.
    """

    HASIL = [
        ("ya", "Memenuhi syarat"),
        ("periksa", "Memenuhi, ada yang perlu diperiksa"),
        ("hampir", "Hampir memenuhi"),
        ("belum", "Belum memenuhi"),
    ]
    periode = models.ForeignKey(PeriodeKP, models.CASCADE, related_name="baris")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    layanan = models.CharField(max_length=40)
    golongan = models.CharField(max_length=5)
    golongan_baru = models.CharField(max_length=5, blank=True)
    hasil = models.CharField(max_length=8, choices=HASIL)
    kurang = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["periode", "pegawai", "layanan"], name="kelayakan_sekali"),
        ]
        indexes = [models.Index(fields=["periode", "hasil", "layanan"], name="kelayakan_hasil")]

    def __str__(self):
        return f"{self.pegawai_id} {self.layanan}: {self.hasil}"
