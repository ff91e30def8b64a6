"""Perintah ``manage.py muat_referensi``: memuat tabel acuan; see ``kepegawaian.muat`` for what it may change."""

from django.core.management.base import BaseCommand, CommandError

from kepegawaian.muat import GalatAcuan, muat_semua


class Command(BaseCommand):
    """Loads the reference tables and prints how many rows are new or changed."""

    help = "Memuat tabel acuan (kepegawaian/data/*.csv) ke database; aman diulang, tidak menghapus apa pun."

    def handle(self, *args, **opsi):
        """Runs the load; a wrong file becomes one clear sentence."""
        try:
            hasil = muat_semua()
        except GalatAcuan as galat:
            raise CommandError(f"Tabel acuan tidak dimuat, database tidak berubah. {galat}") from galat
        for h in hasil:
            if h.baru or h.ubah or opsi["verbosity"] > 1:
                self.stdout.write(f"{h.tabel:20} {h.baris:5} baris: {h.baru} baru, {h.ubah} diperbarui")
        baru, ubah = sum(h.baru for h in hasil), sum(h.ubah for h in hasil)
        total = sum(h.baris for h in hasil)
        if baru or ubah:
            self.stdout.write(
                f"Tabel acuan dimuat: {len(hasil)} tabel, {total} baris, {baru} baru, {ubah} diperbarui."
            )
        else:
            self.stdout.write(f"Tabel acuan sudah mutakhir: {len(hasil)} tabel, {total} baris, tidak ada perubahan.")
