"""Register sarana: barang, ruang, keadaannya dari waktu ke waktu, pemeliharaan, dan kebutuhan tahun yang akan datang.

Written by ``tata_kelola.sarana.perbuatan`` only. Where a thing stands, how it is and who holds it are append-only rows; a thing
that is gone is taken off the register with its reason, never deleted.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import TAMBAH_SAJA, lacak
from tata_kelola.models.anggaran import RUPIAH

KATEGORI = [
    ("komputer", "Komputer dan jaringan"), ("kendaraan", "Kendaraan"), ("mebel", "Mebel"), ("elektronik", "Elektronik dan pendingin"),
    ("alat_kantor", "Alat kantor"), ("arsip", "Penyimpanan arsip"), ("bangunan", "Gedung dan bangunan"), ("lain", "Lainnya"),
]  # fmt: skip


@lacak
class Ruang(models.Model):
    """Satu ruang kantor; its card (KIR) lists what stands in it."""

    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=100)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kode"]

    def __str__(self):
        return f"{self.kode} {self.nama}"


@lacak
class Barang(models.Model):
    """Satu barang: what it is and what it cost. Where and how it is: ``KeadaanBarang``, the newest row."""

    kode = models.CharField(max_length=40, unique=True)
    nama = models.CharField(max_length=150)
    kategori = models.CharField(max_length=12, choices=KATEGORI)
    merek = models.CharField(max_length=100, blank=True, default="")
    tahun = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(**RUPIAH)
    dibuat_pada = models.DateTimeField()
    dilepas_pada = models.DateTimeField(null=True, blank=True)
    alasan_lepas = models.CharField(max_length=300, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kode"]
        constraints = [
            models.CheckConstraint(condition=Q(nilai__gte=0), name="barang_nilai_tidak_negatif"),
            models.CheckConstraint(
                condition=Q(dilepas_pada__isnull=True) | ~Q(alasan_lepas=""), name="barang_lepas_beralasan"
            ),
        ]

    def __str__(self):
        return f"{self.kode} {self.nama}"


class KeadaanBarang(models.Model):
    """Di mana sebuah barang, bagaimana kondisinya, dan siapa pemegangnya, sejak dicatat; the newest row counts."""

    KONDISI = [("baik", "Baik"), ("rusak_ringan", "Rusak ringan"), ("rusak_berat", "Rusak berat")]
    barang = models.ForeignKey(Barang, models.PROTECT, related_name="keadaan")
    ruang = models.ForeignKey(Ruang, models.PROTECT, related_name="+")
    kondisi = models.CharField(max_length=12, choices=KONDISI)
    pemegang = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    catatan = models.CharField(max_length=300, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["barang_id", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["barang", "-id"], name="keadaan_barang_terbaru")]

    def __str__(self):
        return f"{self.barang_id}: {self.kondisi}"


class Pemeliharaan(models.Model):
    """Satu pemeliharaan yang sudah dikerjakan; ``berikutnya``: when the next is due, None when none is planned."""

    barang = models.ForeignKey(Barang, models.PROTECT, related_name="pemeliharaan")
    tanggal = models.DateField()
    uraian = models.CharField(max_length=300)
    biaya = models.DecimalField(**RUPIAH)
    berikutnya = models.DateField(null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["barang_id", "-tanggal", "-id"]
        triggers = [TAMBAH_SAJA]
        indexes = [models.Index(fields=["barang", "-tanggal", "-id"], name="pemeliharaan_terbaru")]
        constraints = [
            models.CheckConstraint(condition=Q(biaya__gte=0), name="pemeliharaan_biaya_tidak_negatif"),
            models.CheckConstraint(
                condition=Q(berikutnya__isnull=True) | Q(berikutnya__gt=models.F("tanggal")),
                name="pemeliharaan_berikutnya",
            ),
        ]

    def __str__(self):
        return f"{self.barang_id} {self.tanggal}"


@lacak
class KebutuhanBarang(models.Model):
    """Usul kebutuhan barang sebuah unit bagi satu tahun, dibebankan pada satu kegiatan pohon kinerja tahun yang menanggungnya."""

    STATUS = [("diusulkan", "Diusulkan"), ("disetujui", "Disetujui"), ("ditolak", "Tidak disetujui")]
    tahun = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    simpul = models.ForeignKey("eperformance.Simpul", models.PROTECT, null=True, blank=True, related_name="+")
    nama = models.CharField(max_length=150)
    kategori = models.CharField(max_length=12, choices=KATEGORI)
    jumlah = models.PositiveIntegerField()
    satuan = models.CharField(max_length=20)
    harga = models.DecimalField(**RUPIAH)
    alasan = models.CharField(max_length=300)
    status = models.CharField(max_length=9, choices=STATUS, default="diusulkan")
    catatan = models.CharField(max_length=300, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(jumlah__gte=1, harga__gte=0), name="kebutuhan_barang_wajar"),
            models.CheckConstraint(condition=~Q(status="ditolak") | ~Q(catatan=""), name="kebutuhan_tolak_beralasan"),
        ]

    def __str__(self):
        return f"{self.tahun} {self.nama}"

    @property
    def biaya(self):
        """What it would cost."""
        return self.jumlah * self.harga
