"""Nilai setelan untuk dibaca: ``{% load setelan %}`` lalu ``{% nilai_setelan nilai %}``."""

from django import template
from django.utils.html import format_html, format_html_join

from kepegawaian.templatetags.portal import angka

register = template.Library()

# Keys in the order of the office, since jsonb keeps its own.
URUTAN = {
    k: i
    for i, k in enumerate(
        ["I", "II", "III", "IV", "V", "I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a"]
    )
}


def berurut(nilai):
    """Pairs of an object: golongan and eselon in their order, everything else as it is."""
    if all(k in URUTAN for k in nilai):
        return sorted(nilai.items(), key=lambda p: URUTAN[p[0]])
    return list(nilai.items())


def _tulis(nilai):
    """A JSON value in words."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, (int, float)):
        return angka(nilai)
    if isinstance(nilai, dict):
        return ", ".join(f"{kunci}: {_tulis(isi)}" for kunci, isi in berurut(nilai))
    if isinstance(nilai, list):
        return "; ".join(_tulis(isi) for isi in nilai)
    return str(nilai)


@register.simple_tag
def nilai_setelan(nilai):
    """A value: scalars as they are, lists and pairs one to a line."""
    if isinstance(nilai, dict) and nilai:
        baris = [f"{kunci}: {_tulis(isi)}" for kunci, isi in berurut(nilai)]
    elif isinstance(nilai, list) and nilai:
        baris = [_tulis(isi) for isi in nilai]
    else:
        return format_html('<span class="nilai">{}</span>', _tulis(nilai))
    return format_html('<span class="nilai">{}</span>', format_html_join("\n", "{}", ((b,) for b in baris)))


@register.filter
def butir_panduan(teks):
    """``jangkar:judul|jangkar:judul`` as pairs, for the contents of a guide."""
    return [satu.split(":", 1) for satu in teks.split("|")]


@register.filter
def split_kata(teks):
    """Words of a text, for short fixed lists in a template."""
    return teks.split()
