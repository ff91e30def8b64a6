"""``manage.py rawat_skp``: drafts for those who joined, SKP without a penilai to who stands in; the same as the task of beat."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from eperformance import periode
from eperformance.skp import alih


class Command(BaseCommand):
    help = "Membuat draf SKP bagi pegawai yang baru bertugas, dan mengalihkan SKP yang penilainya kosong"

    def handle(self, **_):
        """Runs and prints one line."""
        kini = timezone.now()
        self.stdout.write(f"{periode.lengkapi(kini)} draf baru, {alih.alihkan_semua(kini)} SKP beralih penilai.")
