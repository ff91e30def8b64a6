"""Filters of the pension pages."""

from django import template

from pensiun import manfaat

register = template.Library()
register.filter("angka_baris", manfaat.tulis_angka)
