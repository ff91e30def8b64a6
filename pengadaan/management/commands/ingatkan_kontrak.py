"""Mengirim pengingat perjanjian kerja PPPK yang akan berakhir; aman dijalankan berulang."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from pengadaan.kontrak import pantauan


class Command(BaseCommand):
    help = "Mengingatkan perjanjian kerja PPPK yang akan berakhir (H-240, H-210, H-180, H-90, H-30)."

    def add_arguments(self, parser):
        """The day, for a run that catches up."""
        parser.add_argument("--tanggal", type=date.fromisoformat, default=None, help="TTTT-BB-HH; bawaan hari ini")

    def handle(self, *, tanggal, **_):
        """Sends and says how many are in a stage."""
        n = pantauan.ingatkan(tanggal or timezone.localdate())
        self.stdout.write(f"{n} perjanjian kerja dalam masa pengingat.")
