"""Seleksi pengadaan ASN: seleksi dan tahapnya, impor, pelamar, nilai, hasil beku. Pemberkasan stands in ``calon``.

Law: PP 11/2017 Ps. 19–33; PermenPANRB 27/2021 and 6/2024; PP 49/2018. Changed only by the acts of ``pengadaan.seleksi``.
"""

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Naskah, Pegawai, Pengguna, TingkatPendidikan
from kepegawaian.models.dasar import lacak
from pengadaan.models.formasi import Formasi

__all__ = ["HasilSeleksi", "ImporSeleksi", "NilaiSeleksi", "Pelamar", "Seleksi", "TahapSeleksi"]


@lacak
class Seleksi(models.Model):
    """One selection of a year and a kind over some Formasi that are ditetapkan.

    ``publik``: it stands on the public page. ``ketentuan``: the settings as they were when the result was set (weights,
    passing marks …), so that it can be counted again; ``pengumuman``: the naskah of the result. ``pengabdian_tahun``: years
    the announcement binds a candidate to his formasi by statement, 0 for none.
    """

    STATUS = [
        ("persiapan", "Disiapkan"), ("berjalan", "Berjalan"), ("ditetapkan", "Hasil ditetapkan"),
        ("selesai", "Selesai"), ("batal", "Dibatalkan"),
    ]  # fmt: skip
    nama = models.CharField(max_length=200)
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=7, choices=Formasi.JENIS)
    formasi = models.ManyToManyField(Formasi, related_name="seleksi", blank=True)
    nomor_pengumuman = models.CharField(max_length=100, blank=True, default="")
    tanggal_pengumuman = models.DateField(null=True, blank=True)
    pengabdian_tahun = models.PositiveSmallIntegerField(default=0)
    tenggat_berkas = models.DateField(null=True, blank=True)
    publik = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=STATUS, default="persiapan")
    ketentuan = models.JSONField(default=dict, blank=True)
    pengumuman = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun", "-id"]
        constraints = [models.UniqueConstraint(fields=["tahun", "jenis", "nama"], name="seleksi_asn_unik")]

    def __str__(self):
        return self.nama

    @property
    def cpns(self):
        """True for CPNS; PPPK has other tests and no Latsar."""
        return self.jenis == "CPNS"

    @property
    def urutan_tahap(self):
        """Its stages in order; a PPPK has one test, so no SKB."""
        return [t for t in self.tahap.select_related("seleksi") if self.cpns or t.kode != "skb"]

    @property
    def terbuka(self):
        """Its people and scores may still change."""
        return self.status == "berjalan"

    @property
    def berhasil(self):
        """The result is set."""
        return self.status in ("ditetapkan", "selesai")


class TahapSeleksi(models.Model):
    """The dates of one stage."""

    TAHAP = [
        ("pengumuman", "Pengumuman lowongan"), ("pelamaran", "Pelamaran"), ("administrasi", "Seleksi administrasi"),
        ("skd", "Seleksi kompetensi dasar"), ("skb", "Seleksi kompetensi bidang"), ("hasil", "Pengumuman hasil"),
        ("pemberkasan", "Pemberkasan"), ("nip", "Usul penetapan NIP"),
    ]  # fmt: skip
    seleksi = models.ForeignKey(Seleksi, models.CASCADE, related_name="tahap")
    kode = models.CharField(max_length=12, choices=TAHAP)
    mulai = models.DateField()
    selesai = models.DateField()

    class Meta:
        ordering = ["mulai", "id"]
        constraints = [
            models.UniqueConstraint(fields=["seleksi", "kode"], name="tahap_seleksi_unik"),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="tahap_seleksi_masa_wajar"),
        ]

    def __str__(self):
        return f"{self.seleksi_id}:{self.kode}"

    @property
    def nama(self):
        """Name of the stage; a PPPK has one test of competence."""
        if self.kode == "skd" and self.seleksi.jenis != "CPNS":
            return "Seleksi kompetensi"
        return self.get_kode_display()


