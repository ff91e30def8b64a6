"""Perintah ``manage.py impor``: pintu SIASN yang sama dengan halamannya, dari baris perintah.

    manage.py impor data-asn.xlsx [--per-tanggal 2026-11-01] [--terapkan] [--oleh NIP]

Without ``--terapkan`` it only previews. Exit status 1 when the file is refused.
"""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kepegawaian import impor
from kepegawaian.models import BarisImpor, Pengguna

GALAT_TERCETAK = 20


def tanggal(teks):
    """A date TTTT-BB-HH of the command line."""
    try:
        return date.fromisoformat(teks)
    except ValueError as galat:
        raise CommandError(f"{teks} bukan tanggal TTTT-BB-HH.") from galat


class Command(BaseCommand):
    help = "Membaca berkas SIASN (xlsx atau csv), mencetak ringkasannya, dan menerapkannya bila diminta."

    def add_arguments(self, parser):
        """The file and what to do with it."""
        parser.add_argument("berkas", type=Path)
        parser.add_argument("--per-tanggal", type=tanggal, help="keadaan berkas per tanggal ini (bawaan: hari ini)")
        parser.add_argument("--terapkan", action="store_true", help="terapkan setelah pratinjau")
        parser.add_argument("--oleh", metavar="NIP", help="akun yang dicatat sebagai pelaku")

    def handle(self, *args, berkas, **opsi):
        """Upload, preview, and apply when asked."""
        oleh = self._pelaku(opsi["oleh"])
        try:
            with berkas.open("rb") as isi:
                batch = impor.unggah(isi, berkas.name, opsi["per_tanggal"] or timezone.localdate(), oleh)
        except FileNotFoundError as galat:
            raise CommandError(f"Berkas {berkas} tidak ada.") from galat
        except impor.BerkasDitolak as galat:
            raise CommandError(str(galat)) from galat
        batch = impor.baca(batch.pk)
        if batch.status == "gagal":
            raise CommandError(batch.pesan)
        self._cetak(batch)
        if opsi["terapkan"]:
            batch = impor.terapkan(batch.pk, oleh.pk if oleh else None)
            tertulis = batch.ringkasan.get("tertulis", {})
            self.stdout.write(
                f"Diterapkan: {', '.join(f'{k} {n}' for k, n in tertulis.items()) or 'tidak ada perubahan'}"
            )
            if batch.ringkasan["galat"]:
                self.stdout.write(f"Baris galat: {batch.ringkasan['galat']}")

    def _pelaku(self, nip):
        if not nip:
            return None
        oleh = Pengguna.objects.filter(nama_pengguna=nip).first()
        if oleh is None:
            raise CommandError(f"Tidak ada akun {nip}.")
        return oleh

    def _cetak(self, batch):
        r = batch.ringkasan
        self.stdout.write(f"Batch {batch.pk}: {batch.nama_berkas}, keadaan per {batch.per_tanggal}")
        for lembar, hasil in r["lembar"].items():
            self.stdout.write(f"  {lembar}: {', '.join(f'{k} {n}' for k, n in hasil.items())}")
        for lembar, kolom in r["kolom_asing"].items():
            self.stdout.write(f"  {lembar}: kolom tidak dibaca: {', '.join(kolom)}")
        if r["lembar_diabaikan"]:
            self.stdout.write(f"  Lembar tidak dibaca: {', '.join(r['lembar_diabaikan'])}")
        self.stdout.write(f"  Referensi belum dikenal: {r['referensi']}; berbeda dengan SIASN: {r['selisih']}")
        galat = BarisImpor.objects.filter(batch=batch, hasil="galat")
        for baris in galat[:GALAT_TERCETAK]:
            for g in baris.galat:
                self.stdout.write(f"  {baris.lembar} baris {baris.nomor} {g['kolom']}: {g['sebab']}. {g['perbaikan']}")
        if r["galat"] > GALAT_TERCETAK:
            self.stdout.write(f"  … dan {r['galat'] - GALAT_TERCETAK} baris galat lagi.")
