"""Perintah ``manage.py retensi``: menyebut data yang lewat masa simpannya; dengan --bersihkan menghapus yang boleh."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from tata_kelola.pribadi import retensi


class Command(BaseCommand):
    help = "Masa simpan tiap jenis data dan banyaknya yang sudah lewat. Riwayat dan jejak tidak pernah dihapus."

    def add_arguments(self, parser):
        """Deleting is asked for."""
        parser.add_argument(
            "--bersihkan", action="store_true", help="hapus catatan percobaan masuk yang lewat masanya"
        )

    def handle(self, *args, **opsi):
        """Prints the table; deletes when asked."""
        sekarang = timezone.now()
        for butir, cara, lewat in retensi.keadaan(sekarang):
            self.stdout.write(
                f"{butir.nama}: {butir.masa}; {cara}; {'–' if lewat is None else lewat} lewat ({butir.dasar})"
            )
        if opsi["bersihkan"]:
            self.stdout.write(f"{retensi.bersihkan(sekarang)} baris dihapus.")
