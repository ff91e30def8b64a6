"""Daftar resmi (DUK, nominatif, rekap, bezetting, jabatan kosong): dibekukan beserta isinya, dikoreksi hanya oleh versi baru.

The rows are a child table: 10,000 of them are 6 MB of JSON, too much for one value of a page that shows 25. Once a
list is ``ditetapkan`` triggers refuse every change but its two files, which are printed once from the frozen rows.
"""

import pgtrigger
from django.db import models
from django.db.models import Q

from kepegawaian.models.dasar import Pelaku, lacak
from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.penugasan import Pengguna
from kepegawaian.models.unit import UnitKerja

DAFTAR_BEKU = pgtrigger.Trigger(
    name="daftar_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        IF OLD.status <> 'ditetapkan' THEN
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END IF;
        boleh := ARRAY['file_xlsx', 'file_pdf', 'kemajuan', 'pesan', 'tercetak'];
        IF TG_OP = 'DELETE' OR OLD.tercetak OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Daftar sudah ditetapkan; buat koreksi.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)
BARIS_BEKU = pgtrigger.Trigger(
    name="baris_daftar_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("milik", "bigint")],
    func="""
        milik := CASE WHEN TG_OP = 'INSERT' THEN NEW.daftar_id ELSE OLD.daftar_id END;
        IF EXISTS (SELECT 1 FROM kepegawaian_daftarresmi d WHERE d.id = milik AND d.status = 'ditetapkan') THEN
            RAISE EXCEPTION 'Daftar sudah ditetapkan; buat koreksi.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)


def letak_daftar(daftar, nama):
    """Path below DOKUMEN_DIR."""
    return f"daftar/{daftar.per:%Y}/{daftar.pk}-{nama}"


class DaftarResmi(models.Model):
    """One official list of ``jenis`` as of ``per``, for a unit and below or (None) the whole agency.

    Written by ``kepangkatan.daftar.susun`` only. ``sepengetahuan``: the moment whose knowledge it shows; ``data``:
    frozen letterhead, signature block, columns, law and figures; ``versi`` counts the corrections (DUK-04), each of
    which names what it replaces and why.
    """

    JENIS = [
        ("duk", "Daftar urut kepangkatan"),
        ("nominatif", "Daftar nominatif"),
        ("rekap", "Rekapitulasi pegawai"),
        ("bezetting", "Bezetting"),
        ("kosong", "Daftar jabatan kosong"),
    ]
    STATUS = [
        ("antre", "Menunggu giliran"),
        ("menyusun", "Sedang disusun"),
        ("konsep", "Konsep"),
        ("ditetapkan", "Ditetapkan"),
        ("gagal", "Gagal disusun"),
    ]
    BERJALAN = ("antre", "menyusun")

    jenis = models.CharField(max_length=10, choices=JENIS)
    per = models.DateField()
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=STATUS, default="antre")
    versi = models.PositiveSmallIntegerField(default=1)
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="koreksi")
    alasan = models.CharField(max_length=300, blank=True, default="")
    sepengetahuan = models.DateTimeField()
    dibuat_pada = models.DateTimeField()
    dibuat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    kemajuan = models.PositiveIntegerField(default=0)
    jumlah = models.PositiveIntegerField(default=0)
    pengecualian = models.PositiveIntegerField(default=0)
    data = models.JSONField(default=dict)
    pesan = models.CharField(max_length=400, blank=True, default="")
    nomor = models.CharField(max_length=100, blank=True, default="")
    tanggal = models.DateField(null=True, blank=True, help_text="tanggal penetapan")
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_oleh_id = models.BigIntegerField(null=True, blank=True)
    diumumkan = models.DateField(null=True, blank=True)
    keberatan_sampai = models.DateField(null=True, blank=True)
    tercetak = models.BooleanField(default=False)
    file_xlsx = models.FileField(upload_to=letak_daftar, max_length=200, blank=True)
    file_pdf = models.FileField(upload_to=letak_daftar, max_length=200, blank=True)

    class Meta:
        ordering = ["-per", "jenis", "-id"]
        indexes = [models.Index(fields=["jenis", "-per", "-id"], name="daftar_jenis_per")]
        triggers = [DAFTAR_BEKU]
        constraints = [
            models.CheckConstraint(
                condition=Q(menggantikan__isnull=True, versi=1) | Q(menggantikan__isnull=False) & ~Q(alasan=""),
                name="daftar_koreksi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status="ditetapkan") | Q(tanggal__isnull=False, ditetapkan_pada__isnull=False),
                name="daftar_ditetapkan_bertanggal",
            ),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} per {self.per} versi {self.versi}"


class BarisDaftar(models.Model):
    """One row of a list as it is printed.

    ``bagian``: code of its part in ``DaftarResmi.data['bagian']``, whose columns say what ``data['sel']`` holds (a list
    of lines for each column); ``kelompok``: heading above it; ``unit_id``: the unit of the row then.
    """

    daftar = models.ForeignKey(DaftarResmi, models.CASCADE, related_name="baris")
    bagian = models.CharField(max_length=20)
    nomor = models.PositiveIntegerField()
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    unit_id = models.BigIntegerField(null=True)
    nip = models.CharField(max_length=18, blank=True, default="")
    nama = models.CharField(max_length=260, blank=True, default="")
    kelompok = models.CharField(max_length=240, blank=True, default="")
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["daftar_id", "bagian", "nomor", "id"]
        triggers = [BARIS_BEKU]
        indexes = [
            models.Index(fields=["daftar", "bagian", "nomor", "id"], name="baris_daftar_nomor"),
            models.Index(fields=["daftar", "bagian", "unit_id", "nomor"], name="baris_daftar_unit"),
            models.Index(fields=["pegawai", "daftar"], name="baris_daftar_pegawai"),
        ]

    def __str__(self):
        return f"{self.daftar_id}/{self.nomor} {self.nama}"


@lacak
class KeberatanDaftar(models.Model):
    """Keberatan seorang PNS atas nomornya pada DUK (PP 15/1979 Pasal 9-11) dan putusannya.

    ``lanjutan``: the further objection to the superior of the official, after the first was refused.
    """

    PUTUSAN = [("diterima", "Diterima"), ("ditolak", "Ditolak")]
    daftar = models.ForeignKey(DaftarResmi, models.PROTECT, related_name="keberatan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    lanjutan = models.BooleanField(default=False)
    tanggal = models.DateField()
    uraian = models.CharField(max_length=600)
    putusan = models.CharField(max_length=8, choices=PUTUSAN, blank=True, default="")
    tanggal_putusan = models.DateField(null=True, blank=True)
    alasan_putusan = models.CharField(max_length=600, blank=True, default="")
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["daftar_id", "tanggal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["daftar", "pegawai", "lanjutan"], name="keberatan_sekali"),
            models.CheckConstraint(
                condition=Q(putusan="", tanggal_putusan__isnull=True)
                | ~Q(putusan="") & ~Q(alasan_putusan="") & Q(tanggal_putusan__isnull=False),
                name="keberatan_diputus_lengkap",
            ),
        ]

    def __str__(self):
        return f"{self.daftar_id} {self.pegawai_id}"
