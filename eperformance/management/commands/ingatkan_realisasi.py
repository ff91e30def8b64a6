"""Mengingatkan realisasi yang belum diisi dan umpan balik yang belum dijawab: ``manage.py ingatkan_realisasi``."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from eperformance.realisasi import pengingat


class Command(BaseCommand):
    help = "Mengingatkan realisasi yang belum diisi dan umpan balik yang belum dijawab; tiap masa sekali."

    def handle(self, *args, **options):
        banyak = pengingat.ingatkan(timezone.localdate(), sekarang=timezone.now())
        self.stdout.write(f"{banyak} pemberitahuan.")
