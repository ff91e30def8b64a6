"""Kelayakan per periode kenaikan pangkat: siapa memenuhi syarat, siapa hampir, dan apa yang kurang.

A snapshot the night and a button make anew (``kepangkatan.periode.hitung``); the law itself is asked again whenever a
usulan is made or sent, so a row that has grown old decides nothing.
"""

from django.db import models

from kepegawaian.models import Pegawai, Pengguna


class PeriodeKP(models.Model):
    """One TMT on which KP may take effect, and when its list was last computed (None: never, or under way)."""

    tmt = models.DateField(unique=True)
    dihitung_pada = models.DateTimeField(null=True, blank=True)
    diminta_pada = models.DateTimeField(null=True, blank=True)
    diperiksa = models.PositiveIntegerField(default=0, help_text="banyaknya pegawai yang dibaca")

    class Meta:
        ordering = ["-tmt"]

    def __str__(self):
        return f"Periode KP {self.tmt:%d-%m-%Y}"


class KelayakanKP(models.Model):
    """What the rules of one kind of KP say of one pegawai on the TMT of a period.

    ``hasil``: "ya" all met, "periksa" none fails but some must be looked at, "hampir" one or two fail, "belum" more.
    ``kurang``: [[kode, jawaban, kalimat]] of every rule that is not met, in the order of the layanan.
    """

    HASIL = [
        ("ya", "Memenuhi syarat"),
        ("periksa", "Memenuhi, ada yang perlu diperiksa"),
        ("hampir", "Hampir memenuhi"),
        ("belum", "Belum memenuhi"),
    ]
    periode = models.ForeignKey(PeriodeKP, models.CASCADE, related_name="baris")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    layanan = models.CharField(max_length=40)
    golongan = models.CharField(max_length=5)
    golongan_baru = models.CharField(max_length=5, blank=True)
    hasil = models.CharField(max_length=8, choices=HASIL)
    kurang = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["periode", "pegawai", "layanan"], name="kelayakan_sekali"),
        ]
        indexes = [models.Index(fields=["periode", "hasil", "layanan"], name="kelayakan_hasil")]

    def __str__(self):
        return f"{self.pegawai_id} {self.layanan}: {self.hasil}"


class Ujian(models.Model):
    """Satu pelaksanaan ujian dinas atau ujian penyesuaian ijazah, dari pengumuman sampai hasilnya ditetapkan.

    ``ruang``: [{"nama", "kapasitas"}]. Peserta are the usulan that reached the step "ujian" when registration closed.
    """

    JENIS = [("UD1", "Ujian dinas tingkat I"), ("UD2", "Ujian dinas tingkat II"), ("UPKP", "Ujian penyesuaian ijazah")]
    STATUS = [
        ("draf", "Draf"), ("diumumkan", "Pendaftaran dibuka"), ("ditutup", "Peserta ditetapkan"), ("selesai", "Hasil ditetapkan"),
    ]  # fmt: skip
    jenis = models.CharField(max_length=4, choices=JENIS)
    nama = models.CharField(max_length=160)
    pengumuman = models.TextField(blank=True)
    buka = models.DateField()
    tutup = models.DateField()
    tanggal = models.DateField(help_text="hari ujian; syarat dilihat pada hari ini")
    tempat = models.CharField(max_length=160)
    ruang = models.JSONField(default=list)
    status = models.CharField(max_length=10, choices=STATUS, default="draf")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(buka__lte=models.F("tutup"), tutup__lt=models.F("tanggal")), name="ujian_urut_waktu"
            )
        ]

    def __str__(self):
        return self.nama

    def rampungkan(self):
        """Finished when every peserta has his result; call it under the row lock."""
        if self.status == "ditutup" and not self.peserta.filter(lulus__isnull=True).exists():
            self.status = "selesai"
            self.save(update_fields=["status"])


class PesertaUjian(models.Model):
    """Seorang peserta: nomor, tempat duduk, dan nilainya; ``lulus`` None selama hasilnya belum ditetapkan."""

    ujian = models.ForeignKey(Ujian, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    usulan = models.OneToOneField("layanan.Usulan", models.PROTECT, related_name="peserta_ujian")
    nomor = models.CharField(max_length=20)
    ruang = models.CharField(max_length=80)
    kursi = models.PositiveSmallIntegerField()
    nilai = models.JSONField(default=dict, help_text="{materi: angka 0-100}")
    nilai_akhir = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hadir = models.BooleanField(default=True)
    lulus = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["nomor"]
        constraints = [
            models.UniqueConstraint(fields=["ujian", "pegawai"], name="peserta_ujian_sekali"),
            models.UniqueConstraint(fields=["ujian", "nomor"], name="peserta_ujian_nomor"),
            models.UniqueConstraint(fields=["ujian", "ruang", "kursi"], name="peserta_ujian_kursi"),
        ]

    def __str__(self):
        return self.nomor
