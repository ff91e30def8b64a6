"""Model seleksi terbuka JPT. Changed only by ``perbuatan``, ``lamaran`` and ``penilaian`` of this package."""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Dosir, Jabatan, Naskah, Pegawai, Pengguna
from kepegawaian.models.dasar import lacak
from layanan.models import Usulan


@lacak
class SeleksiJpt(models.Model):
    """Satu seleksi terbuka atas beberapa lowongan. ``izin``: consent of the supervising body; ``sk``: decree of the PPK.

    ``bobot`` {tahap: persen} is frozen when it is announced. ``surat``: the letter that brings the three names to the PPK.
    Scores and ranking are closed to all but the panitia and the secretariat until ``status`` is ``hasil``; an applicant
    reads his own score of a stage once that stage is announced (``TahapJpt.diumumkan_pada``).
    """

    STATUS = [
        ("rencana", "Disiapkan"), ("dibuka", "Pendaftaran dibuka"), ("administrasi", "Seleksi administrasi"),
        ("penilaian", "Penilaian"), ("hasil", "Hasil diumumkan"), ("selesai", "Selesai"), ("batal", "Dibatalkan"),
    ]  # fmt: skip
    nama = models.CharField(max_length=200)
    nomor_izin = models.CharField(max_length=100, blank=True, default="")
    tanggal_izin = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField(max_length=100, blank=True, default="")
    tanggal_sk = models.DateField(null=True, blank=True)
    rencana_pelantikan = models.DateField()
    bobot = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=STATUS, default="rencana")
    surat = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-dibuat_pada", "-id"]

    def __str__(self):
        return self.nama

    @property
    def terbuka_hasilnya(self):
        """Scores and ranking may be read by the applicants."""
        return self.status in ("hasil", "selesai")


class TahapJpt(models.Model):
    """Tanggal satu tahap sebuah seleksi, dan sejak kapan hasilnya terbaca para pelamar (``diumumkan_pada``)."""

    TAHAP = [
        ("pengumuman", "Pengumuman dan pendaftaran"), ("administrasi", "Seleksi administrasi"),
        ("rekam_jejak", "Penelusuran rekam jejak"), ("asesmen", "Asesmen kompetensi"),
        ("makalah", "Penulisan makalah"), ("wawancara", "Wawancara"), ("hasil", "Pengumuman hasil"),
    ]  # fmt: skip
    seleksi = models.ForeignKey(SeleksiJpt, models.CASCADE, related_name="tahap")
    kode = models.CharField(max_length=12, choices=TAHAP)
    mulai = models.DateField()
    selesai = models.DateField()
    diumumkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["mulai", "id"]
        constraints = [
            models.UniqueConstraint(fields=["seleksi", "kode"], name="tahap_jpt_unik"),
            models.CheckConstraint(condition=Q(selesai__gte=models.F("mulai")), name="tahap_jpt_masa_wajar"),
        ]

    def __str__(self):
        return f"{self.seleksi_id}:{self.kode}"


class PanselJpt(models.Model):
    """Seorang anggota panitia. ``pegawai``: his own record when he has an account here; he then sees the scores."""

    UNSUR = [("internal", "Dari dalam instansi"), ("akademisi", "Akademisi"), ("pakar", "Pakar atau profesional")]
    PERAN = [("ketua", "Ketua"), ("sekretaris", "Sekretaris"), ("anggota", "Anggota")]
    seleksi = models.ForeignKey(SeleksiJpt, models.CASCADE, related_name="pansel")
    nama = models.CharField(max_length=160)
    instansi = models.CharField(max_length=160)
    unsur = models.CharField(max_length=10, choices=UNSUR)
    peran = models.CharField(max_length=10, choices=PERAN, default="anggota")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seleksi", "nama"], name="pansel_jpt_unik"),
            models.UniqueConstraint(fields=["seleksi"], condition=Q(peran="ketua"), name="pansel_jpt_satu_ketua"),
        ]

    def __str__(self):
        return f"{self.nama} ({self.instansi})"


