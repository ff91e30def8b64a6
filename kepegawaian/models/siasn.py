"""Jawaban SIASN, antrean kirim ke SIASN, dan pengambilan massal. Written by ``kepegawaian.siasn`` only."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.penugasan import Pengguna
from kepegawaian.models.unit import UnitKerja


class JawabanSiasn(models.Model):
    """Apa yang dijawab SIASN tentang satu pegawai dan satu jenis data; the raw answer never changes.

    A further answer that differs is a further row. ``baris`` (the answer as the portal understands it) and the counts are
    made anew whenever it is read. ``kosong``: the service said it has nothing, which takes nothing from us.
    """

    KEADAAN = [("isi", "Ada isinya"), ("kosong", "SIASN menjawab kosong")]
    SUMBER = [("layanan", "Layanan web SIASN"), ("contoh", "Data contoh")]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="jawaban_siasn")
    jenis = models.CharField(max_length=20, help_text="kode pada kepegawaian/siasn/peta.py")
    keadaan = models.CharField(max_length=6, choices=KEADAAN)
    sumber = models.CharField(max_length=8, choices=SUMBER, default="layanan")
    isi = models.JSONField(default=list, help_text="baris mentah sebagaimana dijawab")
    sidik = models.CharField(max_length=64)
    baris = models.JSONField(default=list, help_text="[{nilai, tampil, galat, asing, catatan}] menurut urutan isi")
    beda = models.PositiveSmallIntegerField(default=0)
    hanya_siasn = models.PositiveSmallIntegerField(default=0)
    hanya_portal = models.PositiveSmallIntegerField(default=0)
    terbaru = models.BooleanField(default=True)
    diambil_pada = models.DateTimeField()
    dilihat_pada = models.DateTimeField(help_text="terakhir kali SIASN menjawab sama")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis"], condition=Q(terbaru=True), name="satu_jawaban_siasn_terbaru"
            )
        ]
        indexes = [
            models.Index(
                fields=["jenis", "pegawai"],
                condition=Q(terbaru=True) & (Q(beda__gt=0) | Q(hanya_siasn__gt=0)),
                name="jawaban_siasn_beda",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="jawaban_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP = 'DELETE' OR OLD.isi IS DISTINCT FROM NEW.isi OR OLD.sidik IS DISTINCT FROM NEW.sidik
                       OR OLD.pegawai_id IS DISTINCT FROM NEW.pegawai_id OR OLD.jenis IS DISTINCT FROM NEW.jenis
                       OR OLD.diambil_pada IS DISTINCT FROM NEW.diambil_pada
                       OR OLD.keadaan IS DISTINCT FROM NEW.keadaan OR OLD.sumber IS DISTINCT FROM NEW.sumber THEN
                        RAISE EXCEPTION 'Jawaban SIASN tidak boleh diubah.' USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self):
        return f"{self.jenis} {self.pegawai_id}"


class KirimSiasn(models.Model):
    """Satu baris kita yang diminta dikirim ke SIASN. The row is the truth, the broker only carries its id.

    ``kunci`` and ``versi`` (id of our row, hash of what is sent) make asking twice harmless. ``dasar``: the hash of
    SIASN's row that the clerk had before him ("" for none); when it has changed since, ours waits for him.
    """

    STATUS = [
        ("menunggu", "Menunggu"),
        ("mengirim", "Sedang dikirim"),
        ("terkirim", "Terkirim"),
        ("ditolak", "Ditolak SIASN"),
        ("ditinjau", "Perlu ditinjau"),
        ("batal", "Dibatalkan"),
    ]
    JALAN = ("menunggu", "mengirim")

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="kirim_siasn")
    jenis = models.CharField(max_length=20)
    kunci = models.BigIntegerField(help_text="id baris riwayat, atau id pegawai bagi data utama")
    versi = models.CharField(max_length=64)
    uraian = models.CharField(max_length=200)
    muatan = models.JSONField(default=dict)
    dasar = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=STATUS, default="menunggu")
    percobaan = models.PositiveSmallIntegerField(default=0)
    berikut_pada = models.DateTimeField()
    ragu = models.BooleanField(default=False, help_text="sudah dikirim, hasilnya belum diketahui")
    pesan = models.CharField(max_length=300, blank=True)
    siasn_id = models.CharField(max_length=64, blank=True)
    akun = models.CharField(max_length=80, blank=True, help_text="akun SSO SIASN yang dipakai")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(db_default=Now())
    terkirim_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "kunci", "versi"],
                condition=~Q(status__in=("batal", "ditolak", "ditinjau")),
                name="kirim_siasn_sekali",
            )
        ]
        indexes = [
            models.Index(
                fields=["berikut_pada"],
                condition=Q(status__in=("menunggu", "mengirim")),
                name="kirim_siasn_jatuh_waktu",
            ),
            models.Index(fields=["status", "-id"], name="kirim_siasn_status"),
        ]

    def __str__(self):
        return f"{self.jenis}:{self.kunci}:{self.status}"


class AmbilSiasn(models.Model):
    """Pengambilan data SIASN bagi seorang pegawai, sebuah unit, atau semua; ``penunjuk``: pegawai terakhir yang selesai.

    A worker that died leaves ``denyut`` behind; the sweep goes on after the pointer. What stopped it stands in ``pesan``.
    """

    STATUS = [
        ("berjalan", "Sedang berjalan"),
        ("jeda", "Tertunda"),
        ("selesai", "Selesai"),
        ("batal", "Dihentikan"),
    ]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    jenis = models.JSONField(default=list)
    status = models.CharField(max_length=8, choices=STATUS, default="berjalan")
    penunjuk = models.BigIntegerField(default=0)
    jumlah = models.PositiveIntegerField(default=0)
    selesai = models.PositiveIntegerField(default=0)
    kosong = models.PositiveIntegerField(default=0, help_text="jawaban kosong")
    gagal = models.PositiveIntegerField(default=0, help_text="jawaban yang ditolak SIASN")
    pesan = models.CharField(max_length=300, blank=True)
    denyut = models.DateTimeField()
    berikut_pada = models.DateTimeField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(db_default=Now())
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(status__in=("berjalan", "jeda"), pegawai__isnull=False),
                name="satu_pengambilan_tiap_pegawai",
            ),
            models.UniqueConstraint(
                models.functions.Coalesce("unit", 0),
                condition=Q(status__in=("berjalan", "jeda"), pegawai__isnull=True),
                name="satu_pengambilan_tiap_unit",
            ),
        ]
        indexes = [
            models.Index(
                fields=["berikut_pada"], condition=Q(status__in=("berjalan", "jeda")), name="ambil_siasn_jatuh_waktu"
            )
        ]

    def __str__(self):
        return f"ambil {self.pk} {self.status}"
