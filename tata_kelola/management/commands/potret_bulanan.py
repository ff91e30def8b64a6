"""Perintah ``manage.py potret_bulanan``: potret bulan yang baru berakhir, seperti yang dibuat jadwal tiap malam."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from tata_kelola import potret


class Command(BaseCommand):
    """Takes the month unless it was taken, and says which."""

    help = "Memotret banyaknya pegawai menurut kelompok pada hari terakhir bulan yang baru berakhir, bila belum."

    def handle(self, **_pilihan):
        """Runs and prints one line."""
        bulan = potret.buat_malam(acuan_kini(), timezone.localdate())
        self.stdout.write(f"Potret {bulan:%Y-%m} tersimpan." if bulan else "Bulan yang baru berakhir sudah dipotret.")
