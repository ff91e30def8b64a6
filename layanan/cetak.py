"""Cetak: HTML dari data beku menjadi PDF/A-3 dengan lampiran JSON dan QR. Worker only (needs Pango).

Templates (``templates/naskah/``) print from the frozen data alone. Fonts and images come from disk; nothing
is fetched over the network. The same naskah gives the same bytes.
"""

import json
import os
from functools import cache
from pathlib import Path

import pydyf
import segno
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from layanan.tautan import tautan_verifikasi


class _DariDisk(URLFetcher):
    """Fetches only files of the project's own static folders."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if url.startswith("file://"):
            jalan = Path(url.removeprefix("file://")).resolve()
            if any(jalan.is_relative_to(akar) for akar in _akar()):
                return super().fetch(url, headers)
        raise ValueError("Naskah hanya boleh memakai berkas dari disk.")


@cache
def _akar():
    folder = [settings.BASE_DIR / "static", settings.NODE_MODULES, Path(settings.STATIC_ROOT)]
    return tuple(f.resolve() for f in folder)


def _berkas(nama):
    """Path of a static file: from the finders in development, from STATIC_ROOT where it was collected."""
    return Path(finders.find(nama) or Path(settings.STATIC_ROOT) / nama)


HURUF = {(400, "normal"): "arimo-latin-400-normal", (700, "normal"): "arimo-latin-700-normal",
         (400, "italic"): "arimo-latin-400-italic"}  # fmt: skip


@cache
def _lembar():
    """Font configuration and the sheets of decrees, made once per worker process."""
    konfigurasi = FontConfiguration()
    muka = "".join(
        f"@font-face{{font-family:Arimo;font-weight:{tebal};font-style:{gaya};"
        f"src:url('{_berkas(f'arimo/files/{nama}.woff2').as_uri()}')}}"
        for (tebal, gaya), nama in HURUF.items()
    )
    unduh = _DariDisk()
    lembar = [
        CSS(string=muka, font_config=konfigurasi, url_fetcher=unduh),
        CSS(filename=str(_berkas("css/cetak.css")), font_config=konfigurasi, url_fetcher=unduh),
    ]
    return konfigurasi, lembar


@cache
def gaya(*nama):
    """Font configuration and sheets of a paper that is no naskah and has its own CSS; made once per worker process.

    Of several sheets the later ones say what differs.
    """
    konfigurasi, lembar = _lembar()
    sendiri = [CSS(filename=str(_berkas(n)), font_config=konfigurasi, url_fetcher=_DariDisk()) for n in nama]
    return konfigurasi, [lembar[0], *sendiri]


def dokumen(isi):
    """A WeasyPrint document of this HTML that takes nothing but our own files."""
    return HTML(string=isi, base_url=str(settings.BASE_DIR / "static") + "/", url_fetcher=_DariDisk())


def qr(teks):
    """QR code of ``teks`` as an SVG data URI."""
    return segno.make(teks, error="m", micro=False).svg_data_uri(scale=4, border=1, omitsize=True)


def html_naskah(naskah, templat="", data=None):
    """The HTML of a naskah from its frozen data; of a petikan with the person's own ``data`` and ``templat``."""
    alamat = tautan_verifikasi(naskah)
    return render_to_string(
        templat or naskah.templat,
        {"n": naskah, "d": data or naskah.data, "qr": qr(alamat), "alamat_verifikasi": alamat},
    )


def pdf_konsep(isi):
    """PDF bytes of a konsep from its HTML: the same sheets and the watermark; nothing attached, no archive format."""
    konfigurasi, lembar = _lembar()
    air = CSS(filename=str(_berkas("css/cetak-konsep.css")), font_config=konfigurasi, url_fetcher=_DariDisk())
    dokumen = HTML(string=isi, base_url=str(settings.BASE_DIR / "static") + "/", url_fetcher=_DariDisk())
    return dokumen.write_pdf(stylesheets=[*lembar, air], font_config=konfigurasi)


def _sebut_sekali(dokumen, pdf):
    """WeasyPrint names the attachment twice among the associated files of the document; once is enough."""
    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def buat_pdf(naskah, *, templat="", data=None):
    """PDF/A-3a bytes of a naskah with its frozen data attached as JSON; ``templat`` and ``data`` for a petikan of it."""
    konfigurasi, lembar = _lembar()
    isi = json.dumps(data or naskah.data, ensure_ascii=False, sort_keys=True, indent=1).encode()
    lampiran = Attachment(
        string=isi, name="data-naskah.json", description="Data beku naskah", relationship="Data",
        created=naskah.dibuat_pada, modified=naskah.dibuat_pada,
    )  # fmt: skip
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    dokumen = HTML(
        string=html_naskah(naskah, templat, data),
        base_url=str(settings.BASE_DIR / "static") + "/",
        url_fetcher=_DariDisk(),
    )
    return dokumen.write_pdf(
        stylesheets=lembar, font_config=konfigurasi, pdf_variant="pdf/a-3a", attachments=[lampiran],
        pdf_identifier=naskah.token.encode(), finisher=_sebut_sekali,
    )  # fmt: skip
