"""manage.py katalog [slug] [--lengkap | --json]: mencetak deklarasi layanan, dan apa yang masih kurang padanya."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from layanan import checks, katalog, uraian, uraian_teks


class Command(BaseCommand):
    help = "Mencetak deklarasi layanan: hukum, syarat, berkas, jalan"

    def add_arguments(self, parser):
        """One slug, or none for all; ``--lengkap`` for sign-off, ``--json`` for programs."""
        parser.add_argument("slug", nargs="?")
        bentuk = parser.add_mutually_exclusive_group()
        bentuk.add_argument("--lengkap", action="store_true", help="kalimat lengkap, untuk ditegaskan pemilik layanan")
        bentuk.add_argument("--json", action="store_true", help="data yang sama bagi program lain")

    def handle(self, *args, slug=None, lengkap=False, json=False, **opsi):
        """Prints one layanan, or all of them; without a slug and a form, their names."""
        try:
            daftar = [katalog.ambil(slug)] if slug else katalog.semua()
        except KeyError as galat:
            raise CommandError(f"Layanan {slug!r} tidak ada. Lihat daftar dengan: manage.py katalog") from galat
        if lengkap or json:
            bahan = uraian.bahan(daftar, acuan_kini(), timezone.localdate())
            data = [uraian.uraikan(layanan, bahan) for layanan in daftar]
            self.stdout.write(_json(data[0] if slug else data) if json else _teks(data))
        elif slug:
            self._cetak(daftar[0])
        else:
            for layanan in daftar:
                self.stdout.write(f"{layanan.aspek}  {layanan.slug:<20} {layanan.nama}")

    def _cetak(self, layanan):
        tulis = self.stdout.write
        tulis(f"{layanan.nama} ({layanan.slug}), aspek {layanan.aspek}, versi {layanan.versi}")
        tulis("Dasar: " + "; ".join(str(d) for d in layanan.dasar))
        tulis("\nSyarat")
        for s in layanan.syarat:
            tulis(f"  {s.kode:<8} {s.uraian} [{s.dasar}; {s.keyakinan}]")
        tulis("\nBerkas")
        for d in layanan.dokumen:
            tulis(f"  {d.kode:<18} {d.nama}{'' if d.wajib and d.bila is None else ' (bila ada)'}")
        tulis("\nJalan")
        graf = checks.graf(layanan.alur)
        for langkah in layanan.alur:
            tujuan = ", ".join(sorted(graf[langkah.kode]))
            tulis(f"  {langkah.kode:<18} {langkah.aksi:<12} {langkah.kepada!s:<28} → {tujuan}")
        for cacat in checks.cacat(layanan):
            self.stderr.write(f"KURANG: {cacat}")


def _json(data):
    """JSON of one layanan, or of the list of all."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def _teks(data):
    """The full text of each, set apart by a rule."""
    return f"\n\n{'─' * 80}\n\n".join("\n".join(uraian_teks.tulis(d)) for d in data)
