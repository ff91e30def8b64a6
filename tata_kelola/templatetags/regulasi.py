"""Tautan ke halaman regulasi: ``{% load regulasi %}`` lalu ``{% tautan_dasar dasar %}`` atau ``{{ teks|tautan_teks }}``.

Links never ask the database: the address follows from the code of the regulation alone.
"""

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from tata_kelola.regulasi import SEBUTAN, jangkar, regulasi_slug

register = template.Library()


@register.filter
def url_regulasi(kode):
    """Address of the page of a regulation (``PP 99/2000``)."""
    return reverse("tata_kelola:regulasi_detail", args=[str(kode)]) if kode and regulasi_slug(str(kode)) else ""


@register.simple_tag
def tautan_dasar(dasar, kode_aturan=""):
    """A ``katalog.Dasar`` as a link to its regulation; with ``kode_aturan`` to that very rule on the page."""
    if not dasar or not dasar.peraturan:
        return ""
    alamat = url_regulasi(dasar.peraturan) + (f"#{jangkar(kode_aturan)}" if kode_aturan else "")
    return format_html('<a class="tautan-dasar" href="{}">{}</a>', alamat, dasar)


@register.filter
def tautan_teks(teks):
    """A free text in which every regulation named becomes a link."""
    hasil, akhir = [], 0
    teks = str(teks or "")
    for cocok in SEBUTAN.finditer(teks):
        hasil += [
            conditional_escape(teks[akhir : cocok.start()]),
            format_html('<a href="{}">{}</a>', url_regulasi(cocok.group()), cocok.group()),
        ]
        akhir = cocok.end()
    hasil.append(conditional_escape(teks[akhir:]))
    return mark_safe("".join(hasil))  # noqa: S308 - every part is escaped above


register.filter("jangkar", jangkar)
