"""``manage.py finalkan_penilaian``: penilaian yang siap menjadi final; the same as beat does at night."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from eperformance.penilaian import keberatan
from eperformance.penilaian.final import finalkan_semua


class Command(BaseCommand):
    help = (
        "Memfinalkan penilaian kinerja yang diterima atau lewat batas keberatan, bila distribusinya sudah ditetapkan"
    )

    def handle(self, **_):
        """Makes all that are ready final and prints one line."""
        mulai = time.monotonic()
        if n := keberatan.tutup_tertinggal(timezone.now()):
            self.stdout.write(f"{n} keberatan yang dikembalikan ditutup: tidak diajukan lagi sampai batasnya.")
        self.stdout.write(f"{finalkan_semua()} penilaian final, {time.monotonic() - mulai:.1f} detik.")
