"""``manage.py isi_pohon``: the values the portal counts by itself, as of the end of yesterday; the same as beat does."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from eperformance.pohon import portal


class Command(BaseCommand):
    help = "Mengisi realisasi pohon kinerja yang dihitung portal"

    def handle(self, **_):
        """Counts and prints one line."""
        self.stdout.write(f"{portal.malam(timezone.localdate())} realisasi baru.")
