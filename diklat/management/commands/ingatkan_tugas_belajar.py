"""``manage.py ingatkan_tugas_belajar``: reminders of semester reports, from the shell; the same as beat does every morning."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from diklat.tugas_belajar import perbuatan


class Command(BaseCommand):
    help = "Mengingatkan laporan semester tugas belajar"

    def handle(self, **_):
        """Tells and prints how many."""
        kini = timezone.now()
        self.stdout.write(f"{perbuatan.ingatkan(timezone.localdate(kini), sekarang=kini)} laporan diingatkan.")
