"""``manage.py hitung_kehadiran``: the year of absence from the shell, the same as the task of beat."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from disiplin.kehadiran import kabar
from kepegawaian import kehadiran


class Command(BaseCommand):
    """Counts one calendar year anew and tells the atasan of whoever has reached a threshold."""

    requires_system_checks = []  # the graphs and URLs were proved when the portal started
    help = "Menghitung ketidakhadiran tanpa alasan sah setahun bagi semua pegawai."

    def add_arguments(self, parser):
        """The year."""
        parser.add_argument("--tahun", type=int, help="bawaan tahun berjalan")

    def handle(self, *, tahun, **_):
        """Runs and prints one line of what was done."""
        awal, tahun = time.monotonic(), tahun or timezone.localdate().year
        orang = kehadiran.hitung(tahun)
        kabar.kabari(tahun)
        self.stdout.write(f"Kehadiran {tahun}: {orang} pegawai tercatat, {time.monotonic() - awal:.1f} detik.")
