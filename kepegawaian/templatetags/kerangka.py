"""Menu samping, ditulis sekali jalan: an official has some fifty items on every page.

As template nodes they took a third of the time of a small page. What does not change from page to page is written once per
process.
"""

from functools import cache

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepegawaian.templatetags.portal import angka, ikon

register = template.Library()


@cache
def _butir(url, gambar, nama):
    """The fixed parts of an item, before and after what the page says of it."""
    return f'<li><a href="{escape(url)}"', f">{ikon(gambar)}<span>{escape(nama)}</span>"


def _satu(butir):
    depan, belakang = _butir(butir.url, butir.ikon, butir.nama)
    hitung = ""
    if butir.jumlah:
        hitung = f'<span class="hitung">{angka(butir.jumlah)}<span class="visually-hidden"> menunggu</span></span>'
    kini = ' aria-current="page"' if butir.aktif else ""
    return f"{depan}{kini}{belakang}{hitung}</a></li>"


@register.simple_tag
def isi_menu(menu):
    """The groups of ``menu_untuk`` as lists, each named by its heading; every part is escaped here."""
    hasil = []
    for nomor, kelompok in enumerate(menu, 1):
        if kelompok.nama:
            hasil.append(f'<p class="sisi-kelompok" id="menu-{nomor}">{escape(kelompok.nama)}</p>')
        hasil.append(f'<ul aria-labelledby="menu-{nomor}">' if kelompok.nama else "<ul>")
        hasil += map(_satu, kelompok.butir)
        hasil.append("</ul>")
    return mark_safe("".join(hasil))  # noqa: S308 - names and addresses are escaped above
