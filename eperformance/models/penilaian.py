"""Penilaian: evaluasi periodik dan tahunan, umpan balik, capaian organisasi, pola distribusi, masa perbaikan kinerja.

Law: PP 30/2019; Permen PANRB 6/2022; SE Menteri PANRB on the three steps (capaian organisasi → pola distribusi → predikat).
Changed only by ``eperformance.penilaian``.
"""

from django.db import models
from django.db.models import Q

from eperformance.aturan import PREDIKAT, RATING
from eperformance.models.skp import Berversi, HasilKerja, PeriodeKinerja, Skp
from kepegawaian.models import NaskahPegawai, Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import TAMBAH_SAJA, lacak

PILIHAN_RATING = list(RATING.items())
PILIHAN_PREDIKAT = [(p, p) for p in PREDIKAT]
CAPAIAN = [(c, c) for c in ("Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")]


@lacak
class Evaluasi(Berversi):
    """Satu evaluasi atas satu SKP.

    ``jenis``: periodik (``nomor`` = bulan or triwulan), tahunan (0), or akhir (0: SKP ended in mid-year). ``hasil`` and
    ``perilaku`` are the two ratings, ``predikat`` follows from them (``aturan.predikat``). A draft may be changed by the
    penilai; one that is ``sah`` only by keberatan (a new row, the old one ``diganti``). ``rincian``: optional ratings
    {"hasil": {id: rating}, "perilaku": {nilai: rating}} and the feedback beside them.
    """

    JENIS = [("periodik", "Evaluasi periodik"), ("tahunan", "Evaluasi tahunan"), ("akhir", "Evaluasi akhir masa")]
    STATUS = [("draf", "Draf"), ("sah", "Ditetapkan"), ("diganti", "Diganti sesudah keberatan")]
    skp = models.ForeignKey(Skp, models.PROTECT, related_name="evaluasi")
    jenis = models.CharField(max_length=8, choices=JENIS)
    nomor = models.PositiveSmallIntegerField(default=0)
    hasil = models.CharField(max_length=9, choices=PILIHAN_RATING, blank=True, default="")
    perilaku = models.CharField(max_length=9, choices=PILIHAN_RATING, blank=True, default="")
    predikat = models.CharField(max_length=16, choices=PILIHAN_PREDIKAT, blank=True, default="")
    catatan = models.CharField(max_length=1000, blank=True, default="")
    rincian = models.JSONField(default=dict)
    status = models.CharField(max_length=8, choices=STATUS, default="draf")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    sebagai = models.CharField(max_length=200, blank=True, default="")
    sah_pada = models.DateTimeField(null=True, blank=True)
    diterima_pada = models.DateTimeField(null=True, blank=True, help_text="pegawai menyatakan menerima")
    keberatan_sampai = models.DateField(null=True, blank=True)
    naskah_pegawai = models.ForeignKey(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["skp_id", "jenis", "nomor", "-id"]
        indexes = [models.Index(fields=["jenis", "status", "keberatan_sampai"], name="evaluasi_tenggat")]
        constraints = [
            models.UniqueConstraint(
                fields=["skp", "jenis", "nomor"], condition=~Q(status="diganti"), name="evaluasi_unik"
            ),
            models.CheckConstraint(
                condition=Q(status="draf") | ~Q(predikat="") & Q(sah_pada__isnull=False), name="evaluasi_sah_lengkap"
            ),
            models.CheckConstraint(condition=Q(nomor__lte=12), name="evaluasi_nomor"),
        ]

    def __str__(self):
        return f"{self.skp_id} {self.jenis} {self.nomor}: {self.predikat}"


@lacak
class PermintaanUmpanBalik(models.Model):
    """Permintaan penilai kepada rekan atau bawahan seorang pegawai untuk memberi umpan balik pada satu masa."""

    SEBAGAI = [("rekan", "Rekan kerja"), ("bawahan", "Bawahan")]
    skp = models.ForeignKey(Skp, models.PROTECT, related_name="permintaan_umpan_balik")
    nomor = models.PositiveSmallIntegerField()
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="diminta_umpan_balik")
    sebagai = models.CharField(max_length=8, choices=SEBAGAI)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    dijawab_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pada"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "nomor", "pegawai"], name="permintaan_umpan_balik_unik"),
        ]

    def __str__(self):
        return f"{self.skp_id} {self.nomor}: {self.pegawai_id}"


