"""Catatan cuti: angka buku cuti tahunan yang tidak lahir dari cuti pada portal."""

from django.db import models
from django.db.models import Q

from kepegawaian.models import NaskahPegawai, Pegawai, Pengguna


class CatatanCuti(models.Model):
    """Hari cuti tahunan seorang pegawai dalam satu tahun: dipakai di luar portal, ditangguhkan, atau ditambahkan.

    Append-only but for ``dibatalkan_*``. Written by ``kesejahteraan.cuti.catatan`` (by hand, from the paper) and by the
    effect of a letter that postpones (``kesejahteraan.cuti.akibat``).
    """

    DIPAKAI, TANGGUH, TAMBAHAN = "dipakai", "ditangguhkan", "tambahan"
    JENIS = [
        (DIPAKAI, "Dipakai di luar portal"), (TANGGUH, "Ditangguhkan karena kepentingan dinas"),
        (TAMBAHAN, "Tambahan hak (tetap bekerja pada cuti bersama)"),
    ]  # fmt: skip
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="catatan_cuti")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=12, choices=JENIS)
    hari = models.PositiveSmallIntegerField(help_text="hari kerja")
    sumber = models.CharField(max_length=200, help_text="formulir, surat, atau keputusan tempat angka ini tertulis")
    naskah_pegawai = models.ForeignKey(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_pada = models.DateTimeField()
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-tahun", "jenis", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                condition=Q(jenis="dipakai", dibatalkan_pada__isnull=True),
                name="catatan_cuti_dipakai_unik",
            ),
            models.CheckConstraint(condition=Q(hari__lte=24), name="catatan_cuti_hari_wajar"),
            models.CheckConstraint(
                condition=Q(naskah_pegawai__isnull=False) | Q(dicatat_oleh__isnull=False),
                name="catatan_cuti_bersumber",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.tahun} {self.jenis} {self.hari}"
