"""Kiriman (pemberitahuan yang keluar dari portal) dan PilihanKabar (saluran menurut pilihan pemilik akun)."""

from django.db import models
from django.db.models import Q

from kepegawaian.models.jejak import Pemberitahuan
from kepegawaian.models.penugasan import Pengguna
from kepegawaian.peristiwa import SALURAN


def pilihan_saluran():
    """Choices from a function, so that a new channel makes no migration."""
    return list(SALURAN.items())


class PilihanKabar(models.Model):
    """Pilihan seseorang yang berbeda dari bawaan kantor, bagi satu peristiwa dan satu saluran."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="pilihan_kabar")
    peristiwa = models.CharField(max_length=30)
    saluran = models.CharField(max_length=10, choices=pilihan_saluran)
    aktif = models.BooleanField()

    class Meta:
        ordering = ["pengguna_id", "peristiwa", "saluran"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "peristiwa", "saluran"], name="pilihan_kabar_unik"),
        ]

    def __str__(self):
        return f"{self.pengguna_id}:{self.peristiwa}:{self.saluran}"


class Kiriman(models.Model):
    """Satu pemberitahuan lewat satu saluran, ditulis bersama pemberitahuannya; the row is the truth, not the broker.

    Written by ``kepegawaian.kabar``, moved on only by ``kepegawaian.kiriman``. ``berikut_pada``: not before this moment;
    while ``mengirim`` it is the end of the claim, after which another worker may take it over.
    """

    STATUS = [
        ("menunggu", "Menunggu"),
        ("mengirim", "Sedang dikirim"),
        ("terkirim", "Terkirim"),
        ("gagal", "Gagal"),
        ("batal", "Tidak dikirim"),
    ]
    JALAN = ("menunggu", "mengirim")

    pemberitahuan = models.ForeignKey(Pemberitahuan, models.CASCADE, related_name="kiriman")
    saluran = models.CharField(max_length=10, choices=pilihan_saluran)
    status = models.CharField(max_length=10, choices=STATUS, default="menunggu")
    percobaan = models.PositiveSmallIntegerField(default=0)
    berikut_pada = models.DateTimeField()
    terkirim_pada = models.DateTimeField(null=True, blank=True)
    galat = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["pemberitahuan", "saluran"], name="kiriman_sekali")]
        indexes = [
            models.Index(
                fields=["berikut_pada"], condition=Q(status__in=("menunggu", "mengirim")), name="kiriman_jatuh_waktu"
            ),
            models.Index(fields=["status", "-id"], name="kiriman_status"),
        ]

    def __str__(self):
        return f"{self.pemberitahuan_id}:{self.saluran}:{self.status}"
