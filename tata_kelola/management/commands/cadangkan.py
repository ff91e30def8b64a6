"""Perintah ``manage.py cadangkan TUJUAN``: basis data, dokumen, dan sertifikat dalam satu folder baru; portal boleh tetap jalan."""

from django.core.management.base import BaseCommand, CommandError

from tata_kelola import cadangan


class Command(BaseCommand):
    """One folder per backup; ``--lama`` links unchanged documents of an earlier one."""

    help = "Mencadangkan basis data, dokumen, dan sertifikat ke folder baru TUJUAN."
    requires_system_checks = []

    def add_arguments(self, parser):
        """TUJUAN, --lama."""
        parser.add_argument("tujuan", help="folder baru, misalnya /cadangan/2026-11-30")
        parser.add_argument("--lama", help="cadangan sebelumnya di disk yang sama; dokumen yang sama hanya ditautkan")

    def handle(self, *, tujuan, lama, **_pilihan):
        """Exit code 1 when the backup is not whole."""
        try:
            cadangan.buat(tujuan, lama=lama, lapor=self.stdout.write)
        except cadangan.GalatCadangan as galat:
            raise CommandError(str(galat)) from galat
