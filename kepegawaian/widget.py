"""Bidang isian di atas daftar, digambar sekali jalan.

Django's own widgets render a template each, and one more for each option: some 150 above a list, on every page.
"""

from html import escape

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import mark_safe


class PilihRingkas(forms.Select):
    """A select drawn in one go; Django's own renders a template for each option, some 150 times above a list."""

    def render(self, name, value, attrs=None, renderer=None):
        """The select as HTML."""
        dipilih = set(self.format_value(value))
        opsi = "".join(
            f'<option value="{escape(str(kunci))}"{" selected" if str(kunci) in dipilih else ""}>{escape(str(nama))}</option>'
            for kunci, nama in self.choices
        )
        atribut = flatatt(self.build_attrs(self.attrs, (attrs or {}) | {"name": name}))
        return mark_safe(f"<select{atribut}>{opsi}</select>")  # noqa: S308 - keys and names are escaped one by one


class KetikRingkas(forms.TextInput):
    """A one-line input like ``asal``, drawn in one go."""

    def __init__(self, asal):
        super().__init__(asal.attrs)
        self.input_type, self.format_value = asal.input_type, asal.format_value

    def render(self, name, value, attrs=None, renderer=None):
        """The input as HTML."""
        tetap = {"type": self.input_type, "name": name}
        if (tulisan := self.format_value(value)) is not None:
            tetap["value"] = tulisan
        return mark_safe(f"<input{flatatt(tetap | self.build_attrs(self.attrs, attrs))}>")  # noqa: S308 - flatatt escapes


KETIK = (forms.TextInput, forms.NumberInput, forms.DateInput, forms.HiddenInput)


def gambar(bidang, attrs):
    """A bound field as HTML; a widget of Django's that is drawn in one go here looks the same."""
    widget = bidang.field.widget
    if type(widget) is forms.Select:
        return bidang.as_widget(PilihRingkas(widget.attrs, widget.choices), attrs)
    if type(widget) in KETIK and not bidang.field.localize:
        return bidang.as_widget(KetikRingkas(widget), attrs)
    return bidang.as_widget(attrs=attrs)
