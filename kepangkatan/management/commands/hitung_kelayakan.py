"""``manage.py hitung_kelayakan``: who is eligible in the periods of KP in work, from the shell; the same as beat does."""

import time
from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from kepangkatan.periode import hitung
from kepegawaian.acuan import acuan_kini


class Command(BaseCommand):
    help = "Menghitung siapa memenuhi syarat kenaikan pangkat pada periode yang sedang diusulkan"

    def add_arguments(self, parser):
        """--tmt for one period."""
        parser.add_argument("--tmt", type=date.fromisoformat, help="YYYY-MM-DD; bawaan tiga periode berikutnya")

    def handle(self, *, tmt, **_):
        """Computes and prints one line a period."""
        for satu in [tmt] if tmt else hitung.periode_kini(acuan_kini(), timezone.localdate(), hitung.MALAM):
            mulai = time.monotonic()
            periode = hitung.hitung(satu)
            n = periode.baris.filter(hasil__in=("ya", "periksa")).count()
            self.stdout.write(
                f"Periode {satu:%d-%m-%Y}: {n} memenuhi syarat dari {periode.diperiksa} PNS, "
                f"{time.monotonic() - mulai:.1f} detik."
            )
