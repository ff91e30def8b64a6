"""``manage.py rekap_pagi``: the digest of the morning, as the timetable sends it at 07.00; harmless when run again."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from layanan import rekap


class Command(BaseCommand):
    """Tells officials what waits for them."""

    help = "Memberi tahu pejabat dan petugas apa yang menunggu, terlambat, dan jatuh tempo hari ini."

    def add_arguments(self, parser):
        """The day, today by default; --tampil only prints."""
        parser.add_argument("--tanggal", type=date.fromisoformat, help="TTTT-BB-HH, bawaannya hari ini")
        parser.add_argument("--tampil", action="store_true", help="hanya mencetak, tidak memberi tahu siapa pun")

    def handle(self, *args, **pilihan):
        """Runs it."""
        hari = pilihan["tanggal"] or timezone.localdate()
        if not pilihan["tampil"]:
            self.stdout.write(f"Rekap {hari:%d-%m-%Y}: {rekap.kirim(hari)} orang diberi tahu.")
            return
        for pengguna, satu in sorted(rekap.susun(hari).items()):
            self.stdout.write(f"akun {pengguna}: {satu.judul}. {satu.isi}")
