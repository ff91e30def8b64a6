"""manage.py demo: mengisi portal kosong dengan kabupaten rekaan, lewat pengimpor dan alur yang sebenarnya."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kepegawaian.models import Pegawai
from tata_kelola.demo import isi_demo


class Command(BaseCommand):
    help = "Mengisi portal yang masih kosong dengan data contoh"

    def add_arguments(self, parser):
        """--jumlah and --seed; the same seed gives the same people. --tanda: of ``make run``."""
        parser.add_argument("--jumlah", type=int, default=2000)
        parser.add_argument("--seed", type=int, default=2026)
        parser.add_argument(
            "--tanda", type=Path, help="berkas yang berganti akhiran .dasar begitu portal layak dibuka"
        )

    def handle(self, *args, **opsi):
        """Refuses a portal that already has people."""
        if Pegawai.objects.exists():
            raise CommandError(
                "Portal sudah berisi pegawai. Data contoh hanya bagi portal kosong (make demo membuang isinya)."
            )
        tanda = opsi["tanda"]
        dasar = (lambda: tanda.rename(tanda.with_suffix(".dasar"))) if tanda else None
        isi_demo(opsi["jumlah"], opsi["seed"], lapor=self.stdout.write, dasar=dasar)