class ImporSeleksi(models.Model):
    """One file of the national system: preview, then applied as a whole, undone while nothing rests on it.

    ``baris``: clean rows [{nomor, …}]; ``galat``: [{nomor, kolom, sebab, cara, isi}]; ``kolom``: headings as written.
    """

    JENIS = [
        ("pelamar", "Daftar pelamar"), ("skd", "Hasil SKD"), ("skb", "Hasil SKB"), ("kompetensi", "Hasil seleksi kompetensi PPPK"),
    ]  # fmt: skip
    STATUS = [
        ("pratinjau", "Pratinjau"),
        ("diterapkan", "Diterapkan"),
        ("dibatalkan", "Dibatalkan"),
        ("ditinggal", "Tidak dipakai"),
    ]
    seleksi = models.ForeignKey(Seleksi, models.PROTECT, related_name="impor")
    jenis = models.CharField(max_length=10, choices=JENIS)
    nama_berkas = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    kolom = models.JSONField(default=list)
    baris = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    galat = models.JSONField(default=list)
    sama = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=10, choices=STATUS, default="pratinjau")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.nama_berkas}"


@lacak
class Pelamar(models.Model):
    """One applicant, as the national system gave him, and the answer of the administrative check.

    ``pernyataan`` {pidana, diberhentikan, status, parpol, kualifikasi, sehat, bersedia}: what CPN-2 to CPN-6 ask, a missing one
    is unknown. ``pegawai``: his record once he has a NIP. ``pengguna``: his account for the pemberkasan. ``mengisi``: the formasi
    he came to fill, by the result or as pengganti; it stays when his pass is called off (``PembatalanKelulusan``).
    """

    ADMINISTRASI = [("", "Belum diperiksa"), ("ms", "Memenuhi syarat"), ("tms", "Tidak memenuhi syarat")]
    seleksi = models.ForeignKey(Seleksi, models.PROTECT, related_name="pelamar")
    formasi = models.ForeignKey(Formasi, models.PROTECT, related_name="pelamar")
    nomor_peserta = models.CharField(max_length=30)
    nik = models.CharField(max_length=16, blank=True, default="")
    nama = models.CharField(max_length=160)
    tempat_lahir = models.CharField(max_length=100, blank=True, default="")
    tanggal_lahir = models.DateField()
    jenis_kelamin = models.CharField(max_length=1, choices=[("L", "Laki-laki"), ("P", "Perempuan")])
    tingkat = models.ForeignKey(TingkatPendidikan, models.PROTECT, related_name="+")
    pendidikan = models.CharField(max_length=200)
    ipk = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    tanggal_daftar = models.DateField(null=True, blank=True)
    email = models.EmailField(blank=True, default="")
    nomor_hp = models.CharField(max_length=30, blank=True, default="")
    pernyataan = models.JSONField(default=dict, blank=True)
    administrasi = models.CharField(max_length=3, choices=ADMINISTRASI, blank=True, default="")
    alasan = models.CharField(max_length=400, blank=True, default="")
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    impor = models.ForeignKey(ImporSeleksi, models.PROTECT, related_name="pelamar")
    pengguna = models.OneToOneField(Pengguna, models.PROTECT, null=True, blank=True, related_name="pelamar")
    pegawai = models.OneToOneField(Pegawai, models.PROTECT, null=True, blank=True, related_name="pelamar")
    mengisi = models.ForeignKey(Formasi, models.PROTECT, null=True, blank=True, related_name="pengisi")

    class Meta:
        ordering = ["nomor_peserta"]
        constraints = [
            models.UniqueConstraint(fields=["seleksi", "nomor_peserta"], name="pelamar_nomor_unik"),
            models.CheckConstraint(condition=~Q(administrasi="tms") | ~Q(alasan=""), name="pelamar_tms_beralasan"),
        ]
        indexes = [
            models.Index(fields=["seleksi", "formasi"], name="pelamar_formasi"),
            models.Index(fields=["seleksi", "mengisi"], condition=Q(mengisi__isnull=False), name="pelamar_mengisi"),
        ]

    def __str__(self):
        return f"{self.nomor_peserta} {self.nama}"


