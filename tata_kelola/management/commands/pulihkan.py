"""Perintah ``manage.py pulihkan SUMBER``: memeriksa cadangan, memulihkannya ke basis data kosong, memeriksa hasilnya."""

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from tata_kelola import cadangan


class Command(BaseCommand):
    """Into DATABASE_URL, DOKUMEN_DIR and TTE_DIR of this environment; web, worker and beat must stand still."""

    help = "Memulihkan cadangan dari folder SUMBER ke basis data dan folder dokumen pada pengaturan."
    requires_system_checks = []

    def add_arguments(self, parser):
        """SUMBER, --timpa."""
        parser.add_argument("sumber", help="folder yang ditulis oleh cadangkan")
        parser.add_argument("--timpa", action="store_true", help="MEMBUANG isi basis data tujuan lebih dahulu")

    def handle(self, *, sumber, timpa, **_pilihan):
        """Exit code 1 when anything is not as the manifest says."""
        try:
            cadangan.pulihkan(sumber, timpa=timpa, lapor=self.stdout.write)
        except cadangan.GalatCadangan as galat:
            raise CommandError(str(galat)) from galat
        except Error as galat:
            raise CommandError(f"Basis data menolak: {galat} Hentikan web, worker, dan beat dahulu.") from galat
