"""Perintah ``manage.py laporan_bulanan``: laporan bulan yang baru berakhir, seperti yang dibuat jadwal tiap tanggal 1."""

from django.core.management.base import BaseCommand

from tata_kelola.tasks import laporan_bulan_lalu


class Command(BaseCommand):
    """Makes and prints it, unless it stands already."""

    help = "Membuat dan mencetak laporan bulan yang baru berakhir, bila belum ada."

    def handle(self, **_pilihan):
        """Runs the task here."""
        laporan_bulan_lalu()
