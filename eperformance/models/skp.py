"""SKP: tahun kinerja, sasaran kinerja seorang pegawai, isinya, dialognya, realisasi dan buktinya.

Law: PP 30/2019; Permen PANRB 6/2022. ``Skp.status`` is changed only by ``eperformance.siklus``, the contents by
``eperformance.skp.susun``. Every row a person types into carries ``versi``: it is saved by a conditional UPDATE on it, so that
nobody overwrites what somebody else has saved since.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from eperformance.models.pohon import Simpul
from kepegawaian.models import Jabatan, Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import TAMBAH_SAJA, lacak

MASA = Func("mulai", "sampai", Value("[]"), function="daterange")
HIDUP = ~Q(status="batal")

PENDEKATAN = [("kuantitatif", "Kuantitatif"), ("kualitatif", "Kualitatif")]
PERIODIK = [("bulanan", "Bulanan"), ("triwulan", "Triwulanan")]


@lacak
class PeriodeKinerja(models.Model):
    """Satu tahun kinerja dan kalendernya, dibuka oleh Subbidang Evaluasi dan Penetapan Tunjangan Kinerja.

    ``hari_periodik``: last day of the evaluation, counted from the end of a month or quarter (law: the first week after it).
    """

    tahun = models.PositiveSmallIntegerField(unique=True)
    pendekatan = models.CharField(max_length=12, choices=PENDEKATAN, default="kuantitatif")
    periodik = models.CharField(max_length=9, choices=PERIODIK, default="triwulan")
    susun_mulai = models.DateField()
    tetap_sampai = models.DateField()
    nilai_mulai = models.DateField()
    nilai_sampai = models.DateField()
    hari_periodik = models.PositiveSmallIntegerField(default=7)
    rekan_boleh = models.BooleanField(default=True, help_text="rekan dan bawahan boleh diminta umpan balik")
    dasar = models.CharField(max_length=200, blank=True, help_text="surat edaran jadwal")

    class Meta:
        ordering = ["-tahun"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tetap_sampai__gte=F("susun_mulai")) & Q(nilai_sampai__gte=F("nilai_mulai")),
                name="periode_kinerja_wajar",
            )
        ]

    def __str__(self):
        return f"Tahun kinerja {self.tahun}"


@lacak
class Skp(models.Model):
    """Sasaran kinerja seorang pegawai untuk satu masa dalam satu tahun kinerja.

    The pejabat penilai is an office (``penilai``) or somebody without NIP (``penilai_luar`` "BUPATI"), so that the SKP moves
    with its holder; while nobody can act there the one above stands in and ``penilai_asal`` names the office it stands in for
    (``eperformance.alih``). ``beku``: header as it stood when ditetapkan (names, NIP, pangkat, jabatan, unit of both).
    Whoever moves in mid-year has two rows: ``sampai`` of the first is drawn in, ``pendahulu`` of the second names it.
    """

    JENJANG = [
        ("jpt", "Pimpinan tinggi"),
        ("administrator", "Administrator"),
        ("pengawas", "Pengawas"),
        ("jf", "Fungsional"),
        ("pelaksana", "Pelaksana"),
    ]
    STATUS = [
        ("draf", "Draf"),
        ("diajukan", "Diajukan"),
        ("dikembalikan", "Dikembalikan"),
        ("ditetapkan", "Ditetapkan"),
        ("dinilai", "Dinilai"),
        ("keberatan", "Keberatan"),
        ("final", "Final"),
        ("batal", "Dibatalkan"),
    ]
    SAH = ("ditetapkan", "dinilai", "keberatan", "final")
    TERBUKA = ("draf", "dikembalikan")

    periode = models.ForeignKey(PeriodeKinerja, models.PROTECT, related_name="skp")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="skp")
    mulai = models.DateField()
    sampai = models.DateField()
    jenjang = models.CharField(max_length=13, choices=JENJANG)
    pendekatan = models.CharField(max_length=12, choices=PENDEKATAN)
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    penilai = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="skp_dinilai")
    penilai_luar = models.CharField(max_length=12, blank=True, default="")
    penilai_asal = models.ForeignKey(
        Jabatan, models.PROTECT, null=True, blank=True, related_name="+", help_text="kantor yang sedang digantikan"
    )
    sebab_alih = models.CharField(max_length=200, blank=True, default="")
    status = models.CharField(max_length=12, choices=STATUS, default="draf")
    versi = models.PositiveIntegerField(default=1)
    pendahulu = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="penerus")
    alasan = models.CharField(
        max_length=300, blank=True, default="", help_text="mengapa masa ini dimulai atau berakhir"
    )
    catatan_akhir = models.CharField(max_length=500, blank=True, default="")
    beku = models.JSONField(default=dict)
    dibuat_pada = models.DateTimeField()
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    final_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-periode__tahun", "-mulai", "id"]
        indexes = [
            models.Index(fields=["periode", "opd", "status"], name="skp_opd"),
            models.Index(fields=["periode", "penilai", "status"], name="skp_penilai"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="skp_masa_wajar"),
            models.CheckConstraint(
                condition=Q(penilai__isnull=False, penilai_luar="") | Q(penilai__isnull=True) & ~Q(penilai_luar=""),
                name="skp_satu_penilai",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("draf", "diajukan", "dikembalikan", "batal"))
                | Q(ditetapkan_pada__isnull=False),
                name="skp_ditetapkan_bertanggal",
            ),
            # SKP-6: periods of one pegawai do not overlap.
            ExclusionConstraint(
                name="skp_masa_tidak_bertumpuk",
                expressions=[("pegawai", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS)],
                condition=HIDUP,
            ),
        ]

    def __str__(self):
        return f"SKP {self.pegawai_id} {self.mulai}–{self.sampai}"


class Berversi(models.Model):
    """Base of rows people type into: see the module's docstring."""

    versi = models.PositiveIntegerField(default=1)
    diubah_pada = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


