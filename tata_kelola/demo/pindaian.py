"""Pindaian: a drawn sheet of paper as an image PDF, standing in for what a scanner would give."""

import functools
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

LEBAR, TINGGI = 827, 1169  # A4 at 100 dpi


_huruf = functools.cache(ImageFont.load_default)  # read from disk once, not for each of some thousand sheets


def pindaian(judul, *baris, tanda_tangan=""):
    """An uploaded PDF of one page with a title, lines, and a scribble over the name of the signer."""
    lembar = Image.new("L", (LEBAR, TINGGI), 252)
    pena = ImageDraw.Draw(lembar)
    besar, biasa = _huruf(26), _huruf(18)
    pena.text((80, 90), judul.upper(), fill=40, font=besar)
    pena.line((80, 130, LEBAR - 80, 130), fill=60, width=3)
    for i, teks in enumerate(baris):
        pena.text((80, 170 + i * 34), teks, fill=50, font=biasa)
    if tanda_tangan:
        atas = TINGGI - 330
        titik = [(470 + i * 9, atas + (i * 37) % 60) for i in range(22)]
        pena.line(titik, fill=30, width=3, joint="curve")
        pena.text((470, atas + 90), tanda_tangan, fill=40, font=biasa)
    pena.text((80, TINGGI - 90), "Contoh rekaan; bukan dokumen sungguhan.", fill=150, font=biasa)
    keluar = io.BytesIO()
    lembar.save(keluar, "PDF", resolution=100)
    return SimpleUploadedFile("pindaian.pdf", keluar.getvalue(), content_type="application/pdf")
