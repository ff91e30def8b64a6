"""``manage.py ingatkan_pasca``: pengingat evaluasi pascapelatihan bagi atasan, seperti pekerjaan paginya."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from diklat.pelatihan import evaluasi


class Command(BaseCommand):
    """Reminds superiors; may be run any number of times."""

    help = "Mengingatkan atasan yang evaluasi pascapelatihannya sudah dibuka."

    def handle(self, *args, **kwargs):
        banyak = evaluasi.ingatkan(timezone.localdate())
        self.stdout.write(f"{banyak} evaluasi pascapelatihan terbuka.")
