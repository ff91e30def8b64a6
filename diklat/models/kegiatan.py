"""Kegiatan pelatihan: langkah, peserta, sesi, kehadiran, surat, evaluasi.

Changed only by the acts of ``diklat.pelatihan`` (``kegiatan``, ``peserta``, ``hadir``, ``hasil``, ``evaluasi``, ``surat``).
"""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Naskah, Pegawai, Pengguna
from kepegawaian.models.dasar import lacak
from layanan.models import Usulan


@lacak
class KegiatanPelatihan(models.Model):
    """Satu penyelenggaraan atau pengiriman. ``tahap`` follows from the step it stands at (``rute``).

    ``buka``–``tutup``: window of nomination. ``biaya``: rupiah spent in all, None while unknown. ``batas_nilai`` and
    ``batas_hadir`` (percent) are frozen from the settings when it is made. ``versi`` rises with every act, so that a form
    of yesterday is refused.
    """

    TAHAP = [
        ("rencana", "Disiapkan"), ("nominasi", "Nominasi dibuka"), ("seleksi", "Seleksi peserta"),
        ("persiapan", "Persiapan"), ("berlangsung", "Berlangsung"), ("penilaian", "Penilaian dan sertifikat"),
        ("selesai", "Selesai"), ("batal", "Dibatalkan"),
    ]  # fmt: skip
    pelatihan = models.ForeignKey("diklat.Pelatihan", models.PROTECT, related_name="kegiatan")
    butir = models.ForeignKey("diklat.ButirRencana", models.PROTECT, null=True, blank=True, related_name="kegiatan")
    nama = models.CharField(max_length=200)
    penyelenggara = models.CharField(max_length=160)
    tempat = models.CharField(max_length=160)
    metode = models.CharField(max_length=12)
    buka = models.DateField()
    tutup = models.DateField()
    mulai = models.DateField()
    selesai = models.DateField()
    jp = models.PositiveSmallIntegerField(null=True, blank=True)
    kuota = models.PositiveSmallIntegerField()
    biaya = models.PositiveBigIntegerField(null=True, blank=True)
    mandiri = models.BooleanField(default=False, help_text="ASN boleh mendaftar sendiri")
    persyaratan = models.TextField(blank=True, default="")
    batas_nilai = models.DecimalField(max_digits=5, decimal_places=2)
    batas_hadir = models.PositiveSmallIntegerField()
    tahap = models.CharField(max_length=12, choices=TAHAP, default="rencana")
    sebab_batal = models.CharField(max_length=400, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-mulai", "-id"]
        indexes = [models.Index(fields=["tahap", "mulai"], name="kegiatan_tahap")]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai"), tutup__gte=F("buka"), mulai__gte=F("tutup")),
                name="kegiatan_pelatihan_masa",
            ),
            models.CheckConstraint(condition=~Q(tahap="batal") | ~Q(sebab_batal=""), name="kegiatan_batal_bersebab"),
        ]

    def __str__(self):
        return self.nama

    @property
    def terbuka(self):
        """Not over yet."""
        return self.tahap not in ("selesai", "batal")


class LangkahKegiatan(models.Model):
    """Satu langkah kegiatan, as its route had it when it was made; exactly one is ``kini`` while it runs.

    ``pemegang``: kode of ``rute.PEMEGANG``. ``nomor``, ``tanggal``: of the letter that came from outside (call letter).
    """

    KEADAAN = [("nanti", "Belum"), ("kini", "Sedang"), ("selesai", "Selesai")]
    kegiatan = models.ForeignKey(KegiatanPelatihan, models.CASCADE, related_name="langkah")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=16)
    nama = models.CharField(max_length=160)
    pemegang = models.CharField(max_length=12)
    tahap = models.CharField(max_length=12)
    sla = models.PositiveSmallIntegerField(null=True, blank=True)
    keluaran = models.CharField(max_length=120, blank=True, default="")
    keyakinan = models.CharField(max_length=10)
    keadaan = models.CharField(max_length=8, choices=KEADAAN, default="nanti")
    masuk_pada = models.DateTimeField(null=True, blank=True)
    tenggat = models.DateField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    sebagai = models.CharField(max_length=160, blank=True, default="")
    catatan = models.CharField(max_length=400, blank=True, default="")
    nomor = models.CharField(max_length=100, blank=True, default="")
    tanggal = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["kegiatan", "kode"], name="langkah_kegiatan_unik"),
            models.UniqueConstraint(
                fields=["kegiatan"], condition=Q(keadaan="kini"), name="langkah_kegiatan_satu_kini"
            ),
        ]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.kode}"


