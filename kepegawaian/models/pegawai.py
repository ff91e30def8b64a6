"""Pegawai (hal yang tidak berubah dan data kontak) dan ProfilKini (cache satu baris tiap pegawai)."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from kepegawaian.models.dasar import lacak
from kepegawaian.models.kode import Agama, JenisKawin, JenisPegawai, KedudukanHukum
from kepegawaian.models.referensi import Eselon, Golongan, TingkatPendidikan
from kepegawaian.models.unit import Jabatan, UnitKerja


class PegawaiQuerySet(models.QuerySet):
    """Every query for a person's data starts with ``terlihat_oleh``."""

    def terlihat_oleh(self, hak):
        """Pegawai that ``hak`` (``kepegawaian.akses.Hak``) may see today; the scope lives in ``hak`` itself."""
        return self.filter(hak.lingkup("kini__"))


@lacak
class Pegawai(models.Model):
    """Seorang ASN. Name, rank, post, pay … are riwayat; here stand birth, sex, and contact data.

    Written by ``kepegawaian.impor.terapkan`` and the data-mending screens only.
    """

    nip = models.CharField(max_length=18, unique=True)
    pns_id = models.CharField(max_length=36, unique=True, null=True, blank=True)
    nip_lama = models.CharField(max_length=9, blank=True)
    tempat_lahir = models.CharField(max_length=100, blank=True)
    tanggal_lahir = models.DateField()
    jenis_kelamin = models.CharField(max_length=1, choices=[("L", "Laki-laki"), ("P", "Perempuan")])
    agama = models.ForeignKey(Agama, models.PROTECT, null=True, blank=True)
    jenis_kawin = models.ForeignKey(JenisKawin, models.PROTECT, null=True, blank=True)
    jenis_pegawai = models.ForeignKey(JenisPegawai, models.PROTECT, null=True, blank=True)
    nik = models.CharField(max_length=16, blank=True)
    nomor_hp = models.CharField(max_length=30, blank=True)
    email = models.CharField(max_length=160, blank=True)
    email_gov = models.CharField(max_length=160, blank=True)
    alamat = models.TextField(blank=True)
    npwp = models.CharField(max_length=30, blank=True)
    bpjs = models.CharField(max_length=30, blank=True)
    kartu_asn = models.CharField(max_length=40, blank=True)
    kpkn = models.CharField(max_length=80, blank=True)
    lokasi_kerja = models.CharField(max_length=120, blank=True)
    tambahan = models.JSONField(
        default=dict, blank=True, help_text="kolom SIASN yang hanya disimpan dan diekspor lagi"
    )

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        ordering = ["nip"]
        constraints = [
            models.CheckConstraint(condition=models.Q(nip__regex=r"^\d{18}$"), name="nip_18_angka"),
        ]

    def __str__(self):
        return self.nip


class ProfilKini(models.Model):
    """``profil(hari ini)`` of one pegawai, flat, for lists, filters and search.

    A cache written only by ``kepegawaian.profil.segarkan``; ``tests/kepegawaian/test_profil.py`` proves it
    equals ``profil(per=hari ini)``. Names of units, officials and posts are joined, never copied.
    """

    pegawai = models.OneToOneField(Pegawai, models.CASCADE, primary_key=True, related_name="kini")
    nip = models.CharField(max_length=18)
    nama = models.CharField(max_length=160)
    gelar_depan = models.CharField(max_length=60)
    gelar_belakang = models.CharField(max_length=100)
    jenis_kelamin = models.CharField(max_length=1)
    tanggal_lahir = models.DateField()
    status = models.CharField(max_length=8, null=True)
    kedudukan = models.ForeignKey(KedudukanHukum, models.PROTECT, null=True, db_constraint=False)
    aktif = models.BooleanField()
    tmt_kedudukan = models.DateField(null=True)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, db_constraint=False, related_name="+")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, null=True, db_constraint=False, related_name="+")
    jalur_unit = ArrayField(models.BigIntegerField(), null=True)
    golongan = models.ForeignKey(Golongan, models.PROTECT, null=True, db_constraint=False)
    golongan_urutan = models.SmallIntegerField(null=True)
    tmt_pangkat = models.DateField(null=True)
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, db_constraint=False, related_name="+")
    jenis_jabatan = models.CharField(max_length=10, null=True)
    eselon = models.ForeignKey(Eselon, models.PROTECT, null=True, db_constraint=False)
    jenjang = models.CharField(max_length=12, null=True)
    tmt_jabatan = models.DateField(null=True)
    pendidikan = models.ForeignKey(TingkatPendidikan, models.PROTECT, null=True, db_constraint=False)
    gaji_pokok = models.IntegerField(null=True)
    mkg_bulan = models.IntegerField(null=True)
    tmt_mkg_nol = models.DateField(null=True)
    tmt_cpns = models.DateField(null=True)
    bup = models.SmallIntegerField(null=True)
    tmt_pensiun = models.DateField(null=True)
    kontrak_sampai = models.DateField(null=True)
    per = models.DateField()

    class Meta:
        ordering = ["nama", "nip"]
        indexes = [
            models.Index(fields=["nama", "nip"], name="kini_nama"),
            models.Index(fields=["aktif", "nama", "nip"], name="kini_aktif_nama"),
            models.Index(fields=["unit", "nama"], name="kini_unit_nama"),
            models.Index(fields=["opd", "aktif", "nama"], name="kini_opd_nama"),
            models.Index(fields=["golongan_urutan", "nama"], name="kini_golongan"),
            models.Index(models.F("golongan_urutan").desc(nulls_last=True), "nama", name="kini_golongan_turun"),
            models.Index(fields=["tmt_pensiun", "nama"], name="kini_pensiun"),
            models.Index(models.F("tmt_pensiun").desc(nulls_last=True), "nama", name="kini_pensiun_turun"),
            models.Index(fields=["jabatan"], name="kini_jabatan"),
            models.Index(fields=["nip"], name="kini_nip"),
            GinIndex(OpClass(models.functions.Upper("nama"), name="gin_trgm_ops"), name="kini_nama_trgm"),
            GinIndex(OpClass(models.F("nip"), name="gin_trgm_ops"), name="kini_nip_trgm"),
        ]

    def __str__(self):
        return f"{self.nama_lengkap} ({self.nip})"

    @property
    def nama_lengkap(self):
        """Name with degrees, ``Dr. Nama, S.Kom.``."""
        return f"{self.gelar_depan} {self.nama}".strip() + (f", {self.gelar_belakang}" if self.gelar_belakang else "")
