"""Perintah ``manage.py bangkitkan``: kabupaten rekaan sebagai berkas SIASN, atau langsung ke database.

    manage.py bangkitkan --jumlah 2000 --seed 1 --keluaran FOLDER [--salah 5] [--bentuk csv]
    manage.py bangkitkan --langsung --jumlah 1000000 --seed 1 [--akun KATASANDI]

See ``kepegawaian/bangkit/__init__.py``; nobody in it exists.
"""

import time
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kepegawaian.bangkit import Dunia, bangkitkan, tulis_xlsx
from kepegawaian.bangkit.gandakan import TerlaluBanyak
from kepegawaian.bangkit.langsung import DASAR, SudahBerisi, isi_database
from kepegawaian.bangkit.susunan import TerlaluDini
from kepegawaian.models import Jabatan


def tanggal(teks):
    """A date TTTT-BB-HH of the command line."""
    try:
        return date.fromisoformat(teks)
    except ValueError as galat:
        raise CommandError(f"{teks} bukan tanggal TTTT-BB-HH.") from galat


class Command(BaseCommand):
    help = "Membangkitkan kabupaten rekaan: berkas SIASN (--keluaran) atau isi database (--langsung)."

    def add_arguments(self, parser):
        """Options; exactly one of --keluaran and --langsung."""
        parser.add_argument("--jumlah", type=int, required=True, help="banyaknya orang")
        parser.add_argument("--seed", type=int, default=1, help="benih; benih yang sama memberi orang yang sama")
        parser.add_argument(
            "--per-tanggal", type=tanggal, default=None, help="keadaan per tanggal ini (bawaan: hari ini)"
        )
        tujuan = parser.add_mutually_exclusive_group(required=True)
        tujuan.add_argument("--keluaran", metavar="FOLDER", help="tulis berkas ke folder ini")
        tujuan.add_argument("--langsung", action="store_true", help="isi database yang kosong dengan COPY")
        parser.add_argument("--salah", type=float, default=0.0, metavar="PERSEN", help="bagian baris yang salah tulis")
        parser.add_argument("--bentuk", choices=["xlsx", "csv"], default="xlsx")
        parser.add_argument("--tiap-berkas", type=int, default=100_000, metavar="N", help="orang tiap berkas xlsx")
        parser.add_argument("--proses", type=int, default=2, help="proses pembuat orang (--langsung)")
        parser.add_argument(
            "--dasar", type=int, default=DASAR, help="orang yang dibuat sendiri; sisanya salinan (--langsung)"
        )
        parser.add_argument("--akun", metavar="KATASANDI", help="akun bagi semua dengan satu kata sandi (--langsung)")

    def handle(self, *args, jumlah, **opsi):
        """Checks the options and does one of the two."""
        if jumlah < 1:
            raise CommandError("--jumlah paling sedikit 1.")
        if not Jabatan.objects.exists():
            raise CommandError("Tabel acuan masih kosong; jalankan dahulu: manage.py muat_referensi")
        per = opsi["per_tanggal"] or timezone.localdate()
        try:
            if opsi["langsung"]:
                self._langsung(jumlah, per, opsi)
            else:
                self._berkas(jumlah, per, opsi)
        except (SudahBerisi, TerlaluBanyak, TerlaluDini) as galat:
            raise CommandError(str(galat)) from galat

    def _berkas(self, jumlah, per, opsi):
        mulai = time.monotonic()
        dunia = Dunia.dari_db()
        orang = bangkitkan(jumlah, opsi["seed"], per, opsi["salah"], dunia=dunia)
        jalur = tulis_xlsx(
            orang, opsi["keluaran"], dunia=dunia, bentuk=opsi["bentuk"], tiap_berkas=opsi["tiap_berkas"]
        )
        for satu in jalur:
            self.stdout.write(str(satu))
        self.stdout.write(f"{jumlah} orang per {per}, {time.monotonic() - mulai:.1f} detik.")

    def _langsung(self, jumlah, per, opsi):
        waktu = isi_database(
            jumlah,
            opsi["seed"],
            per,
            proses=opsi["proses"],
            dasar=opsi["dasar"],
            sandi=opsi["akun"],
            catat=self.stdout.write,
        )
        self.stdout.write(f"{jumlah} orang per {per}, {sum(waktu.values()):.1f} detik seluruhnya.")
