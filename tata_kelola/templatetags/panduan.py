"""Gambar panduan: ``{% gambar_panduan "asn-beranda" %}``."""

from django import template

from tata_kelola.gambar_panduan import GAMBAR, LEBAR, berkas

register = template.Library()


@register.inclusion_tag("tata_kelola/panduan/_gambar.html")
def gambar_panduan(kode):
    """A picture in the width of the reader's screen, with its caption."""
    (meja, tinggi), (telepon, tinggi_telepon) = LEBAR
    return {
        "alt": GAMBAR[kode].alt,
        "meja": berkas(kode, meja),
        "telepon": berkas(kode, telepon),
        "ukuran": (meja, tinggi),
        "ukuran_telepon": (telepon, tinggi_telepon),
    }
