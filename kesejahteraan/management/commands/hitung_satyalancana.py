"""``manage.py hitung_satyalancana``: who is due for Satyalancana in the award in preparation; the same as beat does."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kesejahteraan.penghargaan import periode
from layanan import tanda_kehormatan


class Command(BaseCommand):
    help = "Menghitung siapa memenuhi syarat Satyalancana Karya Satya pada penganugerahan berikutnya"

    def add_arguments(self, parser):
        """--tahun for one award."""
        parser.add_argument("--tahun", type=int, help="bawaan penganugerahan berikutnya")

    def handle(self, *, tahun, **_):
        """Computes, revokes after dismissals, and prints one line."""
        mulai, hari_ini = time.monotonic(), timezone.localdate()
        satu = periode.hitung(tahun or periode.tahun_kini(acuan_kini(), hari_ini))
        cabut = tanda_kehormatan.cabut(hari_ini)
        n = satu.baris.filter(hasil__in=("ya", "periksa")).count()
        self.stdout.write(
            f"{satu}: {n} memenuhi syarat dari {satu.diperiksa} PNS, {cabut} dicabut, {time.monotonic() - mulai:.1f} detik."
        )
