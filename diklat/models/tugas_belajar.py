"""Pemantauan tugas belajar dan ikatan dinas: rencana kebutuhan, yang berjalan, laporan tiap semester.

What the Profil must know (RiwayatTinggal TUBEL, RiwayatKedudukan, RiwayatIkatan) stands in kepegawaian and is written by
the effects of the layanan (``diklat.tugas_belajar.akibat``); here is the process.
"""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Dosir, NaskahPegawai, Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import lacak

__all__ = ["LaporanSemester", "RencanaTugasBelajar", "TugasBelajar"]

CARA = [("dibebaskan", "Dibebaskan dari tugas jabatan"), ("tetap", "Tetap menjalankan tugas")]
BIAYA = [("apbd", "APBD"), ("apbn", "APBN atau beasiswa pemerintah"), ("sponsor", "Sponsor atau beasiswa lain"),
         ("sendiri", "Biaya sendiri")]  # fmt: skip
JENJANG = [("D1", "D-I"), ("D2", "D-II"), ("D3", "D-III"), ("D4", "D-IV"), ("S1", "S-1"), ("S2", "S-2"), ("S3", "S-3")]


@lacak
class RencanaTugasBelajar(models.Model):
    """Satu kebutuhan tugas belajar dalam rencana tahunan (TB-06); changed by ``tugas_belajar.rencana`` only."""

    tahun = models.PositiveSmallIntegerField()
    jenjang = models.CharField(max_length=2, choices=JENJANG)
    prodi = models.CharField("bidang studi", max_length=160)
    opd = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    jumlah = models.PositiveSmallIntegerField(default=1)
    keterangan = models.CharField(max_length=300, blank=True, default="")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    dicoret_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tahun", "jenjang", "prodi", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(jumlah__gte=1), name="rencana_tb_jumlah"),
            models.UniqueConstraint(
                fields=["tahun", "jenjang", "prodi", "opd"], condition=Q(dicoret_pada__isnull=True),
                name="rencana_tb_unik", nulls_distinct=False,
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_jenjang_display()} {self.prodi} ({self.tahun})"


@lacak
class TugasBelajar(models.Model):
    """Satu tugas belajar seorang pegawai, dari SK sampai ikatan dinasnya selesai.

    Written by ``tugas_belajar.akibat`` (effects of the SK) and ``tugas_belajar.perbuatan``. ``sampai_awal``: end by the
    first SK, ``sampai``: with extensions. ``ikatan_*``: the bond, planned while he studies, counted from the finish then.
    ``jumlah_biaya``: what the state paid, rupiah, None when unknown. ``naskah_pegawai``: the SK, None when recorded from
    paper.
    """

    KEADAAN = [
        ("berjalan", "Sedang belajar"),
        ("selesai", "Selesai"),
        ("berhenti", "Dihentikan"),
        ("batal", "SK dibatalkan"),
    ]
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="tugas_belajar")
    naskah_pegawai = models.OneToOneField(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")
    nomor_sk = models.CharField(max_length=100, blank=True, default="")
    cara = models.CharField(max_length=10, choices=CARA)
    biaya = models.CharField(max_length=8, choices=BIAYA)
    sponsor = models.CharField(max_length=160, blank=True, default="")
    jumlah_biaya = models.PositiveBigIntegerField(null=True, blank=True)
    jenjang = models.CharField(max_length=2, choices=JENJANG)
    prodi = models.CharField(max_length=160)
    sekolah = models.CharField(max_length=200)
    luar_negeri = models.BooleanField(default=False)
    mulai = models.DateField()
    sampai_awal = models.DateField()
    sampai = models.DateField()
    keadaan = models.CharField(max_length=8, choices=KEADAAN, default="berjalan")
    selesai = models.DateField(null=True, blank=True, help_text="hari terakhir belajar")
    ikatan_mulai = models.DateField(null=True, blank=True)
    ikatan_sampai = models.DateField(null=True, blank=True)
    diputus = models.DateField(null=True, blank=True, help_text="ikatan dinas diputus")
    sebab_putus = models.CharField(max_length=300, blank=True, default="")
    ganti_rugi = models.PositiveBigIntegerField(null=True, blank=True)
    ganti_rugi_lunas = models.DateField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-mulai", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="tb_masa_wajar"),
            models.UniqueConstraint(fields=["pegawai"], condition=Q(keadaan="berjalan"), name="tb_satu_berjalan"),
        ]
        indexes = [models.Index(fields=["keadaan", "sampai"], name="tb_keadaan")]

    def __str__(self):
        return f"{self.get_jenjang_display()} {self.prodi}, {self.sekolah}"

    @property
    def terikat(self):
        """The bond stands (not broken, not of a SK that fell)."""
        return self.keadaan == "selesai" and self.ikatan_sampai is not None and self.diputus is None


@lacak
class LaporanSemester(models.Model):
    """Laporan satu semester dengan KHS-nya; a report sent back is replaced by the next one (``putaran``)."""

    STATUS = [("dikirim", "Menunggu diperiksa"), ("diterima", "Diterima"), ("dikembalikan", "Dikembalikan")]
    tugas_belajar = models.ForeignKey(TugasBelajar, models.PROTECT, related_name="laporan")
    semester = models.PositiveSmallIntegerField()
    putaran = models.PositiveSmallIntegerField(default=1)
    ip = models.DecimalField("IP semester", max_digits=3, decimal_places=2)
    ipk = models.DecimalField("IP kumulatif", max_digits=3, decimal_places=2)
    sks = models.PositiveSmallIntegerField("SKS yang ditempuh")
    catatan = models.CharField(max_length=400, blank=True, default="")
    berkas = models.ForeignKey(Dosir, models.PROTECT, related_name="+")
    dikirim_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dikirim_pada = models.DateTimeField()
    status = models.CharField(max_length=12, choices=STATUS, default="dikirim")
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["tugas_belajar_id", "semester", "-putaran"]
        constraints = [
            models.UniqueConstraint(fields=["tugas_belajar", "semester", "putaran"], name="laporan_tb_putaran"),
            models.UniqueConstraint(
                fields=["tugas_belajar", "semester"], condition=~Q(status="dikembalikan"), name="laporan_tb_satu"
            ),
            models.CheckConstraint(condition=Q(ip__lte=4) & Q(ipk__lte=4), name="laporan_tb_ip"),
        ]

    def __str__(self):
        return f"Laporan semester {self.semester}"
