"""``manage.py hitung_kualitas``: the nightly findings of data quality from the shell."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from indeks.kualitas.hitung import hitung


class Command(BaseCommand):
    """Counts as of today and prints one line."""

    requires_system_checks = []
    help = "Menghitung temuan kualitas data semua pegawai aktif."

    def handle(self, **_):
        """Runs."""
        hasil = hitung(timezone.localdate())
        self.stdout.write(f"{hasil['temuan']} temuan; {hasil['baru']} baru, {hasil['selesai']} selesai.")
