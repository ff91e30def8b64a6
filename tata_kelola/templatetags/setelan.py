"""Nilai setelan untuk dibaca: ``{% load setelan %}`` lalu ``{% nilai_setelan nilai %}``."""

from django import template
from django.utils.html import format_html, format_html_join

from kepegawaian.templatetags.portal import angka

register = template.Library()


def _tulis(nilai):
    """A JSON value in words."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, (int, float)):
        return angka(nilai)
    if isinstance(nilai, dict):
        return ", ".join(f"{kunci}: {_tulis(isi)}" for kunci, isi in nilai.items())
    if isinstance(nilai, list):
        return "; ".join(_tulis(isi) for isi in nilai)
    return str(nilai)


@register.simple_tag
def nilai_setelan(nilai):
    """A value: scalars as they are, lists and pairs one to a line."""
    if isinstance(nilai, dict) and nilai:
        baris = [f"{kunci}: {_tulis(isi)}" for kunci, isi in nilai.items()]
    elif isinstance(nilai, list) and nilai:
        baris = [_tulis(isi) for isi in nilai]
    else:
        return format_html('<span class="nilai">{}</span>', _tulis(nilai))
    return format_html('<span class="nilai">{}</span>', format_html_join("\n", "{}", ((b,) for b in baris)))


@register.filter
def split_kata(teks):
    """Words of a text, for short fixed lists in a template."""
    return teks.split()