class NilaiSeleksi(models.Model):
    """Scores of one applicant in one test, as one import gave them; a later import puts a new row in place of it.

    ``skd``: ``twk``, ``tiu``, ``tkp``. ``skb``: ``nilai`` up to the setting ``cpns_skb_maksimal``. ``kompetensi`` (PPPK): ``nilai`` is
    the sum, ``rincian`` its parts, ``lulus_ambang`` the answer of the national system. ``ganti``: the import that put it aside.
    """

    TES = [("skd", "SKD"), ("skb", "SKB"), ("kompetensi", "Seleksi kompetensi")]
    pelamar = models.ForeignKey(Pelamar, models.PROTECT, related_name="nilai")
    tes = models.CharField(max_length=10, choices=TES)
    hadir = models.BooleanField(default=True)
    twk = models.PositiveSmallIntegerField(null=True, blank=True)
    tiu = models.PositiveSmallIntegerField(null=True, blank=True)
    tkp = models.PositiveSmallIntegerField(null=True, blank=True)
    nilai = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    rincian = models.JSONField(default=dict, blank=True)
    lulus_ambang = models.BooleanField(null=True, blank=True)
    impor = models.ForeignKey(ImporSeleksi, models.PROTECT, related_name="nilai")
    ganti = models.ForeignKey(ImporSeleksi, models.PROTECT, null=True, blank=True, related_name="+")
    batal = models.BooleanField(default=False)

    class Meta:
        ordering = ["pelamar_id", "tes", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pelamar", "tes"],
                condition=Q(ganti__isnull=True, batal=False),
                name="nilai_seleksi_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=~Q(tes="skd", hadir=True) | Q(twk__isnull=False, tiu__isnull=False, tkp__isnull=False),
                name="nilai_skd_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(tes="skd") | Q(hadir=False) | Q(nilai__isnull=False), name="nilai_seleksi_terisi"
            ),
        ]

    def __str__(self):
        return f"{self.pelamar_id}:{self.tes}"


class HasilSeleksi(models.Model):
    """The set result of one applicant: written once when the result is set, never changed (trigger)."""

    KODE = [
        ("lulus", "Lulus"), ("optimalisasi", "Lulus, pengisian formasi kosong"), ("tidak", "Tidak lulus, di luar jumlah formasi"),
        ("tidak_skb", "Tidak mengikuti SKB, di luar tiga kali formasi"), ("tidak_hadir", "Tidak hadir"),
        ("tidak_ambang", "Tidak memenuhi nilai ambang batas"), ("tms", "Tidak memenuhi syarat administrasi"),
    ]  # fmt: skip
    pelamar = models.OneToOneField(Pelamar, models.PROTECT, related_name="hasil")
    kode = models.CharField(max_length=12, choices=KODE)
    skd = models.PositiveSmallIntegerField(null=True)
    skb = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    akhir = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    peringkat_skd = models.PositiveIntegerField(null=True)
    peringkat = models.PositiveIntegerField(null=True)
    formasi = models.ForeignKey(
        Formasi, models.PROTECT, null=True, related_name="hasil", help_text="formasi yang diisi"
    )
    kalimat = models.CharField(max_length=300)
    ditetapkan_pada = models.DateTimeField()

    class Meta:
        ordering = ["pelamar__formasi", "peringkat", "pelamar__nomor_peserta"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kode__in=("lulus", "optimalisasi"), formasi__isnull=False)
                | ~Q(kode__in=("lulus", "optimalisasi")) & Q(formasi__isnull=True),
                name="hasil_lulus_berformasi",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="hasil_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="RAISE EXCEPTION 'Hasil seleksi yang ditetapkan tidak dapat diubah.' USING ERRCODE = 'restrict_violation';",
            )
        ]

    def __str__(self):
        return f"{self.pelamar_id}:{self.kode}"

    @property
    def lulus(self):
        """He fills a formasi."""
        return self.kode in ("lulus", "optimalisasi")
