"""Batch impor, barisnya, kamus referensi yang diingat, dan selisih dengan SIASN."""

from django.db import models

from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.penugasan import Pengguna


class BatchImpor(models.Model):
    """Satu berkas yang diunggah. Status moves only through ``kepegawaian.impor``.

    ``per_tanggal`` is the date the file states its data to be of; a value without a TMT holds from there. Of jenis ``ws``
    (``kepegawaian.siasn.terima``) there is no file but a ``pegawai``: the answer it rests on, and old and new value of each
    field (``medan``), stand in ``ringkasan``.
    """

    STATUS = [
        ("diunggah", "Diunggah"),
        ("membaca", "Sedang dibaca"),
        ("pratinjau", "Siap ditinjau"),
        ("menerapkan", "Sedang diterapkan"),
        ("diterapkan", "Diterapkan"),
        ("dibatalkan", "Dibatalkan"),
        ("gagal", "Gagal"),
    ]

    JENIS = [
        ("siasn", "Data pegawai"),
        ("presensi", "Presensi"),
        ("kinerja", "Kinerja periodik"),
        ("ip", "Nilai IP ASN BKN"),
        ("ws", "Layanan web SIASN"),
    ]

    jenis = models.CharField(max_length=8, choices=JENIS, default="siasn")
    nama_berkas = models.CharField(max_length=200)
    file = models.FileField(upload_to="impor/%Y/%m/", max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    per_tanggal = models.DateField()
    status = models.CharField(max_length=12, choices=STATUS, default="diunggah")
    pesan = models.CharField(max_length=400, blank=True)
    kemajuan = models.PositiveIntegerField(default=0)
    jumlah = models.PositiveIntegerField(default=0)
    ringkasan = models.JSONField(default=dict)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    diunggah_pada = models.DateTimeField(auto_now_add=True)
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return self.nama_berkas


class BarisImpor(models.Model):
    """Hasil satu baris berkas: baru, berubah, sama, atau galat dengan sebab dan cara memperbaikinya."""

    HASIL = [("baru", "Baru"), ("berubah", "Berubah"), ("sama", "Sama"), ("galat", "Galat")]

    batch = models.ForeignKey(BatchImpor, models.CASCADE, related_name="baris")
    lembar = models.CharField(max_length=40)
    nomor = models.PositiveIntegerField(help_text="nomor baris pada lembar, dari 1")
    nip = models.CharField(max_length=40, blank=True)
    nama = models.CharField(max_length=160, blank=True)
    hasil = models.CharField(max_length=8, choices=HASIL)
    perubahan = models.JSONField(default=list, help_text="[{kolom, lama, baru}]")
    galat = models.JSONField(default=list, help_text="[{kolom, sebab, perbaikan}]")
    catatan = models.JSONField(default=list, help_text="hal yang perlu diketahui tetapi tidak menolak baris")
    nilai = models.JSONField(default=dict, help_text="nilai baris yang sudah bersih, untuk diterapkan")

    class Meta:
        ordering = ["batch_id", "id"]
        indexes = [models.Index(fields=["batch", "hasil", "id"], name="baris_batch_hasil")]

    def __str__(self):
        return f"{self.lembar}:{self.nomor} {self.hasil}"


class KamusReferensi(models.Model):
    """Teks referensi yang belum dikenal dan jawaban petugas; diingat untuk berkas berikutnya."""

    jenis = models.CharField(max_length=30, help_text="unit, jabatan, pendidikan, agama …")
    teks = models.CharField(max_length=300)
    siasn_id = models.CharField(max_length=36, blank=True)
    jawaban = models.CharField(max_length=60, blank=True, help_text="kunci utama pada tabel referensi")
    abaikan = models.BooleanField(default=False)
    jumlah = models.PositiveIntegerField(default=0)
    dijawab_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True)
    dijawab_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["jenis", "teks"]
        constraints = [models.UniqueConstraint(fields=["jenis", "teks", "siasn_id"], name="kamus_unik")]

    def __str__(self):
        return f"{self.jenis}: {self.teks}"


class SelisihSiasn(models.Model):
    """Nilai SIASN yang berbeda dengan riwayat bernaskah; ditampilkan, tidak menimpa."""

    pegawai = models.ForeignKey(Pegawai, models.CASCADE, related_name="selisih")
    kolom = models.CharField(max_length=30)
    nilai_siasn = models.CharField(max_length=300)
    nilai_portal = models.CharField(max_length=300)
    batch = models.ForeignKey(BatchImpor, models.PROTECT)
    per_tanggal = models.DateField()

    class Meta:
        ordering = ["pegawai", "kolom"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "kolom"], name="selisih_unik")]

    def __str__(self):
        return f"{self.kolom} {self.pegawai_id}"
