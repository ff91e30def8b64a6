"""Cara masuk sebuah akun: sesi yang sedang berjalan, langkah kedua (TOTP), dan kode pulihnya."""

from django.db import models
from django.db.models.functions import Now

from kepegawaian.models.penugasan import Pengguna


class Sesi(models.Model):
    """Satu sesi yang berjalan, for the owner's list; the session itself is Django's. Written by ``kepegawaian.sesi``."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="sesi")
    kunci = models.CharField(max_length=40, unique=True, help_text="kunci sesi Django")
    mulai = models.DateTimeField(db_default=Now())
    terakhir = models.DateTimeField(db_default=Now(), db_index=True)
    alamat = models.CharField(max_length=45, blank=True)
    peranti = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["-terakhir", "-id"]

    def __str__(self):
        return f"{self.pengguna_id} {self.peranti}"


class FaktorKedua(models.Model):
    """Langkah kedua sebuah akun. Written by ``kepegawaian.faktor`` only; the secret is stored encrypted.

    ``wajib_sejak``: first login at which a role obliged him, the grace period runs from there. ``langkah``: last
    accepted period of 30 seconds, so that a code works once. ``gagal``: wrong codes in a row; too many of them hold the step for a while.
    """

    pengguna = models.OneToOneField(Pengguna, models.CASCADE, related_name="faktor")
    rahasia = models.CharField(max_length=200, blank=True)
    dipasang_pada = models.DateTimeField(null=True, blank=True)
    langkah = models.BigIntegerField(default=0)
    gagal = models.PositiveSmallIntegerField(default=0)
    tertahan_sampai = models.DateTimeField(null=True, blank=True)
    wajib_sejak = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pengguna"]

    def __str__(self):
        return f"{self.pengguna_id} {self.dipasang_pada}"


class KodePulih(models.Model):
    """Satu kode pulih, dipakai satu kali bila ponselnya hilang; only its fingerprint is kept."""

    faktor = models.ForeignKey(FaktorKedua, models.CASCADE, related_name="kode_pulih")
    sidik = models.CharField(max_length=64)
    dipakai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.faktor_id} {self.dipakai_pada}"
