"""Formasi: kebutuhan yang dibuka pada satu tahun pengadaan, per jabatan dan unit. Shared by kebutuhan, seleksi, kontrak.

Law: PP 11/2017 Ps. 5–12 (need is set by the Menteri), Ps. 16–22; PP 49/2018. Changed by ``pengadaan.kebutuhan`` up to
``ditetapkan``; ``seleksi`` only reads it. Numbers ditetapkan rest on the decision named in the row.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Jabatan, UnitKerja
from kepegawaian.models.dasar import lacak

__all__ = ["Formasi"]


@lacak
class Formasi(models.Model):
    """So many posts of one jabatan in one unit, of one kind of pengadaan and one year.

    ``jumlah_ditetapkan`` with number and date of the Kepmen PANRB once ``ditetapkan``. ``pendidikan``: qualification asked, in words of
    the announcement; ``jalur`` as the selection distinguishes passing marks.
    """

    JENIS = [("CPNS", "CPNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK paruh waktu")]
    JALUR = [
        ("umum", "Umum"),
        ("cumlaude", "Putra/putri lulusan terbaik"),
        ("diaspora", "Diaspora"),
        ("disabilitas", "Penyandang disabilitas"),
        ("papua", "Putra/putri Papua"),
        ("tertinggal", "Putra/putri daerah tertinggal"),
        ("kalimantan", "Putra/putri Kalimantan"),
    ]
    STATUS = [("usul", "Diusulkan"), ("ditetapkan", "Ditetapkan"), ("batal", "Tidak ditetapkan")]
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=7, choices=JENIS)
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="formasi")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="formasi")
    jalur = models.CharField(max_length=12, choices=JALUR, default="umum")
    pendidikan = models.CharField(max_length=300, blank=True, default="")
    jumlah_usul = models.PositiveSmallIntegerField()
    jumlah_ditetapkan = models.PositiveSmallIntegerField(null=True, blank=True)
    prioritas = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=10, choices=STATUS, default="usul")
    nomor_penetapan = models.CharField(max_length=100, blank=True, default="")
    tanggal_penetapan = models.DateField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun", "jenis", "unit", "jabatan", "jalur"]
        constraints = [
            models.UniqueConstraint(fields=["tahun", "jenis", "jabatan", "unit", "jalur"], name="formasi_unik"),
            models.CheckConstraint(
                condition=~Q(status="ditetapkan")
                | Q(jumlah_ditetapkan__isnull=False, tanggal_penetapan__isnull=False) & ~Q(nomor_penetapan=""),
                name="formasi_penetapan_lengkap",
            ),
        ]

    def __str__(self):
        return f"{self.tahun} {self.jenis} {self.jabatan_id}@{self.unit_id}"
