"""Riwayat klaim jaminan kecelakaan kerja (JKK) dan jaminan kematian (JKM); the rules of ``riwayat.py`` hold here as well."""

from django.db import models

from kepegawaian.models.riwayat_dasar import BerSK, Riwayat, unik_berlaku


class RiwayatKlaim(BerSK, Riwayat):
    """PP 70/2015 jo. PP 66/2017: what the insurer paid. ``tmt``: the day of the accident or death.

    ``nilai``: rupiah paid in all; ``rincian``: [{uraian, rupiah}] as it was claimed; ``nomor_sk`` and ``tanggal_sk`` those
    of the proof of payment, ``pejabat`` who paid. Health and family data: open to the person and the
    handlers of claims (part ``kesehatan``).
    """

    PROGRAM = [("JKK", "Jaminan kecelakaan kerja"), ("JKM", "Jaminan kematian")]
    program = models.CharField(max_length=3, choices=PROGRAM)
    peristiwa = models.CharField(max_length=160)
    nilai = models.PositiveBigIntegerField()
    tanggal_bayar = models.DateField()
    penerima = models.CharField(max_length=160)
    rincian = models.JSONField(default=list)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("klaim", "tmt", "program")]
