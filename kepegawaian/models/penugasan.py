"""Pengguna (akun), penugasan yang bukan jabatan, dan pejabat luar yang tidak ber-NIP."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from kepegawaian.models.dasar import lacak
from kepegawaian.models.pegawai import Pegawai
from kepegawaian.models.unit import UnitKerja


class PengelolaPengguna(BaseUserManager):
    """Makes accounts; an account without a given password cannot log in until it is activated."""

    def create_user(self, nama_pengguna, password=None, **kolom):
        """Creates one account and returns it."""
        pengguna = self.model(nama_pengguna=nama_pengguna, **kolom)
        pengguna.set_password(password)
        pengguna.save()
        return pengguna


@lacak(kecuali=["password", "last_login", "kode_hash", "kode_gagal"])
class Pengguna(AbstractBaseUser):
    """Akun untuk masuk; the user name is the NIP, or a word for duties without a NIP (admin sistem).

    Rights do not stand here: they follow the office (``kepegawaian.akses.hak_pengguna``).
    """

    nama_pengguna = models.CharField(max_length=30, unique=True)
    nama = models.CharField(max_length=160, blank=True, help_text="hanya bagi akun tanpa pegawai")
    pegawai = models.OneToOneField(Pegawai, models.PROTECT, null=True, blank=True, related_name="pengguna")
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    kode_hash = models.CharField(max_length=64, blank=True, help_text="sidik kode sekali pakai")
    kode_sampai = models.DateTimeField(null=True, blank=True)
    kode_gagal = models.PositiveSmallIntegerField(default=0)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    objects = PengelolaPengguna()
    USERNAME_FIELD = "nama_pengguna"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ["nama_pengguna"]

    def __str__(self):
        return self.nama_pengguna


@lacak
class Penugasan(models.Model):
    """Tugas yang bukan jabatan: operator OPD, staf yang diperbantukan, inspektorat, admin sistem, perekam."""

    PERAN = [
        ("operator_opd", "Operator OPD"),
        ("staf_bkd", "Staf BKD"),
        ("perekam_pimpinan", "Perekam keputusan pimpinan"),
        ("inspektorat", "Inspektorat"),
        ("admin", "Admin sistem"),
        ("calon", "Peserta seleksi"),
    ]
    # Given by the pemberkasan of a selection only, never by hand.
    PERAN_KANTOR = [p for p in PERAN if p[0] != "calon"]

    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=20, choices=PERAN)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200, help_text="nomor dan tanggal surat tugas")

    class Meta:
        ordering = ["-sejak"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("sejak")), name="penugasan_masa_wajar"
            )
        ]

    def __str__(self):
        return f"{self.get_peran_display()} {self.pengguna_id}"


@lacak
class PejabatLuar(models.Model):
    """Pejabat tanpa NIP: Bupati, Pj. Bupati, Wakil Bupati. What he decides on paper a named clerk records."""

    kantor = models.CharField(max_length=20, help_text="kode kantor, mis. BUPATI")
    jabatan = models.CharField(max_length=160)
    nama = models.CharField(max_length=160)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["-sejak"]
        constraints = [
            ExclusionConstraint(
                name="satu_pejabat_luar_tiap_kantor",
                expressions=[
                    ("kantor", RangeOperators.EQUAL),
                    (
                        models.Func(
                            "sejak",
                            "sampai",
                            models.Value("[]"),
                            function="daterange",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            )
        ]

    def __str__(self):
        return f"{self.jabatan}: {self.nama}"