@lacak
class HasilKerja(Berversi):
    """Rencana hasil kerja. ``induk``: the one of the atasan it serves; ``simpul``: of the pohon kinerja (JPT, heads)."""

    JENIS = [("utama", "Utama"), ("tambahan", "Tambahan")]
    PERSPEKTIF = [
        ("penerima_layanan", "Penerima layanan"),
        ("proses_bisnis", "Proses bisnis"),
        ("penguatan_internal", "Penguatan internal"),
        ("anggaran", "Anggaran"),
    ]
    skp = models.ForeignKey(Skp, models.CASCADE, related_name="hasil")
    jenis = models.CharField(max_length=8, choices=JENIS, default="utama")
    rencana = models.CharField(max_length=500)
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="anak")
    simpul = models.ForeignKey(Simpul, models.PROTECT, null=True, blank=True, related_name="hasil_kerja")
    perspektif = models.CharField(max_length=18, choices=PERSPEKTIF, blank=True, default="")
    penugasan = models.CharField(max_length=200, blank=True, default="", help_text="dasar hasil kerja tambahan")
    sendiri = models.BooleanField(default=False, help_text="dikerjakan sendiri, tidak dibagi kepada bawahan")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["skp_id", "-jenis", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="hasil_kerja_bukan_induknya"
            )
        ]

    def __str__(self):
        return self.rencana


@lacak
class Indikator(Berversi):
    """Indikator satu hasil kerja. ``target_angka`` only where the target is a number, for realisasi and its percent."""

    ASPEK = [("kuantitas", "Kuantitas"), ("kualitas", "Kualitas"), ("waktu", "Waktu"), ("biaya", "Biaya")]
    ARAH = [("naik", "Makin tinggi makin baik"), ("turun", "Makin rendah makin baik")]
    hasil = models.ForeignKey(HasilKerja, models.CASCADE, related_name="indikator")
    aspek = models.CharField(
        max_length=9, choices=ASPEK, blank=True, default="", help_text="kosong: kriteria kualitatif"
    )
    uraian = models.CharField(max_length=300)
    target = models.CharField(max_length=120, blank=True, default="")
    target_angka = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    satuan = models.CharField(max_length=40, blank=True, default="")
    arah = models.CharField(max_length=5, choices=ARAH, default="naik")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["hasil_id", "urutan", "id"]

    def __str__(self):
        return self.uraian


