"""Saringan tersimpan: penanda pribadi pada sebuah daftar, yaitu alamat halaman dan isi saringannya."""

from django.db import models

from kepegawaian.models.penugasan import Pengguna


class SaringanTersimpan(models.Model):
    """Saringan milik seseorang; it opens nothing: the page asks for rights and filters anew at every visit.

    ``alamat`` is a path of the portal that was shown to its owner as a list (``kepegawaian.saringan`` checks the seal),
    ``kueri`` the query string without page and size.
    """

    TERBANYAK = 20

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="saringan")
    nama = models.CharField(max_length=60)
    alamat = models.CharField(max_length=200)
    kueri = models.CharField(max_length=1000)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pengguna_id", "nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "alamat", "nama"], name="saringan_bernama_sekali"),
        ]

    def __str__(self):
        return self.nama
