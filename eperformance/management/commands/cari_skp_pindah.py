"""``manage.py cari_skp_pindah``: SKP whose pegawai has moved since; the same as the task of beat."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from eperformance.skp import tengah


class Command(BaseCommand):
    help = "Mencari SKP yang pegawainya pindah unit atau jabatan di tengah tahun, dan memberi tahu mereka."

    def handle(self, **_):
        """Runs and prints one line."""
        n = tengah.kabarkan(timezone.localdate(), sekarang=timezone.now())
        self.stdout.write(f"{n} SKP perlu disesuaikan.")
