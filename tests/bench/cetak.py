"""Cetak: our print of a naskah beside the same HTML through bare WeasyPrint as PDF/A-3a, warm, one core."""

from django.conf import settings
from weasyprint import HTML

from kepegawaian.models import Naskah
from layanan import cetak, katalog
from tata_kelola.demo.panggung import Sutradara, layak
from tests.bench.ukur import ulang

KALI = 15


def satu_naskah(hari_ini):
    """A KGB letter numbered through ``alur``."""
    from kepegawaian.models import ProfilKini  # noqa: PLC0415 - only here

    kgb = katalog.ambil("kgb")
    calon = ProfilKini.objects.filter(aktif=True, status="PNS", pegawai__usulan__isnull=True).order_by("pk")
    pegawai = next(layak(kgb, calon, hari_ini, 1))
    Sutradara(kgb, hari_ini, cetak=False).mainkan(pegawai, "tanda_tangan")
    return Naskah.objects.order_by("-pk").first()


def ukur(jumlah, hari_ini, papan):
    """Ratio of both medians."""
    naskah = satu_naskah(hari_ini)
    teks = cetak.html_naskah(naskah)
    konfigurasi, lembar = cetak._lembar()
    dasar = str(settings.BASE_DIR / "static") + "/"

    def polos():
        HTML(string=teks, base_url=dasar, url_fetcher=cetak._DariDisk()).write_pdf(
            stylesheets=lembar, font_config=konfigurasi, pdf_variant="pdf/a-3a"
        )

    kita, _ = ulang(lambda: cetak.buat_pdf(naskah), KALI)
    bare, _ = ulang(polos, KALI)
    papan.catat("cetak satu naskah", jumlah, kita, "ms", None, f"bare WeasyPrint {bare:.0f} ms")
    papan.catat("cetak dibanding WeasyPrint polos", jumlah, kita / bare, "×", 1.3)
