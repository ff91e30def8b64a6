"""Jejak: siapa berbuat apa, kapan, dari mana; hanya bertambah (trigger). Also notices to users."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models.functions import Now

from kepegawaian.models.dasar import TAMBAH_SAJA, TANPA_KOSONGKAN, Alamat, Pelaku
from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.penugasan import Pengguna


class Jejak(models.Model):
    """Satu perbuatan. The sentence of each action stands in ``kepegawaian.jejak.KALIMAT``."""

    pada = models.DateTimeField(db_default=Now())
    oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    sebagai = models.CharField(max_length=200, blank=True, help_text="jabatan pelaku pada saat itu")
    dari = models.CharField(max_length=80, db_default=Alamat())
    aksi = models.CharField(max_length=40)
    objek = models.CharField(max_length=30)
    objek_id = models.BigIntegerField(null=True)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+", db_constraint=False)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["objek", "objek_id"], name="jejak_objek"),
            models.Index(fields=["pegawai", "-id"], name="jejak_pegawai"),
            models.Index(fields=["oleh_id", "-id"], name="jejak_oleh"),
            BrinIndex(fields=["pada"], name="jejak_pada"),
        ]
        triggers = [TAMBAH_SAJA, TANPA_KOSONGKAN]

    def __str__(self):
        return f"{self.aksi} {self.objek}:{self.objek_id}"


class AksesSensitif(models.Model):
    """Pembacaan data yang disamarkan (NIK, keluarga, kesehatan, hukuman disiplin) oleh orang lain."""

    pada = models.DateTimeField(db_default=Now())
    oleh_id = models.BigIntegerField(db_default=Pelaku(), null=True)
    dari = models.CharField(max_length=80, db_default=Alamat())
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    data = models.CharField(max_length=40)

    class Meta:
        ordering = ["-id"]
        triggers = [TAMBAH_SAJA, TANPA_KOSONGKAN]

    def __str__(self):
        return f"{self.data} {self.pegawai_id}"


class SegelJejak(models.Model):
    """Satu blok jejak yang tersegel; every block carries the hash of the one before it (``kepegawaian.segel``).

    ``baris``: id (8 bytes) and fingerprint (16 bytes) of each row, so that a broken block can name the row.
    """

    TABEL = [("jejak", "Jejak"), ("aksessensitif", "Pembacaan data tersamar")]

    tabel = models.CharField(max_length=20, choices=TABEL)
    nomor = models.PositiveIntegerField()
    dari_id = models.BigIntegerField()
    sampai_id = models.BigIntegerField()
    jumlah = models.PositiveIntegerField()
    baris = models.BinaryField()
    sidik_sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)
    dibuat_pada = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["tabel", "-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["tabel", "nomor"], name="segel_nomor"),
            models.CheckConstraint(condition=models.Q(sampai_id__gte=models.F("dari_id")), name="segel_urut"),
        ]
        triggers = [TAMBAH_SAJA, TANPA_KOSONGKAN]

    def __str__(self):
        return f"{self.tabel} {self.nomor}"


class Pemberitahuan(models.Model):
    """Satu pemberitahuan kepada satu pengguna; ``kunci`` makes writing it twice harmless. Written by ``kabar``.

    ``rahasia``: outside the portal it only says that there is something to read. ``banyak``: how many usulan a gathered
    notice speaks of, 1 for an ordinary one.
    """

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="pemberitahuan")
    pada = models.DateTimeField()
    judul = models.CharField(max_length=160)
    isi = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=200, blank=True)
    kunci = models.CharField(max_length=80)
    peristiwa = models.CharField(max_length=30, default="umum", help_text="kode pada kepegawaian/peristiwa.py")
    rahasia = models.BooleanField(default=False)
    banyak = models.PositiveIntegerField(default=1)
    dibaca_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pada", "-id"]
        constraints = [models.UniqueConstraint(fields=["pengguna", "kunci"], name="pemberitahuan_sekali")]
        indexes = [
            models.Index(
                fields=["pengguna"], condition=models.Q(dibaca_pada__isnull=True), name="pemberitahuan_belum_dibaca"
            )
        ]

    def __str__(self):
        return self.judul