class LowonganJpt(models.Model):
    """Satu jabatan yang dibuka. ``terpilih``: whom the PPK chose of the three, by ``nomor_pilihan``; then ``usulan``."""

    seleksi = models.ForeignKey(SeleksiJpt, models.PROTECT, related_name="lowongan")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="+")
    terpilih = models.ForeignKey("PelamarJpt", models.PROTECT, null=True, blank=True, related_name="+")
    nomor_pilihan = models.CharField(max_length=100, blank=True, default="")
    tanggal_pilihan = models.DateField(null=True, blank=True)
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["seleksi", "jabatan"], name="lowongan_jpt_unik")]

    def __str__(self):
        return f"{self.seleksi_id}:{self.jabatan_id}"


@lacak
class PelamarJpt(models.Model):
    """Seorang pelamar pada satu lowongan.

    ``syarat``: the conditions as they stood [{kode, uraian, jawaban, kalimat}], of a confidential one without sentence.
    ``isian``: what the checker verified (``surat_sehat``, ``pengalaman_bidang_bulan``). ``nilai`` {tahap: "0.00"-"100.00"}.
    """

    HASIL = [("", "Belum diperiksa"), ("lulus", "Lulus administrasi"), ("gugur", "Tidak lulus administrasi")]
    lowongan = models.ForeignKey(LowonganJpt, models.PROTECT, related_name="pelamar")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="lamaran_jpt")
    mendaftar_pada = models.DateTimeField()
    syarat = models.JSONField(default=list)
    isian = models.JSONField(default=dict)
    administrasi = models.CharField(max_length=6, choices=HASIL, blank=True, default="")
    alasan = models.CharField(max_length=400, blank=True, default="")
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    nilai = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    peringkat = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["lowongan", "pegawai"], name="pelamar_jpt_unik"),
            models.CheckConstraint(
                condition=~Q(administrasi="gugur") | ~Q(alasan=""), name="pelamar_jpt_gugur_beralasan"
            ),
        ]

    def __str__(self):
        return f"{self.lowongan_id}:{self.pegawai_id}"


class BerkasPelamar(models.Model):
    """Satu berkas lamaran; the bytes stand in the dosir of the applicant."""

    KODE = [
        ("lamaran", "Surat lamaran"), ("ijazah", "Ijazah terakhir"), ("sk_jabatan", "SK jabatan administrator atau JF"),
        ("surat_sehat", "Surat keterangan sehat"),
    ]  # fmt: skip
    pelamar = models.ForeignKey(PelamarJpt, models.CASCADE, related_name="berkas")
    kode = models.CharField(max_length=12, choices=KODE)
    dosir = models.ForeignKey(Dosir, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["pelamar", "kode"], name="berkas_pelamar_unik")]

    def __str__(self):
        return f"{self.pelamar_id}:{self.kode}"


class BerkasSeleksi(models.Model):
    """Satu pindaian surat sebuah seleksi; of ``pilihan`` the letter of the PPK about one ``lowongan``.

    Written by ``perbuatan.simpan_berkas`` only. A scan that is replaced stays, with ``diganti_pada``.
    """

    KODE = [
        ("izin", "Persetujuan rencana seleksi"), ("sk", "SK panitia seleksi"), ("pilihan", "Keputusan PPK atas tiga calon"),
    ]  # fmt: skip
    seleksi = models.ForeignKey(SeleksiJpt, models.PROTECT, related_name="berkas")
    lowongan = models.ForeignKey(LowonganJpt, models.PROTECT, null=True, blank=True, related_name="berkas")
    kode = models.CharField(max_length=8, choices=KODE)
    nama_asli = models.CharField(max_length=160)
    file = models.FileField(max_length=160)
    mime = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diganti_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seleksi", "kode", "lowongan"], condition=Q(diganti_pada__isnull=True), nulls_distinct=False,
                name="berkas_seleksi_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=Q(kode="pilihan", lowongan__isnull=False) | ~Q(kode="pilihan") & Q(lowongan__isnull=True),
                name="berkas_seleksi_pilihan_berlowongan",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.seleksi_id}:{self.kode}"
