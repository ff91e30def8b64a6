"""Berkas kasus disiplin yang tidak dipegang mesin layanan: laporan, tim pemeriksa, berita acara, dan akhirnya.

The case itself is the Usulan of the layanan ``hukuman-disiplin``; only ``disiplin.kasus`` and the layanan's own acts write
here. Who may read follows from the usulan (``Usulan.objects.terlihat_oleh``) and, of laporan, from ``hak.boleh_laporan``.
"""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kepegawaian.models import NaskahPegawai, Pegawai, Pengguna
from layanan.models import Usulan


class Laporan(models.Model):
    """Laporan dugaan pelanggaran; ``dari`` NULL: the reporter gave no name, and nothing else of him is kept."""

    STATUS = [("baru", "Baru"), ("diteruskan", "Menjadi kasus"), ("ditutup", "Ditutup")]

    terlapor = models.CharField(max_length=160, help_text="nama atau NIP sebagaimana ditulis pelapor")
    unit = models.CharField("Unit kerja", max_length=160, blank=True)
    kejadian = models.DateField(null=True, blank=True)
    uraian = models.TextField()
    kontak = models.CharField(max_length=120, blank=True, help_text="bila pelapor mau dihubungi")
    dari = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    pada = models.DateTimeField()
    status = models.CharField(max_length=10, choices=STATUS, default="baru")
    catatan = models.CharField(max_length=300, blank=True)
    ditangani_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    ditangani_pada = models.DateTimeField(null=True, blank=True)
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="laporan_disiplin")

    class Meta:
        ordering = ["-pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="baru", ditangani_pada__isnull=True)
                | ~Q(status="baru") & Q(ditangani_pada__isnull=False),
                name="laporan_ditangani_bertanggal",
            ),
            models.CheckConstraint(condition=~Q(status="ditutup") | ~Q(catatan=""), name="laporan_ditutup_beralasan"),
        ]

    def __str__(self):
        return f"Laporan {self.pk}"


class KasusDisiplin(models.Model):
    """Yang diketahui tentang satu kasus di samping langkah-langkahnya. Written by ``disiplin.kasus`` only.

    ``jenis``: the penalty as it finally stands (after keberatan or banding); ``tmt`` and ``sampai`` its legal days.
    """

    AKHIR = [
        ("", "Berjalan"),
        ("dijatuhi", "Dijatuhi hukuman"),
        ("tidak_terbukti", "Tidak terbukti"),
        ("tidak_dilanjutkan", "Tidak dilanjutkan"),
        ("dibatalkan", "Hukuman dibatalkan"),
    ]

    usulan = models.OneToOneField(Usulan, models.PROTECT, related_name="kasus")
    hari_absen = models.JSONField(default=list, help_text="tanggal tidak masuk kerja (ISO) dari rekap presensi")
    pejabat_jenjang = models.CharField(max_length=20, blank=True, help_text="jenjang pejabat yang memutus")
    tim_sejak = models.DateField(null=True, blank=True)
    jenis = models.CharField(max_length=4, blank=True)
    norma = models.JSONField(default=list)
    tmt = models.DateField(null=True, blank=True)
    sampai = models.DateField(null=True, blank=True)
    jabatan_baru = models.CharField(max_length=40, blank=True)
    akhir = models.CharField(max_length=18, choices=AKHIR, blank=True, default="")
    naskah_pegawai = models.ForeignKey(NaskahPegawai, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")), name="kasus_masa_wajar")
        ]

    def __str__(self):
        return f"Kasus {self.usulan_id}"

    def get_absolute_url(self):
        """Its page is that of the usulan."""
        return reverse("layanan:usulan_detail", args=[self.usulan.nomor])


class AnggotaTim(models.Model):
    """Seorang anggota tim pemeriksa; his membership opens the case to him (``hak.anggota_tim``)."""

    UNSUR = [
        ("ketua", "Ketua"),
        ("atasan", "Atasan langsung"),
        ("pengawasan", "Unsur pengawasan"),
        ("kepegawaian", "Unsur kepegawaian"),
        ("lain", "Pejabat lain"),
    ]

    kasus = models.ForeignKey(KasusDisiplin, models.PROTECT, related_name="tim")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    unsur = models.CharField(max_length=12, choices=UNSUR)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["kasus", "pegawai"], name="anggota_tim_unik")]

    def __str__(self):
        return f"{self.kasus_id}:{self.pegawai_id}"


class Bap(models.Model):
    """Berita acara pemeriksaan seorang: yang diperiksa, atau pihak lain yang dimintai keterangan.

    Closed by ``ditutup_pada``: from then on neither it nor its questions change (``disiplin.kasus`` refuses).
    """

    kasus = models.ForeignKey(KasusDisiplin, models.PROTECT, related_name="bap")
    tentang = models.CharField(max_length=10, choices=[("terperiksa", "Yang diperiksa"), ("saksi", "Pihak lain")])
    nama = models.CharField(max_length=160, help_text="yang memberi keterangan")
    jabatan = models.CharField(max_length=200, blank=True)
    tanggal = models.DateField()
    tempat = models.CharField(max_length=160)
    cara = models.CharField(max_length=10, choices=[("tatap_muka", "Tatap muka"), ("virtual", "Virtual")])
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"BAP {self.kasus_id}:{self.pk}"


class TanyaJawab(models.Model):
    """Satu pertanyaan pemeriksa dan jawabannya."""

    bap = models.ForeignKey(Bap, models.PROTECT, related_name="tanya")
    urut = models.PositiveSmallIntegerField()
    pertanyaan = models.TextField(max_length=1000)
    jawaban = models.TextField(max_length=3000)

    class Meta:
        ordering = ["bap_id", "urut"]
        constraints = [models.UniqueConstraint(fields=["bap", "urut"], name="tanya_jawab_urut")]

    def __str__(self):
        return f"{self.bap_id}.{self.urut}"
