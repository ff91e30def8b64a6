"""Model proses karier: kegiatan uji kompetensi dengan peserta dan asesornya; potret talenta tiap tahun.

What others must know of a result stands in ``kepegawaian`` (``RiwayatUjiKompetensi``), written when the berita acara is
signed. Changed only by ``karier.uji`` and ``karier.potret``.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Jabatan, Pegawai, Pengguna, RiwayatUjiKompetensi
from kepegawaian.models.dasar import lacak
from layanan.models import Usulan


@lacak
class KegiatanUji(models.Model):
    """Satu kegiatan uji kompetensi. ``sasaran``: the post all are measured for; None: each for the post he holds."""

    METODE = [
        ("assessment_center", "Assessment center"),
        ("wawancara", "Wawancara kompetensi"),
        ("simulasi", "Simulasi"),
        ("psikometri", "Tes psikometri"),
        ("cat", "Tes berbasis komputer"),
        ("portofolio", "Penilaian portofolio"),
        ("presentasi", "Penulisan makalah dan presentasi"),
    ]
    STATUS = [
        ("pendaftaran", "Pendaftaran"),
        ("penilaian", "Penilaian"),
        ("diajukan", "Berita acara diproses"),
        ("selesai", "Selesai"),
        ("batal", "Dibatalkan"),
    ]
    nama = models.CharField(max_length=200)
    tujuan = models.CharField(max_length=10, choices=RiwayatUjiKompetensi.TUJUAN)
    metode = models.JSONField(default=list, help_text="kode METODE")
    sasaran = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    tanggal_mulai = models.DateField()
    tanggal_selesai = models.DateField()
    tempat = models.CharField(max_length=160)
    status = models.CharField(max_length=12, choices=STATUS, default="pendaftaran")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tanggal_mulai", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=models.F("tanggal_mulai")), name="kegiatan_uji_masa_wajar"
            )
        ]

    def __str__(self):
        return self.nama

    @property
    def sebutan_metode(self):
        """The methods in words."""
        nama = dict(self.METODE)
        return ", ".join(nama[m] for m in self.metode if m in nama)


class AsesorUji(models.Model):
    """Seorang asesor pada satu kegiatan; usually from outside the regency, so a name and where from."""

    kegiatan = models.ForeignKey(KegiatanUji, models.CASCADE, related_name="asesor")
    nama = models.CharField(max_length=160)
    instansi = models.CharField(max_length=160)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["kegiatan", "nama"], name="asesor_uji_unik")]

    def __str__(self):
        return f"{self.nama} ({self.instansi})"


@lacak
class PesertaUji(models.Model):
    """Seorang peserta. ``sasaran``: post he is measured for, ``standar`` its levels as frozen at the start of scoring.

    ``nilai`` {kode: 1-5}; ``kesesuaian`` and ``hasil`` follow from it; ``syarat``: conditions of the target post as they
    stood at registration [{kode, uraian, jawaban, kalimat}]. ``usulan``: the usulan that brings his result to the riwayat.
    """

    kegiatan = models.ForeignKey(KegiatanUji, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="uji")
    sasaran = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    standar = models.JSONField(default=dict)
    nilai = models.JSONField(default=dict)
    potensi = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    kesesuaian = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hasil = models.CharField(max_length=3, choices=RiwayatUjiKompetensi.HASIL, blank=True, default="")
    syarat = models.JSONField(default=list)
    hadir = models.BooleanField(default=True)
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kegiatan", "pegawai"], name="peserta_uji_unik"),
            models.CheckConstraint(
                condition=Q(potensi__isnull=True) | Q(potensi__range=(0, 100)), name="peserta_uji_persen"
            ),
        ]

    def __str__(self):
        return f"{self.kegiatan_id}:{self.pegawai_id}"

    @property
    def lengkap(self):
        """Scored as far as a result can be drawn."""
        return bool(self.hasil) and self.potensi is not None


class PotretTalenta(models.Model):
    """Peta talenta satu tahun. While ``dibekukan_pada`` is empty it is computed anew; frozen it never changes.

    ``setelan``: the dated settings used, so that the map can be explained later. Written by ``karier.potret`` only.
    """

    tahun = models.PositiveSmallIntegerField(unique=True)
    per_tanggal = models.DateField()
    dihitung_pada = models.DateTimeField()
    dibekukan_pada = models.DateTimeField(null=True, blank=True)
    setelan = models.JSONField(default=dict)

    class Meta:
        ordering = ["-tahun"]

    def __str__(self):
        return f"Peta talenta {self.tahun}"


class BarisTalenta(models.Model):
    """Seorang PNS pada satu potret: kotak (None: di luar kotak, ``sebab``), sumbu, skor, dan jabatannya saat itu."""

    potret = models.ForeignKey(PotretTalenta, models.CASCADE, related_name="baris")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    kotak = models.PositiveSmallIntegerField(null=True)
    kinerja = models.CharField(max_length=8, blank=True)
    potensial = models.CharField(max_length=8, blank=True)
    skor = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    bagian = models.JSONField(default=dict)
    sebab = models.CharField(max_length=200, blank=True)
    opd_id = models.BigIntegerField(null=True)
    kelompok = models.CharField(max_length=20, blank=True, help_text="kelompok eselon, jenjang JF, atau pelaksana")
    tingkat = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["-kotak", "-skor"]
        constraints = [models.UniqueConstraint(fields=["potret", "pegawai"], name="baris_talenta_unik")]
        indexes = [models.Index(fields=["potret", "kotak", "-skor"], name="baris_talenta_kotak")]

    def __str__(self):
        return f"{self.potret_id}:{self.pegawai_id} kotak {self.kotak}"


from karier.seleksi.models import (  # noqa: E402, F401 - Django finds models in this module; the package stands alone
    BerkasPelamar,
    BerkasSeleksi,
    LowonganJpt,
    PanselJpt,
    PelamarJpt,
    SeleksiJpt,
    TahapJpt,
)
