"""Dosir: berkas seorang pegawai, di luar akar web, hanya dilayani lewat pemeriksaan akses."""

from django.db import models
from django.utils import timezone

from kepegawaian.models.dasar import Pelaku
from kepegawaian.models.pegawai import Pegawai


def letak_dosir(dosir, _nama):
    """Path below DOKUMEN_DIR; named by content hash, never by what the user typed."""
    return f"dosir/{dosir.sha256[:2]}/{dosir.sha256}{dosir.akhiran}"


class Dosir(models.Model):
    """Satu berkas (PDF, JPG, PNG menurut isinya) dan, bila ada, baris riwayat yang dibuktikannya.

    Written by ``kepegawaian.dosir.simpan`` only. ``riwayat_jenis`` is a key of ``JENIS_RIWAYAT``.
    """

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="dosir")
    jenis = models.CharField(max_length=40, help_text="kode dokumen, mis. sk_pangkat")
    nama_asli = models.CharField(max_length=160)
    file = models.FileField(upload_to=letak_dosir, max_length=160)
    akhiran = models.CharField(max_length=5)
    mime = models.CharField(max_length=40)
    ukuran = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    riwayat_jenis = models.CharField(max_length=20, blank=True)
    riwayat_id = models.BigIntegerField(null=True, blank=True)
    diunggah_pada = models.DateTimeField(default=timezone.now)
    oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())

    class Meta:
        ordering = ["-diunggah_pada"]
        indexes = [
            models.Index(fields=["riwayat_jenis", "riwayat_id"], name="dosir_riwayat"),
            models.Index(fields=["pegawai", "jenis"], name="dosir_pegawai_jenis"),
        ]

    def __str__(self):
        return f"{self.jenis} {self.nama_asli}"
