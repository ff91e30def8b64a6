"""``manage.py muat_pohon TAHUN``: the BKD's own tree of goals as a draft of a year; a filled tree is left alone."""

from django.core.management.base import BaseCommand

from eperformance.pohon import muat


class Command(BaseCommand):
    help = "Memuat pohon kinerja BKD (tujuan, program, kegiatan) sebagai draf satu tahun"

    def add_arguments(self, parser):
        """The year."""
        parser.add_argument("tahun", type=int)

    def handle(self, *, tahun, **_):
        """Loads and prints one line."""
        pohon, banyak = muat.muat(tahun)
        self.stdout.write(f"{pohon}: {banyak} simpul dimuat." if banyak else f"{pohon} sudah berisi; tidak diubah.")
