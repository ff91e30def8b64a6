"""Mengingatkan usul formasi yang lewat batas penyampaiannya; aman dijalankan berulang."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from pengadaan.kebutuhan import pengingat


class Command(BaseCommand):
    help = "Mengingatkan pemegang langkah usul formasi yang lewat 31 Maret (PP 11/2017 Pasal 9 ayat (2))."

    def add_arguments(self, parser):
        """The day, for a run that catches up."""
        parser.add_argument("--tanggal", type=date.fromisoformat, default=None, help="TTTT-BB-HH; bawaan hari ini")

    def handle(self, *, tanggal, **_):
        """Sends and says how many usul are late."""
        n = pengingat.ingatkan(tanggal or timezone.localdate())
        self.stdout.write(f"{n} usul formasi terlambat.")
