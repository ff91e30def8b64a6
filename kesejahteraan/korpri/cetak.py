"""Edisi Abdi Negara sebagai PDF A4. No naskah: nothing is numbered, frozen or kept.

WeasyPrint is loaded only when a PDF is asked for: the web starts without Pango.
"""

import base64

from django.template.loader import render_to_string

TANPA_PDF = "PDF belum dapat dibuat: pustaka pencetak (Pango) tidak terpasang di server ini. Cetak dari peramban Anda."
PALING_BANYAK = 40  # tulisan; more would hold the web server for too long


class PdfTidakAda(Exception):
    """No PDF, with the sentence for the reader."""


def _gambar(tulisan):
    """The picture as a data URI, "" when there is none or its file is lost."""
    if not tulisan.gambar:
        return ""
    try:
        with tulisan.gambar.open("rb") as berkas:
            isi = base64.b64encode(berkas.read()).decode()
    except OSError:
        return ""
    return f"data:{tulisan.gambar_mime};base64,{isi}"


def edisi(edisi, tulisan):
    """PDF bytes of an EdisiKorpri with its [TulisanKorpri]; raises PdfTidakAda."""
    if not tulisan:
        raise PdfTidakAda("Semua tulisan edisi ini sudah ditarik.")
    try:
        from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - only this needs Pango

        huruf, lembar = gaya("css/abdi-negara-cetak.css")
    except (ImportError, OSError) as galat:
        raise PdfTidakAda(TANPA_PDF) from galat
    isi = [
        (t, _gambar(t), [a for a in t.isi.replace("\r", "").split("\n\n") if a.strip()])
        for t in tulisan[:PALING_BANYAK]
    ]
    html = render_to_string("kesejahteraan/korpri/edisi_cetak.html", {"edisi": edisi, "tulisan": isi})
    return dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)
