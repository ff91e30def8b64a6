"""``manage.py hitung_talenta``: the talent map of this year, from the shell; the same as beat does every night."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from karier import potret


class Command(BaseCommand):
    help = "Menghitung peta talenta tahun ini; yang sudah dibekukan dibiarkan"

    def add_arguments(self, parser):
        """--tanggal for another day."""
        parser.add_argument("--tanggal", type=date.fromisoformat, help="YYYY-MM-DD; bawaan hari ini")

    def handle(self, *, tanggal, **_):
        """Computes and prints one line."""
        tanggal = tanggal or timezone.localdate()
        satu = potret.malam(tanggal)
        if satu is None:
            self.stdout.write(f"Peta talenta {tanggal.year} sudah dibekukan; tidak dihitung.")
        else:
            self.stdout.write(f"Peta talenta {satu.tahun} per {satu.per_tanggal:%d-%m-%Y}: {satu.baris.count()} PNS.")
