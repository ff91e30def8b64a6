"""``manage.py hitung_kebutuhan``: the training needs of everybody, from the shell; the same as beat does every night."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from diklat.pengembangan import dampak, kebutuhan


class Command(BaseCommand):
    help = "Menghitung kebutuhan pelatihan semua ASN"

    def add_arguments(self, parser):
        """--tanggal for another day."""
        parser.add_argument("--tanggal", type=date.fromisoformat, help="YYYY-MM-DD; bawaan hari ini")

    def handle(self, *, tanggal, **_):
        """Computes and prints one line."""
        tanggal = tanggal or timezone.localdate()
        self.stdout.write(f"Kebutuhan pelatihan per {tanggal:%d-%m-%Y}: {kebutuhan.hitung(tanggal)} ASN.")
        self.stdout.write(f"Sebelum dan sesudah pelatihan: {', '.join(map(str, dampak.hitung(tanggal)))}.")
