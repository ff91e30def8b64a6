"""Perintah ``manage.py periksa_jejak``: menghitung ulang segel jejak dan menyebut baris yang tidak lagi sama."""

from collections import defaultdict

from django.core.management.base import BaseCommand, CommandError

from kepegawaian import segel


class Command(BaseCommand):
    help = (
        "Memeriksa jejak terhadap segelnya. Keluar dengan kode 1 bila ada baris yang diubah, dihapus, atau disisipkan."
    )

    def add_arguments(self, parser):
        """Hashes written down earlier."""
        parser.add_argument(
            "--patokan", action="append", default=[], metavar="TABEL:BLOK:SIDIK",
            help="sidik yang dicatat di luar database, dari segel_jejak atau halaman Jejak; boleh lebih dari satu",
        )  # fmt: skip

    def handle(self, *args, **opsi):
        """Checks every sealed table; findings go to stderr."""
        patokan, banyak = self._patokan(opsi["patokan"]), 0
        for tabel in segel.MODEL:
            for temuan in segel.periksa(tabel, patokan=patokan[tabel]):
                self.stderr.write(str(temuan))
                banyak += 1
        for satu in segel.keadaan():
            akhir = satu["akhir"]
            teks = f"{akhir.nomor} blok, sampai id {akhir.sampai_id}" if akhir else "belum ada segel"
            self.stdout.write(f"{satu['nama']}: {teks}; sesudahnya {satu['belum']} nomor menunggu segel.")
        if banyak:
            raise CommandError(f"{banyak} temuan: jejak tidak lagi seperti ketika disegel.")
        self.stdout.write("Jejak utuh.")

    def _patokan(self, daftar):
        hasil = defaultdict(dict)
        for teks in daftar:
            tabel, _, sisa = teks.partition(":")
            nomor, _, sidik = sisa.partition(":")
            if tabel not in segel.MODEL or not nomor.isdigit() or len(sidik) != 64:
                raise CommandError(f"Patokan {teks!r} bukan TABEL:BLOK:SIDIK, misalnya jejak:12:0a1b…")
            hasil[tabel][int(nomor)] = sidik.lower()
        return hasil