class SuratKegiatan(models.Model):
    """Satu surat kegiatan: edaran, nota dinas, pengiriman, surat tugas; a surat tugas names its own peserta."""

    KODE = [
        ("edaran", "Surat edaran"), ("nota_dinas", "Nota dinas"), ("pengiriman", "Surat pengiriman peserta"),
        ("surat_tugas", "Surat tugas"),
    ]  # fmt: skip
    kegiatan = models.ForeignKey(KegiatanPelatihan, models.PROTECT, related_name="surat")
    kode = models.CharField(max_length=12, choices=KODE)
    kantor = models.CharField(max_length=12, help_text="BUPATI, SEKDA, KABAN")
    naskah = models.OneToOneField(Naskah, models.PROTECT, related_name="surat_kegiatan")

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.kode}"


@lacak
class PesertaPelatihan(models.Model):
    """Seorang yang dinominasikan; ``status`` from ``diusulkan`` to ``peserta`` or ``cadangan``.

    ``syarat`` [{kode, uraian, jawaban, kalimat}] as it stood at nomination (a confidential one without its sentence);
    ``isian``: what supports DIK-11 (letter of a planned post). ``urutan``: place in the ranking, of a cadangan in the
    waiting list. ``pre``, ``post``: scores of the tests, ``nilai`` the result, each 0-100. ``plh``: who stands in.
    ``usulan``: brings the certificate to the riwayat.
    """

    STATUS = [
        ("diusulkan", "Diusulkan"), ("ms", "Memenuhi syarat"), ("tms", "Tidak memenuhi syarat"),
        ("peserta", "Peserta"), ("cadangan", "Daftar tunggu"), ("mundur", "Mengundurkan diri"),
        ("dikeluarkan", "Dikeluarkan"),
    ]  # fmt: skip
    ASAL = [("opd", "Perangkat daerah"), ("sendiri", "ASN sendiri"), ("bkd", "BKD")]
    LEPAS = ("mundur", "dikeluarkan")
    kegiatan = models.ForeignKey(KegiatanPelatihan, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="pelatihan")
    status = models.CharField(max_length=12, choices=STATUS, default="diusulkan")
    asal = models.CharField(max_length=8, choices=ASAL)
    diusulkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diusulkan_pada = models.DateTimeField()
    syarat = models.JSONField(default=list)
    isian = models.JSONField(default=dict)
    alasan = models.CharField(max_length=400, blank=True, default="")
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    urutan = models.PositiveSmallIntegerField(null=True, blank=True)
    dasar_urutan = models.CharField(max_length=200, blank=True, default="")
    plh = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    surat_tugas = models.ForeignKey(SuratKegiatan, models.PROTECT, null=True, blank=True, related_name="peserta")
    pre = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    post = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    nilai = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    lulus = models.BooleanField(null=True, blank=True)
    catatan_hasil = models.CharField(max_length=400, blank=True, default="")
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["pegawai", "status"], name="peserta_pelatihan_orang")]
        constraints = [
            models.UniqueConstraint(fields=["kegiatan", "pegawai"], name="peserta_pelatihan_unik"),
            models.CheckConstraint(
                condition=~Q(status__in=("tms", "dikeluarkan")) | ~Q(alasan=""), name="peserta_pelatihan_beralasan"
            ),
            models.CheckConstraint(
                condition=(Q(pre__isnull=True) | Q(pre__range=(0, 100)))
                & (Q(post__isnull=True) | Q(post__range=(0, 100)))
                & (Q(nilai__isnull=True) | Q(nilai__range=(0, 100))),
                name="peserta_pelatihan_nilai",
            ),
        ]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.pegawai_id}"


