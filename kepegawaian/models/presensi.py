"""Presensi: kehadiran seorang pegawai pada satu hari, dari berkas mesin presensi. Discipline and TPP build on it."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kepegawaian.models.impor import BatchImpor
from kepegawaian.models.pegawai import Pegawai

PRESENSI_BEKU = pgtrigger.Trigger(
    name="presensi_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_batch_id'];
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'Presensi tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL
           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Presensi tidak boleh diubah, hanya dibatalkan satu kali.'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)


class Presensi(models.Model):
    """Satu hari seorang pegawai; append-only. ``dibatalkan_batch``: the import that replaced or withdrew the row."""

    KEADAAN = [
        ("hadir", "Hadir"),
        ("tanpa_keterangan", "Tanpa keterangan"),
        ("izin", "Izin"),
        ("sakit", "Sakit"),
        ("cuti", "Cuti"),
        ("dinas_luar", "Dinas luar"),
    ]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="presensi")
    tanggal = models.DateField()
    masuk = models.TimeField(null=True, blank=True)
    pulang = models.TimeField(null=True, blank=True)
    keadaan = models.CharField(max_length=16, choices=KEADAAN)
    menit_terlambat = models.PositiveSmallIntegerField(default=0)
    menit_pulang_cepat = models.PositiveSmallIntegerField(default=0)
    batch = models.ForeignKey(BatchImpor, models.PROTECT, related_name="presensi")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_batch = models.ForeignKey(BatchImpor, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pegawai", "tanggal"]
        triggers = [PRESENSI_BEKU]
        indexes = [
            models.Index(fields=["tanggal", "pegawai"], condition=Q(dibatalkan_pada=None), name="presensi_bulan")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tanggal"], condition=Q(dibatalkan_pada__isnull=True), name="presensi_unik"
            ),
            models.CheckConstraint(
                condition=Q(keadaan="hadir") | Q(menit_terlambat=0, menit_pulang_cepat=0), name="presensi_menit_hadir"
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.tanggal} {self.keadaan}"
