"""Dasar semua tabel riwayat: pemicu pembeku, sumber, dua jam, dan masa."""

import pgtrigger
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now

from kepegawaian.models.dasar import Alamat, Pelaku
from kepegawaian.models.impor import BatchImpor
from kepegawaian.models.naskah import NaskahPegawai
from kepegawaian.models.pegawai import Pegawai

BERLAKU = Q(dibatalkan_pada__isnull=True)
MASA = Func("tmt", "sampai", Value("[]"), function="daterange")

RIWAYAT_BEKU = pgtrigger.Trigger(
    name="riwayat_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL
           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)


def unik_berlaku(nama, *kolom):
    """Unique where not batal."""
    return models.UniqueConstraint(fields=["pegawai", *kolom], condition=BERLAKU, name=f"{nama}_unik")


class Riwayat(models.Model):
    """Base of every riwayat row: whose, since when, on what it rests, who recorded it."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="%(class)s")
    tmt = models.DateField()
    naskah_pegawai = models.ForeignKey(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")
    batch = models.ForeignKey(BatchImpor, models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dicatat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dicatat_dari = models.CharField(max_length=80, db_default=Alamat())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_oleh_id = models.BigIntegerField(null=True, blank=True)
    dibatalkan_sebab = models.CharField(max_length=200, blank=True, default="")
    dibatalkan_naskah = models.ForeignKey(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        ordering = ["pegawai_id", "-tmt", "-id"]  # of ids: a name here would join its table to every question
        triggers = [RIWAYAT_BEKU]
        constraints = [
            models.CheckConstraint(
                condition=Q(naskah_pegawai__isnull=False, batch__isnull=True)
                | Q(naskah_pegawai__isnull=True, batch__isnull=False),
                name="%(class)s_satu_sumber",
            )
        ]

    def __str__(self):
        return f"{type(self).__name__} {self.pegawai_id} {self.tmt}"


class BerSK(models.Model):
    """The naskah as written on the row: for imports the only trace of it."""

    nomor_sk = models.CharField(max_length=100, blank=True, default="")
    tanggal_sk = models.DateField(null=True, blank=True)
    pejabat = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        abstract = True


class Masa(models.Model):
    """A period fact; ``sampai`` is the last day, NULL while open."""

    sampai = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def batas_masa(nama):
    """A period ends on or after its start."""
    return models.CheckConstraint(
        condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")), name=f"{nama}_masa_wajar"
    )
