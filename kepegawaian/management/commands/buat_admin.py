"""Perintah ``manage.py buat_admin NAMA``: akun admin sistem yang pertama, dengan kode aktivasi sekali pakai.

Only while no admin is in duty: later ones are given by the admin on the page of accounts. The code goes to the terminal,
the password is chosen in the browser (/aktivasi/), so that it stands in no shell history.
"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kepegawaian import akun, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna, Penugasan


class Command(BaseCommand):
    """Makes the account, its duty and the code; run again before the activation it prints a new code."""

    help = "Membuat akun admin sistem pertama dan mencetak kode aktivasinya."

    def add_arguments(self, parser):
        """NAMA, --dasar, --surel."""
        parser.add_argument("nama", help="nama akun, misalnya admin.bkd")
        parser.add_argument("--dasar", required=True, help="nomor dan tanggal surat tugas")
        parser.add_argument("--surel", default="", help="alamat surel bagi kode berikutnya")

    @transaction.atomic
    def handle(self, *, nama, dasar, surel, **_pilihan):
        """Refuses when somebody already serves as admin."""
        hari_ini, pada = timezone.localdate(), timezone.now()
        nama = akun.rapatkan(nama)
        ada = Penugasan.objects.filter(peran="admin").exclude(pengguna__nama_pengguna=nama)
        if [t for t in ada if t.sampai is None or t.sampai >= hari_ini]:
            raise CommandError("Sudah ada admin sistem. Tugas berikutnya diberikan admin itu pada halaman Akun.")
        with jejak.sebagai(None):
            satu = Pengguna.objects.filter(nama_pengguna=nama).first()
            if satu is None:
                satu = Pengguna.objects.create_user(nama, None, nama="Admin sistem", email=surel)
                Penugasan.objects.create(pengguna=satu, peran="admin", sejak=hari_ini, dasar=dasar)
            if satu.has_usable_password():
                raise CommandError(f"Akun {nama} sudah aktif; masuklah, atau minta kode baru pada halaman masuk.")
            kode = akun.terbitkan_kode(satu, acuan=acuan_kini(), pada=pada, lewat="slip")
        alamat = f"{settings.ALAMAT_PORTAL}{reverse('kepegawaian:aktivasi')}"
        self.stdout.write(f"Akun: {nama}\nKode aktivasi: {akun.tulis_kode(kode)}\nPasang kata sandi di {alamat}")