@lacak
class PerilakuSkp(Berversi):
    """Satu nilai BerAKHLAK pada satu SKP, dengan ekspektasi khusus pimpinan."""

    skp = models.ForeignKey(Skp, models.CASCADE, related_name="perilaku")
    nilai = models.CharField(max_length=24, help_text="kode pada aturan.BERAKHLAK")
    ekspektasi = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["skp_id", "id"]
        constraints = [models.UniqueConstraint(fields=["skp", "nilai"], name="perilaku_skp_unik")]

    def __str__(self):
        return self.nilai


@lacak
class LampiranSkp(Berversi):
    """Lampiran SKP: dukungan sumber daya, skema pertanggungjawaban, konsekuensi."""

    JENIS = [
        ("dukungan", "Dukungan sumber daya"),
        ("pertanggungjawaban", "Skema pertanggungjawaban"),
        ("konsekuensi", "Konsekuensi"),
    ]
    skp = models.ForeignKey(Skp, models.CASCADE, related_name="lampiran")
    jenis = models.CharField(max_length=18, choices=JENIS)
    isi = models.CharField(max_length=500)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["skp_id", "jenis", "urutan", "id"]

    def __str__(self):
        return self.isi


@lacak
class PeranHasil(Berversi):
    """Satu sel matriks peran hasil: what ``pegawai`` shall contribute to ``induk``, a result of the atasan.

    ``hasil``: the rencana hasil kerja in which he took it up; empty while he has not.
    """

    induk = models.ForeignKey(HasilKerja, models.CASCADE, related_name="peran")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="peran_hasil")
    uraian = models.CharField(max_length=500)
    hasil = models.OneToOneField(HasilKerja, models.SET_NULL, null=True, blank=True, related_name="peran_asal")

    class Meta:
        ordering = ["induk_id", "pegawai"]
        constraints = [models.UniqueConstraint(fields=["induk", "pegawai"], name="peran_hasil_unik")]

    def __str__(self):
        return self.uraian


class CatatanSkp(models.Model):
    """Satu ucapan dalam dialog kinerja, pada SKP, satu hasil kerja, atau satu perilaku; append-only."""

    skp = models.ForeignKey(Skp, models.PROTECT, related_name="catatan")
    hasil_id = models.BigIntegerField(null=True, blank=True, help_text="HasilKerja; kept when that one is deleted")
    perilaku = models.CharField(max_length=24, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=200)
    isi = models.CharField(max_length=1000)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["skp_id", "id"]
        triggers = [TAMBAH_SAJA]

    def __str__(self):
        return self.isi


@lacak
class Realisasi(Berversi):
    """Realisasi satu hasil kerja (atau satu indikatornya) pada masa ke-``nomor``: bulan 1–12 or triwulan 1–4."""

    hasil = models.ForeignKey(HasilKerja, models.PROTECT, related_name="realisasi")
    indikator = models.ForeignKey(Indikator, models.PROTECT, null=True, blank=True, related_name="realisasi")
    nomor = models.PositiveSmallIntegerField()
    uraian = models.CharField(max_length=1000, blank=True, default="")
    angka = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["hasil_id", "nomor", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["hasil", "indikator", "nomor"], name="realisasi_unik", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(nomor__gte=1, nomor__lte=12), name="realisasi_nomor"),
        ]

    def __str__(self):
        return f"{self.hasil_id} {self.nomor}"


class Bukti(models.Model):
    """Bukti dukung satu hasil kerja pada masa ke-``nomor``: a file or a link; withdrawn, never deleted."""

    hasil = models.ForeignKey(HasilKerja, models.PROTECT, related_name="bukti")
    nomor = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=200)
    tautan = models.URLField(max_length=500, blank=True, default="")
    berkas = models.FileField(upload_to="bukti-kinerja/%Y/%m/", blank=True)
    nama_berkas = models.CharField(max_length=160, blank=True, default="")
    mime = models.CharField(max_length=80, blank=True, default="")
    sidik = models.CharField(max_length=64, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    ditarik_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["hasil_id", "nomor", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tautan="") & Q(berkas="") | Q(tautan="") & ~Q(berkas=""), name="bukti_satu_bentuk"
            )
        ]

    def __str__(self):
        return self.judul
