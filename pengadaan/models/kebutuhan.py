"""Analisis jabatan dan beban kerja, rencana kebutuhan tiap OPD, dan usul formasi kabupaten.

What others must know of them stands in ``kepegawaian.KebutuhanJabatan`` (written when an analysis is sah) and in
``Formasi``. Changed only by ``pengadaan.kebutuhan.analisis``, ``rencana`` and ``usul``.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from kepegawaian.models import Jabatan, KebutuhanJabatan, Naskah, UnitKerja
from kepegawaian.models.dasar import lacak
from pengadaan.models.formasi import Formasi

__all__ = ["AnalisisJabatan", "BarisRencana", "RencanaKebutuhan", "TugasJabatan", "UnggahanAbk", "UsulFormasi"]

MASA = [MinValueValidator(2017), MaxValueValidator(2100)]


def _akun(**lain):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", **lain)


@lacak
class AnalisisJabatan(models.Model):
    """Anjab dan ABK satu jabatan pada satu unit untuk satu tahun.

    ``wke_menit``: effective minutes a year used; ``rasio`` {kode: amount} of ``jenis_rasio`` where ``cara`` is rasio;
    ``informasi`` {element: text} of PerBKN 9/2022 Ps. 3. ``hasil`` (two decimals) and ``kebutuhan`` follow from them;
    both are None while something is missing. Sah: it rests on ``nomor_dasar`` and made ``kebutuhan_jabatan``.
    """

    CARA = [("tugas", "Uraian tugas"), ("rasio", "Rasio sektor (guru, tenaga kesehatan)")]
    STATUS = [("draf", "Draf"), ("diperiksa", "Diperiksa BKD"), ("sah", "Sah")]
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="analisis_jabatan")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="analisis_jabatan")
    tahun = models.PositiveSmallIntegerField(validators=MASA)
    cara = models.CharField(max_length=5, choices=CARA, default="tugas")
    wke_menit = models.PositiveIntegerField()
    jenis_rasio = models.CharField(max_length=20, blank=True, default="")
    rasio = models.JSONField(default=dict, blank=True)
    informasi = models.JSONField(default=dict, blank=True)
    beban_menit = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    hasil = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    kebutuhan = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=9, choices=STATUS, default="draf")
    catatan = models.CharField(max_length=400, blank=True, default="")
    nomor_dasar = models.CharField(max_length=100, blank=True, default="")
    tanggal_dasar = models.DateField(null=True, blank=True)
    kebutuhan_jabatan = models.ForeignKey(KebutuhanJabatan, models.PROTECT, null=True, blank=True, related_name="+")
    versi = models.PositiveIntegerField(default=1)
    diubah_oleh = _akun()
    diubah_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tahun", "unit", "jabatan"]
        indexes = [models.Index(fields=["tahun", "status"], name="analisis_tahun")]
        constraints = [
            models.UniqueConstraint(fields=["tahun", "unit", "jabatan"], name="analisis_jabatan_unik"),
            models.CheckConstraint(
                condition=~Q(status="sah")
                | Q(kebutuhan__isnull=False, tanggal_dasar__isnull=False, kebutuhan_jabatan__isnull=False)
                & ~Q(nomor_dasar=""),
                name="analisis_sah_berdasar",
            ),
        ]

    def __str__(self):
        return f"{self.tahun} {self.jabatan_id}@{self.unit_id}"


class TugasJabatan(models.Model):
    """Satu tugas pada sebuah analisis: ``volume`` hasil setahun, ``norma_menit`` tiap hasil."""

    analisis = models.ForeignKey(AnalisisJabatan, models.CASCADE, related_name="tugas")
    nomor = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=300)
    hasil = models.CharField(max_length=100, blank=True, default="")
    volume = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    norma_menit = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["nomor"]
        constraints = [models.UniqueConstraint(fields=["analisis", "nomor"], name="tugas_jabatan_unik")]

    def __str__(self):
        return self.uraian


class UnggahanAbk(models.Model):
    """Berkas ABK yang sudah dibaca dan menunggu diterapkan: baris beserta kesalahannya.

    ``baris``: [{baris, unit, jabatan, unit_id, jabatan_id, uraian, hasil, volume, norma, galat}].
    """

    tahun = models.PositiveSmallIntegerField()
    nama_berkas = models.CharField(max_length=160)
    baris = models.JSONField()
    galat = models.PositiveIntegerField()
    dibuat_oleh = _akun()
    dibuat_pada = models.DateTimeField()
    diterapkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.nama_berkas


@lacak
class UsulFormasi(models.Model):
    """Usul kebutuhan kabupaten untuk satu tahun: rekap rencana OPD, jalannya, suratnya, dan penetapan Menteri.

    ``langkah``: [{kode, pada, nama, sebagai, catatan}] of what was done. ``surat``: dokumen formasi, printed by the worker.
    """

    STATUS = [
        ("susun", "Direkap Kasubbid"), ("kabid", "Menunggu Kabid"), ("sekretaris", "Menunggu Sekretaris"), ("kaban", "Menunggu Kepala BKD"),
        ("sekda", "Menunggu Sekda"), ("bupati", "Menunggu tanda tangan Bupati"),
        ("disampaikan", "Disampaikan ke Menteri"), ("ditetapkan", "Ditetapkan Menteri"),
    ]  # fmt: skip
    tahun = models.PositiveSmallIntegerField(unique=True, validators=MASA)
    status = models.CharField(max_length=11, choices=STATUS, default="susun")
    langkah = models.JSONField(default=list)
    catatan = models.CharField(max_length=400, blank=True, default="")
    surat = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")
    disampaikan_pada = models.DateField(null=True, blank=True)
    nomor_kepmen = models.CharField(max_length=100, blank=True, default="")
    tanggal_kepmen = models.DateField(null=True, blank=True)
    kepmen = models.FileField(upload_to="formasi/%Y/%m/", blank=True)
    kepmen_nama = models.CharField(max_length=160, blank=True, default="")
    kepmen_mime = models.CharField(max_length=60, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tahun"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="ditetapkan") | Q(tanggal_kepmen__isnull=False) & ~Q(nomor_kepmen=""),
                name="usul_formasi_berkepmen",
            )
        ]

    def __str__(self):
        return f"Usul formasi {self.tahun}"


@lacak
class RencanaKebutuhan(models.Model):
    """Rencana kebutuhan lima tahun satu OPD mulai ``tahun``, dengan renstranya."""

    STATUS = [
        ("draf", "Draf OPD"), ("diajukan", "Diperiksa Kasubbid"), ("diterima", "Diterima, siap direkap"),
        ("direkap", "Dalam usul kabupaten"),
    ]  # fmt: skip
    tahun = models.PositiveSmallIntegerField(validators=MASA)
    opd = models.ForeignKey(UnitKerja, models.PROTECT, related_name="rencana_kebutuhan")
    status = models.CharField(max_length=8, choices=STATUS, default="draf")
    usul = models.ForeignKey(UsulFormasi, models.PROTECT, null=True, blank=True, related_name="rencana")
    renstra = models.FileField(upload_to="renstra/%Y/%m/", blank=True)
    renstra_nama = models.CharField(max_length=160, blank=True, default="")
    renstra_mime = models.CharField(max_length=60, blank=True, default="")
    renstra_mulai = models.PositiveSmallIntegerField(null=True, blank=True, validators=MASA)
    renstra_sampai = models.PositiveSmallIntegerField(null=True, blank=True, validators=MASA)
    langkah = models.JSONField(default=list)
    catatan = models.CharField(max_length=400, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tahun", "opd__nama"]
        constraints = [
            models.UniqueConstraint(fields=["tahun", "opd"], name="rencana_kebutuhan_unik"),
            models.CheckConstraint(
                condition=~Q(status="direkap") | Q(usul__isnull=False), name="rencana_direkap_berusul"
            ),
        ]

    def __str__(self):
        return f"{self.tahun} {self.opd_id}"


@lacak
class BarisRencana(models.Model):
    """Satu jabatan pada satu unit dalam rencana: banyaknya yang diminta tiap tahun selama lima tahun."""

    rencana = models.ForeignKey(RencanaKebutuhan, models.CASCADE, related_name="baris")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=7, choices=Formasi.JENIS)
    jalur = models.CharField(max_length=12, choices=Formasi.JALUR, default="umum")
    pendidikan = models.CharField(max_length=300, blank=True, default="")
    n1 = models.PositiveSmallIntegerField(null=True)
    n2 = models.PositiveSmallIntegerField(null=True)
    n3 = models.PositiveSmallIntegerField(null=True)
    n4 = models.PositiveSmallIntegerField(null=True)
    n5 = models.PositiveSmallIntegerField(null=True)
    prioritas = models.PositiveSmallIntegerField(default=1)
    penetapan = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["prioritas", "unit__nama", "jabatan__nama", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "unit", "jabatan", "jenis", "jalur"], name="baris_rencana_unik")
        ]

    def __str__(self):
        return f"{self.rencana_id}: {self.jabatan_id}@{self.unit_id}"

    @property
    def jumlah(self):
        """The five years, in order."""
        return (self.n1, self.n2, self.n3, self.n4, self.n5)
