"""Laporan bulanan pimpinan: angka dibekukan saat dibuat, dicetak pekerja sekali. Written by ``tata_kelola.laporan`` only."""

import pgtrigger
from django.db import models
from django.db.models import Q

from kepegawaian.models import Pengguna

LAPORAN_BEKU = pgtrigger.Trigger(
    name="laporan_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        boleh := ARRAY['status', 'file', 'pesan'];
        IF TG_OP = 'DELETE' OR OLD.status = 'jadi' OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Laporan bulanan tidak dapat diubah; buat versi berikutnya.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)


class LaporanBulanan(models.Model):
    """One version of the report of one month (``bulan``: its first day). ``oleh`` NULL: made by the timetable."""

    STATUS = [("antre", "Menunggu cetak"), ("jadi", "Tercetak"), ("gagal", "Gagal dicetak")]
    bulan = models.DateField()
    versi = models.PositiveSmallIntegerField(default=1)
    alasan = models.CharField(max_length=300, blank=True, default="", help_text="mengapa dibuat ulang")
    data = models.JSONField()
    status = models.CharField(max_length=5, choices=STATUS, default="antre")
    pesan = models.CharField(max_length=300, blank=True, default="")
    file = models.FileField(upload_to="laporan-bulanan/%Y/", max_length=200, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["-bulan", "-versi"]
        triggers = [LAPORAN_BEKU]
        constraints = [
            models.UniqueConstraint(fields=["bulan", "versi"], name="laporan_bulanan_unik"),
            models.CheckConstraint(condition=Q(versi=1) | ~Q(alasan=""), name="laporan_bulanan_beralasan"),
            models.CheckConstraint(condition=Q(bulan__day=1), name="laporan_bulanan_awal_bulan"),
        ]

    def __str__(self):
        return f"Laporan {self.bulan:%Y-%m} versi {self.versi}"
