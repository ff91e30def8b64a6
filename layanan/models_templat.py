"""Versi kata-kata naskah yang ditulis kantor. Written by ``layanan.templat_kantor`` only; listed by ``layanan.models``."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from kepegawaian.models import Pengguna
from layanan import katalog


def pilihan_layanan():
    """Choices from a function, so that a new layanan makes no migration; letters of steps by ``slug/langkah``."""
    surat = ((la, s) for la in katalog.semua() for s in la.alur if s.aksi == katalog.SETUJU and s.naskah)
    return [*katalog.pilihan(), *((f"{la.slug}/{s.kode}", f"{la.nama}, {s.nama}") for la, s in surat)]


class VersiTemplat(models.Model):
    """Satu versi kata-kata naskah sebuah layanan: konsep, lalu berlaku pada masanya, atau dicabut.

    ``layanan``: its slug, ``slug/langkah`` for the own letter of a step, ``slug_kolektif`` for the collective decree
    (``layanan.lembar``). ``bagian``: {kode: wording}. A konsep may still change; once in force only its end, or its
    revocation, is written. The database keeps one in force a day, one konsep at a time, and author and approver apart.
    """

    STATUS = [("konsep", "Konsep"), ("berlaku", "Berlaku"), ("dicabut", "Dicabut")]

    layanan = models.CharField(max_length=81, choices=pilihan_layanan)
    versi = models.PositiveSmallIntegerField()
    bagian = models.JSONField(default=dict)
    status = models.CharField(max_length=8, choices=STATUS, default="konsep")
    berlaku_sejak = models.DateField(null=True, blank=True)
    berlaku_sampai = models.DateField(null=True, blank=True)
    alasan = models.CharField(max_length=300, help_text="apa yang diubah dan dasarnya")
    alasan_cabut = models.CharField(max_length=300, blank=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField()
    disetujui_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    disetujui_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["layanan", "-versi"]
        constraints = [
            models.UniqueConstraint(fields=["layanan", "versi"], name="versi_templat_unik"),
            models.UniqueConstraint(fields=["layanan"], condition=Q(status="konsep"), name="satu_konsep_templat"),
            ExclusionConstraint(
                name="satu_templat_berlaku",
                expressions=[
                    ("layanan", RangeOperators.EQUAL),
                    (
                        Func(
                            F("berlaku_sejak"),
                            F("berlaku_sampai"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status="berlaku"),
            ),
            models.CheckConstraint(
                condition=Q(status="konsep", disetujui_oleh__isnull=True)
                | Q(berlaku_sejak__isnull=False, disetujui_oleh__isnull=False, disetujui_pada__isnull=False)
                & ~Q(status="konsep")
                & ~Q(disetujui_oleh=F("dibuat_oleh")),
                name="templat_disetujui_orang_lain",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_sejak")),
                name="templat_masa_urut",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="templat_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF OLD.status <> 'konsep' AND (
                        TG_OP = 'DELETE' OR NEW.status = 'konsep'
                        OR (OLD.status = 'dicabut' AND NEW.status <> 'dicabut')
                        OR (OLD.layanan, OLD.versi, OLD.bagian, OLD.alasan, OLD.berlaku_sejak, OLD.dibuat_oleh_id,
                            OLD.diubah_pada, OLD.disetujui_oleh_id, OLD.disetujui_pada)
                           IS DISTINCT FROM
                           (NEW.layanan, NEW.versi, NEW.bagian, NEW.alasan, NEW.berlaku_sejak, NEW.dibuat_oleh_id,
                            NEW.diubah_pada, NEW.disetujui_oleh_id, NEW.disetujui_pada)
                    ) THEN
                        RAISE EXCEPTION 'Templat % versi % sudah beku.', OLD.layanan, OLD.versi
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self):
        return f"{self.layanan} versi {self.versi}"
