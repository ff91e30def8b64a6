"""``manage.py ingatkan_korpri``: tells the participants of tomorrow's kegiatan Korpri, as beat does every morning."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from kesejahteraan.korpri import pengingat


class Command(BaseCommand):
    help = "Mengingatkan peserta kegiatan Korpri esok hari; yang sudah diingatkan tidak diberi tahu lagi"

    def handle(self, **_):
        """Runs and prints one line."""
        n = pengingat.ingatkan(timezone.localdate(), sekarang=timezone.now())
        self.stdout.write(f"{n} kegiatan esok hari.")
