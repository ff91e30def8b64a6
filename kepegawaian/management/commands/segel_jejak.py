"""Perintah ``manage.py segel_jejak``: menyegel baris jejak yang baru sekarang juga (``kepegawaian.segel``)."""

from django.core.management.base import BaseCommand

from kepegawaian import segel


class Command(BaseCommand):
    help = "Menyegel jejak yang belum tersegel; aman diulang, dan berjalan sendiri tiap sepuluh menit."

    def handle(self, *args, **opsi):
        """Seals, and prints the last hash of each table: worth keeping outside the database."""
        banyak = segel.segel_semua()
        self.stdout.write(f"{banyak} blok baru.")
        for satu in segel.keadaan():
            if akhir := satu["akhir"]:
                self.stdout.write(f"{satu['tabel']}:{akhir.nomor}:{akhir.sidik}  (sampai id {akhir.sampai_id})")
