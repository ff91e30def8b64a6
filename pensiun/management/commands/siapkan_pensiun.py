"""manage.py siapkan_pensiun: draf usul pensiun dan pengingat jadwalnya, seperti tiap malam."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from pensiun import nominatif


class Command(BaseCommand):
    """Runs the nightly job of the pensions once."""

    help = "Membuat draf usul pensiun batas usia yang belum ada dan mengirim pengingat bulan ini."

    def add_arguments(self, parser):
        """``--tanggal``: as if it were that day."""
        parser.add_argument("--tanggal", type=date.fromisoformat, default=None, help="TTTT-BB-HH, bawaan hari ini")

    def handle(self, *args, tanggal=None, **options):
        """Prints what was made."""
        buat, gagal, kabar = nominatif.siapkan(tanggal or timezone.localdate())
        self.stdout.write(f"{buat} draf dibuat, {len(gagal)} dilewati, {kabar} akun diberi tahu.")
        for nama, sebab in gagal:
            self.stdout.write(f"  {nama}: {sebab}")
