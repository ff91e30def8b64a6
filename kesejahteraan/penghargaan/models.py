"""Periode Satyalancana dengan kelayakannya dan surat usulnya; pemilihan PNS berprestasi dengan juri dan nilainya.

``KelayakanSlks`` is a snapshot the night and a button make anew (``periode.hitung``); the law itself is asked again
whenever a usulan is made or sent. ``pemilihan.py`` is the only writer of the selection.
"""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Naskah, Pegawai, Pengguna
from layanan.models import Usulan


class PeriodeSlks(models.Model):
    """Penganugerahan satu tahun: ``tanggal`` the day of the award, by the dated setting when it was first computed."""

    tahun = models.PositiveSmallIntegerField(unique=True)
    tanggal = models.DateField()
    dihitung_pada = models.DateTimeField(null=True, blank=True)
    diminta_pada = models.DateTimeField(null=True, blank=True)
    diperiksa = models.PositiveIntegerField(default=0, help_text="banyaknya pegawai yang dibaca")

    class Meta:
        ordering = ["-tahun"]

    def __str__(self):
        return f"Satyalancana {self.tahun}"


class KelayakanSlks(models.Model):
    """What the rules say of one pegawai for the class he is due or nearly due for.

    ``hasil``: "ya" all met, "periksa" none fails but some must be looked at, "hampir" one or two fail, "belum" more.
    ``kurang``: [[kode, jawaban, kalimat]] of every rule that is not met; ``masa_bulan`` from TMT CPNS to the award.
    """

    HASIL = [
        ("ya", "Memenuhi syarat"),
        ("periksa", "Memenuhi, ada yang perlu diperiksa"),
        ("hampir", "Hampir memenuhi"),
        ("belum", "Belum memenuhi"),
    ]
    KELAS = [("X", "X (10 tahun)"), ("XX", "XX (20 tahun)"), ("XXX", "XXX (30 tahun)")]
    periode = models.ForeignKey(PeriodeSlks, models.CASCADE, related_name="baris")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    kelas = models.CharField(max_length=3, choices=KELAS)
    masa_bulan = models.PositiveSmallIntegerField()
    hasil = models.CharField(max_length=8, choices=HASIL)
    kurang = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["periode", "pegawai"], name="slks_sekali")]
        indexes = [models.Index(fields=["periode", "hasil", "kelas"], name="slks_hasil")]

    def __str__(self):
        return f"{self.pegawai_id} {self.kelas}: {self.hasil}"


class SuratUsulSlks(models.Model):
    """Surat usul satu periode dengan daftar orangnya sebagai lampiran; a late one makes a further letter."""

    periode = models.ForeignKey(PeriodeSlks, models.PROTECT, related_name="surat")
    naskah = models.OneToOneField(Naskah, models.PROTECT, related_name="+")
    banyak = models.PositiveIntegerField()
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"Surat usul {self.naskah_id}"


class Pemilihan(models.Model):
    """Pemilihan PNS berprestasi satu tahun: usul OPD, administrasi, penilaian juri, wawancara, lalu SK Bupati.

    ``kriteria``: {name: percent} frozen when judging begins; ``terpilih``: how many are chosen.
    """

    STATUS = [
        ("draf", "Draf"), ("dibuka", "Usulan dibuka"), ("penilaian", "Penilaian dan wawancara"), ("selesai", "Hasil ditetapkan"),
    ]  # fmt: skip
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=160)
    pengumuman = models.TextField(blank=True)
    buka = models.DateField()
    tutup = models.DateField()
    wawancara = models.DateField(help_text="hari wawancara; syarat dilihat pada hari ini")
    terpilih = models.PositiveSmallIntegerField(default=3)
    kriteria = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=STATUS, default="draf")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tahun", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(buka__lte=F("tutup"), tutup__lt=F("wawancara")), name="pemilihan_urut_waktu"
            ),
            models.CheckConstraint(condition=Q(terpilih__gte=1), name="pemilihan_ada_terpilih"),
        ]

    def __str__(self):
        return self.nama


class Juri(models.Model):
    """Seorang juri; with an account he fills in his own sheet, else the panitia copies it from paper."""

    pemilihan = models.ForeignKey(Pemilihan, models.PROTECT, related_name="juri")
    nama = models.CharField(max_length=160)
    unsur = models.CharField(max_length=120, help_text="jabatan atau instansi")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pemilihan", "nama"], name="juri_sekali")]

    def __str__(self):
        return self.nama


class PesertaPemilihan(models.Model):
    """Seorang calon yang lolos administrasi; ``terpilih`` None selama hasilnya belum ditetapkan."""

    pemilihan = models.ForeignKey(Pemilihan, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    usulan = models.OneToOneField(Usulan, models.PROTECT, related_name="peserta_pemilihan")
    nilai_akhir = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    peringkat = models.PositiveSmallIntegerField(null=True, blank=True)
    terpilih = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = [F("peringkat").asc(nulls_last=True), "pk"]
        constraints = [models.UniqueConstraint(fields=["pemilihan", "pegawai"], name="peserta_pemilihan_sekali")]

    def __str__(self):
        return f"{self.pemilihan_id}:{self.pegawai_id}"


class NilaiJuri(models.Model):
    """Lembar seorang juri bagi seorang calon: {kriteria: 0-100}."""

    peserta = models.ForeignKey(PesertaPemilihan, models.CASCADE, related_name="lembar")
    juri = models.ForeignKey(Juri, models.PROTECT, related_name="lembar")
    nilai = models.JSONField(default=dict)
    diisi_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diisi_pada = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["peserta", "juri"], name="nilai_juri_sekali")]

    def __str__(self):
        return f"{self.juri_id}:{self.peserta_id}"
