"""Kartu peserta dan daftar hadir ujian sebagai PDF A4, menurut peserta yang sudah ditetapkan.

No naskah: nothing is numbered, frozen or kept. WeasyPrint is loaded only when a PDF is asked for: the web starts without
Pango.
"""

from django.template.loader import render_to_string

from layanan.bahan_naskah import kop_kantor

TANPA_PDF = "PDF belum dapat dibuat: pustaka pencetak (Pango) tidak terpasang di server ini. Cetak dari peramban Anda."


SELEMBAR = 8  # cards


class PdfTidakAda(Exception):
    """No PDF, with the sentence for the reader: most often the library below WeasyPrint (Pango) is missing."""


def cetak(templat, ujian, peserta, *, acuan, hari_ini):
    """PDF bytes of ``templat`` for these peserta; raises PdfTidakAda.

    ``templat``: "kartu" (eight cards a page) or "hadir" (each room begins a page).
    """
    try:
        from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - only this needs Pango

        huruf, lembar = gaya("css/ujian-cetak.css")
    except (ImportError, OSError) as galat:
        raise PdfTidakAda(TANPA_PDF) from galat
    lembaran = [peserta[i : i + SELEMBAR] for i in range(0, len(peserta), SELEMBAR)]
    isi = {
        "satu": ujian,
        "peserta": peserta,
        "lembaran": lembaran,
        "kop": kop_kantor(acuan, hari_ini, ""),
        "dicetak": hari_ini,
    }
    html = render_to_string(f"kepangkatan/ujian/{templat}_cetak.html", isi)
    return dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)
