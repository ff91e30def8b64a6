"""bereskan_purna: menutup usulan yang masih berjalan dari pegawai yang sudah berhenti."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from layanan import purna


class Command(BaseCommand):
    """The nightly job by hand; run again it finds nothing."""

    help = "Menutup usulan yang masih berjalan dari pegawai yang sudah berhenti."

    def handle(self, *args, **pilihan):
        self.stdout.write(f"{purna.bereskan(timezone.now())} usulan ditutup.")
