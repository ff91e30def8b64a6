"""Model Korpri. Changed only by the acts ``pengurus``, ``kegiatan`` and ``redaksi`` of this package.

Membership has no table: every ASN in service is a member (``ProfilKini.aktif``).
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone

from kepegawaian.models import Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import lacak
from kepegawaian.templatetags.portal import hari_tanggal, waktu
from kesejahteraan.korpri.aturan import CADANGAN, MUNDUR, TERDAFTAR

MASA = Func("sejak", "sampai", Value("[]"), function="daterange")


@lacak
class PengurusKorpri(models.Model):
    """Seorang pengurus di satu unit selama satu masa. ``sampai`` NULL: masih menjabat."""

    JABATAN = [
        ("ketua", "Ketua"), ("wakil", "Wakil ketua"), ("sekretaris", "Sekretaris"), ("bendahara", "Bendahara"),
        ("anggota", "Anggota pengurus"),
    ]  # fmt: skip
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="pengurus_korpri")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="pengurus_korpri")
    jabatan = models.CharField(max_length=12, choices=JABATAN)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField(max_length=100)
    tanggal_sk = models.DateField()
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    class Meta:
        ordering = ["unit", "-sejak", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("sejak")), name="pengurus_korpri_masa_wajar"
            ),
            ExclusionConstraint(
                name="pengurus_korpri_satu_jabatan_seorang",
                expressions=[
                    ("unit", RangeOperators.EQUAL), ("pegawai", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="pengurus_korpri_satu_inti", condition=~Q(jabatan="anggota") & ~Q(jabatan="wakil"),
                expressions=[
                    ("unit", RangeOperators.EQUAL), ("jabatan", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS),
                ],
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.jabatan} {self.unit_id}:{self.pegawai_id}"


@lacak
class KegiatanKorpri(models.Model):
    """Satu kegiatan. ``tutup``: last day of registration; ``kapasitas`` NULL: no limit (cabang have their own).

    ``kode_hadir``: figures shown at the place, with which a participant confirms his presence by phone.
    """

    JENIS = [
        ("sosialisasi", "Sosialisasi"), ("pembinaan", "Pembinaan pengurus dan anggota"),
        ("bantuan_hukum", "Penyuluhan bantuan hukum"), ("minat_bakat", "Minat dan bakat"),
    ]  # fmt: skip
    STATUS = [
        ("rencana", "Disiapkan"), ("dibuka", "Diumumkan"), ("selesai", "Selesai"), ("batal", "Dibatalkan"),
    ]  # fmt: skip
    jenis = models.CharField(max_length=14, choices=JENIS)
    nama = models.CharField(max_length=160)
    uraian = models.TextField(max_length=4000)
    tempat = models.CharField(max_length=160)
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    tutup = models.DateField()
    kapasitas = models.PositiveIntegerField(null=True, blank=True)
    khusus_pengurus = models.BooleanField(default=False)
    status = models.CharField(max_length=8, choices=STATUS, default="rencana")
    kode_hadir = models.CharField(max_length=6, blank=True, default="")
    hasil = models.TextField(max_length=4000, blank=True, default="")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-mulai", "-id"]
        indexes = [models.Index(fields=["status", "-mulai"], name="kegiatan_korpri_status")]
        constraints = [
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="kegiatan_korpri_masa_wajar"),
        ]

    def __str__(self):
        return self.nama

    @property
    def hari_mulai(self):
        """The day it begins, in Jakarta."""
        return timezone.localdate(self.mulai)

    @property
    def waktu(self):
        """When it is, in words: one day with its hours, or from one moment to another."""
        mulai, selesai = timezone.localtime(self.mulai), timezone.localtime(self.selesai)
        if mulai.date() == selesai.date():
            return f"{hari_tanggal(mulai)}, {mulai:%H.%M} sampai {selesai:%H.%M} WIB"
        return f"{waktu(mulai)} sampai {waktu(selesai)} WIB"


class CabangKorpri(models.Model):
    """Satu cabang lomba pada kegiatan minat dan bakat, dengan tempatnya sendiri."""

    kegiatan = models.ForeignKey(KegiatanKorpri, models.CASCADE, related_name="cabang")
    nama = models.CharField(max_length=80)
    kapasitas = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["kegiatan", "nama"], name="cabang_korpri_unik")]

    def __str__(self):
        return self.nama


@lacak
class PesertaKorpri(models.Model):
    """Seorang peserta. ``hadir`` NULL: belum dicatat; ``peringkat`` and ``capaian``: what he achieved in a contest."""

    STATUS = [(TERDAFTAR, "Terdaftar"), (CADANGAN, "Cadangan"), (MUNDUR, "Mengundurkan diri")]
    CARA = [("kode", "Kode kehadiran"), ("petugas", "Dicatat petugas")]
    kegiatan = models.ForeignKey(KegiatanKorpri, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="kegiatan_korpri")
    cabang = models.ForeignKey(CabangKorpri, models.PROTECT, null=True, blank=True, related_name="peserta")
    status = models.CharField(max_length=9, choices=STATUS, default=TERDAFTAR)
    mendaftar_pada = models.DateTimeField()
    hadir = models.BooleanField(null=True)
    hadir_pada = models.DateTimeField(null=True, blank=True)
    cara_hadir = models.CharField(max_length=7, choices=CARA, blank=True, default="")
    peringkat = models.PositiveSmallIntegerField(null=True, blank=True)
    capaian = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["mendaftar_pada", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "pegawai", "cabang"], name="peserta_korpri_unik", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(hadir__isnull=True) | Q(hadir=False) | Q(status=TERDAFTAR), name="peserta_korpri_hadir"
            ),
        ]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.pegawai_id}"


class BerkasKorpri(models.Model):
    """Satu foto atau dokumen kegiatan. Withdrawn ones stay, with ``ditarik_pada``, and are shown to nobody."""

    kegiatan = models.ForeignKey(KegiatanKorpri, models.PROTECT, related_name="berkas")
    judul = models.CharField(max_length=120)
    nama_asli = models.CharField(max_length=160)
    file = models.FileField(max_length=160)
    mime = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    ditarik_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.judul}"

    @property
    def gambar(self):
        """Is it a picture the page can show?"""
        return self.mime.startswith("image/")


class EdisiKorpri(models.Model):
    """Satu edisi Abdi Negara: tulisan yang terbit, dikumpulkan dengan nomor."""

    nomor = models.PositiveIntegerField(unique=True)
    judul = models.CharField(max_length=160)
    tanggal = models.DateField()
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-nomor"]

    def __str__(self):
        return f"Abdi Negara edisi {self.nomor}"


@lacak
class TulisanKorpri(models.Model):
    """Satu tulisan atau inovasi seorang ASN bagi Abdi Negara. Plain text; lines are paragraphs.

    ``versi``: raised by every change, so that an old page cannot overwrite a new one. ``catatan``: what the editor said.
    """

    JENIS = [("artikel", "Artikel"), ("inovasi", "Inovasi")]
    STATUS = [
        ("draf", "Draf"), ("diajukan", "Menunggu redaksi"), ("dikembalikan", "Perlu diperbaiki"), ("terbit", "Terbit"),
        ("ditarik", "Ditarik"),
    ]  # fmt: skip
    jenis = models.CharField(max_length=8, choices=JENIS)
    judul = models.CharField(max_length=150)
    ringkasan = models.CharField(max_length=300)
    isi = models.TextField(max_length=20000)
    gambar = models.FileField(max_length=160, blank=True)
    gambar_mime = models.CharField(max_length=40, blank=True, default="")
    gambar_uraian = models.CharField(max_length=160, blank=True, default="")
    penulis = models.ForeignKey(Pegawai, models.PROTECT, related_name="tulisan_korpri")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=12, choices=STATUS, default="draf")
    catatan = models.CharField(max_length=400, blank=True, default="")
    edisi = models.ForeignKey(EdisiKorpri, models.PROTECT, null=True, blank=True, related_name="tulisan")
    versi = models.PositiveIntegerField(default=1)
    dibuat_pada = models.DateTimeField()
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    terbit_pada = models.DateTimeField(null=True, blank=True)
    penyunting = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-terbit_pada", "-id"]
        indexes = [models.Index(fields=["status", "-terbit_pada"], name="tulisan_korpri_status")]
        constraints = [
            models.CheckConstraint(condition=~Q(status="terbit") | Q(terbit_pada__isnull=False), name="tulisan_korpri_terbit"),
            models.CheckConstraint(
                condition=~Q(status__in=("dikembalikan", "ditarik")) | ~Q(catatan=""), name="tulisan_korpri_beralasan"
            ),
            models.CheckConstraint(condition=Q(gambar="") | ~Q(gambar_uraian=""), name="tulisan_korpri_gambar_beruraian"),
        ]  # fmt: skip

    def __str__(self):
        return self.judul