class UmpanBalik(models.Model):
    """Umpan balik atas satu hasil kerja atau atas SKP pada masa ke-``nomor``; append-only.

    ``sebagai``: atasan, rekan or bawahan. Who wrote as rekan or bawahan is shown to the penilai only, not to the person.
    """

    SEBAGAI = [("atasan", "Atasan"), *PermintaanUmpanBalik.SEBAGAI]
    skp = models.ForeignKey(Skp, models.PROTECT, related_name="umpan_balik")
    hasil = models.ForeignKey(HasilKerja, models.PROTECT, null=True, blank=True, related_name="umpan_balik")
    nomor = models.PositiveSmallIntegerField()
    sebagai = models.CharField(max_length=8, choices=SEBAGAI)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    isi = models.CharField(max_length=1000)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["skp_id", "nomor", "id"]
        triggers = [TAMBAH_SAJA]

    def __str__(self):
        return self.isi


@lacak
class CapaianOrganisasi(Berversi):
    """Capaian satu perangkat daerah, set by the pimpinan; it fixes the pattern of distribution. ``nomor`` 0: the year."""

    periode = models.ForeignKey(PeriodeKinerja, models.PROTECT, related_name="capaian")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    nomor = models.PositiveSmallIntegerField(default=0)
    capaian = models.CharField(max_length=16, choices=CAPAIAN)
    dasar = models.CharField(
        max_length=500, help_text="capaian Perjanjian Kinerja atau rencana aksi yang mendasarinya"
    )
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=200)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["periode_id", "opd", "nomor"]
        constraints = [models.UniqueConstraint(fields=["periode", "opd", "nomor"], name="capaian_organisasi_unik")]

    def __str__(self):
        return f"{self.opd_id} {self.nomor}: {self.capaian}"


@lacak
class DistribusiOpd(models.Model):
    """Distribusi predikat satu perangkat daerah sebagaimana ditetapkan kepalanya.

    ``jumlah`` {predikat: people}, ``pelanggaran`` [kode aturan]; where it departs from the pattern ``alasan`` is compulsory.
    """

    periode = models.ForeignKey(PeriodeKinerja, models.PROTECT, related_name="distribusi")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    nomor = models.PositiveSmallIntegerField(default=0)
    jumlah = models.JSONField(default=dict)
    pelanggaran = models.JSONField(default=list)
    alasan = models.CharField(max_length=1000, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=200)
    pada = models.DateTimeField()
    naskah = models.ForeignKey("kepegawaian.Naskah", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["periode_id", "opd", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["periode", "opd", "nomor"], name="distribusi_opd_unik"),
            models.CheckConstraint(condition=Q(pelanggaran=[]) | ~Q(alasan=""), name="distribusi_beralasan"),
        ]

    def __str__(self):
        return f"{self.opd_id} {self.nomor}"


@lacak
class MasaPerbaikan(models.Model):
    """Masa perbaikan kinerja (KIN-3, KIN-4): six months to improve after a predikat below target, then what follows."""

    STATUS = [
        ("berjalan", "Masa perbaikan"),
        ("pulih", "Kinerja membaik"),
        ("uji", "Uji kompetensi"),
        ("pindah", "Penyesuaian jabatan diusulkan"),
        ("berhenti", "Pemberhentian diusulkan"),
    ]
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="masa_perbaikan")
    evaluasi = models.OneToOneField(Evaluasi, models.PROTECT, related_name="masa_perbaikan")
    mulai = models.DateField()
    sampai = models.DateField()
    status = models.CharField(max_length=8, choices=STATUS, default="berjalan")
    catatan = models.CharField(max_length=500, blank=True, default="")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["sampai", "pegawai"]

    def __str__(self):
        return f"{self.pegawai_id} {self.mulai}–{self.sampai}"