class SesiPelatihan(models.Model):
    """Satu sesi pada jadwal; its presence is taken by QR (``hadir``) or by hand."""

    kegiatan = models.ForeignKey(KegiatanPelatihan, models.CASCADE, related_name="sesi")
    tanggal = models.DateField()
    mulai = models.TimeField()
    selesai = models.TimeField()
    materi = models.CharField(max_length=200)
    pengajar = models.CharField(max_length=160, blank=True, default="")
    tempat = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        ordering = ["tanggal", "mulai", "id"]
        constraints = [models.CheckConstraint(condition=Q(selesai__gt=F("mulai")), name="sesi_pelatihan_masa")]

    def __str__(self):
        return f"{self.tanggal} {self.mulai:%H.%M} {self.materi}"

    @property
    def menit(self):
        """Length in minutes."""
        return (self.selesai.hour - self.mulai.hour) * 60 + self.selesai.minute - self.mulai.minute


class HadirSesi(models.Model):
    """Kehadiran seorang peserta pada satu sesi, sekali; ``cara``: scanned by himself, or written down by staf."""

    CARA = [("qr", "Pindai QR"), ("manual", "Dicatat petugas")]
    sesi = models.ForeignKey(SesiPelatihan, models.CASCADE, related_name="hadir")
    peserta = models.ForeignKey(PesertaPelatihan, models.CASCADE, related_name="hadir")
    cara = models.CharField(max_length=6, choices=CARA)
    pada = models.DateTimeField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sesi", "peserta"], name="hadir_sesi_sekali")]

    def __str__(self):
        return f"{self.sesi_id}:{self.peserta_id}"


class EvaluasiPeserta(models.Model):
    """Evaluasi tingkat 1: what a peserta thought of it, {butir: 1-5}; shown without his name."""

    BUTIR = [
        ("materi", "Materi berguna bagi pekerjaan saya"), ("pengajar", "Pengajar menguasai dan jelas"),
        ("metode", "Cara belajar tepat"), ("sarana", "Tempat dan sarana memadai"),
        ("layanan", "Penyelenggara melayani dengan baik"),
    ]  # fmt: skip
    peserta = models.OneToOneField(PesertaPelatihan, models.CASCADE, related_name="evaluasi")
    jawaban = models.JSONField(default=dict)
    saran = models.TextField(blank=True, default="")
    pada = models.DateTimeField()

    def __str__(self):
        return str(self.peserta_id)


class EvaluasiPasca(models.Model):
    """Evaluasi tingkat 3 oleh atasan langsung, from ``buka`` until ``tenggat``; ``jawaban`` {butir: 1-5} once given."""

    BUTIR = [
        ("diterapkan", "Hasil pelatihan diterapkan dalam pekerjaan"), ("mutu", "Mutu hasil kerjanya meningkat"),
        ("mandiri", "Bekerja lebih mandiri"), ("berbagi", "Membagikan ilmunya kepada rekan"),
        ("aksi", "Aksi perubahan atau rencana tindak lanjutnya berjalan"),
    ]  # fmt: skip
    peserta = models.OneToOneField(PesertaPelatihan, models.CASCADE, related_name="pasca")
    buka = models.DateField()
    tenggat = models.DateField(db_index=True)
    jawaban = models.JSONField(default=dict)
    catatan = models.TextField(blank=True, default="")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    pada = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return str(self.peserta_id)
