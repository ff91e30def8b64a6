"""Cetakan pensiun sebagai PDF A4: rekap proyeksi, daftar hadir, surat ucapan terima kasih, piagam.

No naskah: nothing is numbered by the register or kept; the letters print what the ceremony froze. WeasyPrint is loaded
only when a PDF is asked for: the web starts without Pango.
"""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.text import slugify

TANPA_PDF = "PDF belum dapat dibuat: pustaka pencetak (Pango) tidak terpasang di server ini. Cetak dari peramban Anda."


class PdfTidakAda(Exception):
    """No PDF, with the sentence for the reader."""


def cetak(templat, isi):
    """PDF bytes of ``templates/pensiun/<templat>.html`` with these values; raises PdfTidakAda."""
    try:
        from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - only this needs Pango

        huruf, lembar = gaya("css/pensiun-cetak.css")
    except (ImportError, OSError) as galat:
        raise PdfTidakAda(TANPA_PDF) from galat
    html = render_to_string(f"pensiun/{templat}.html", isi)
    return dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)


def unduhan(pdf, nama):
    """The PDF as attachment, kept by nobody on the way."""
    jawab = HttpResponse(pdf, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="{slugify(nama)[:100]}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
