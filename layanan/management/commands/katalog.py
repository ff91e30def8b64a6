"""manage.py katalog [slug]: mencetak deklarasi layanan, dan apa yang masih kurang padanya."""

from django.core.management.base import BaseCommand, CommandError

from layanan import checks, katalog


class Command(BaseCommand):
    help = "Mencetak deklarasi layanan: hukum, syarat, berkas, jalan"

    def add_arguments(self, parser):
        """One slug, or none for all names."""
        parser.add_argument("slug", nargs="?")

    def handle(self, *args, slug=None, **opsi):
        """Prints one layanan in full, or the list of all."""
        if slug is None:
            for layanan in katalog.semua():
                self.stdout.write(f"{layanan.aspek}  {layanan.slug:<20} {layanan.nama}")
            return
        try:
            layanan = katalog.ambil(slug)
        except KeyError as galat:
            raise CommandError(f"Layanan {slug!r} tidak ada. Lihat daftar dengan: manage.py katalog") from galat
        self._cetak(layanan)

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
        graf = checks.graf(layanan)
        for langkah in layanan.alur:
            tujuan = ", ".join(sorted(graf[langkah.kode]))
            tulis(f"  {langkah.kode:<18} {langkah.aksi:<12} {langkah.kepada!s:<28} → {tujuan}")
        for cacat in checks.cacat(layanan):
            self.stderr.write(f"KURANG: {cacat}")
