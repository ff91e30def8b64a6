"""Salinan data pribadi yang diminta pemiliknya (UU 27/2022 Pasal 7 dan 13). Written by ``tata_kelola.pribadi.salinan`` only."""

from django.db import models

from kepegawaian.models import Pengguna


class SalinanData(models.Model):
    """One copy asked for by an account; the worker makes it, the owner fetches it until ``sampai``, then the file goes."""

    STATUS = [
        ("antre", "Sedang disiapkan"),
        ("jadi", "Siap diunduh"),
        ("gagal", "Gagal disiapkan"),
        ("habis", "Masa unduh habis"),
    ]

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="salinan_data")
    diminta_pada = models.DateTimeField()
    sampai = models.DateTimeField(help_text="sesudah ini berkasnya dihapus")
    status = models.CharField(max_length=5, choices=STATUS, default="antre")
    file = models.FileField(upload_to="salinan-data/%Y/%m/", max_length=200, blank=True)
    ukuran = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-diminta_pada", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"], condition=models.Q(status="antre"), name="satu_salinan_disiapkan"
            )
        ]

    def __str__(self):
        return f"{self.pengguna_id} {self.diminta_pada:%Y-%m-%d} {self.status}"
