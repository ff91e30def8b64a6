"""Bidang isian jabatan dan unit kerja: kode atau nama, dengan saran saat mengetik (``pengadaan:kebutuhan_saran``)."""

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from kepegawaian.models import Jabatan, UnitKerja

SARAN = 15


class IsianSaran(forms.TextInput):
    """A text input with a datalist the server fills while one types; without JavaScript one types the whole name."""

    def __init__(self, jenis):
        super().__init__(attrs={"autocomplete": "off", "class": "form-control"})
        self.jenis = jenis

    def render(self, name, value, attrs=None, renderer=None):
        """The input, with its datalist behind it."""
        attrs = dict(attrs or {})
        kunci = f"{attrs.get('id', 'id_' + name)}-saran"
        attrs |= {
            "list": kunci, "hx-get": f"{reverse('pengadaan:kebutuhan_saran', args=[self.jenis])}?dari={name}",
            "hx-trigger": "input changed delay:300ms", "hx-target": f"#{kunci}", "hx-swap": "innerHTML", "hx-include": "this",
        }  # fmt: skip
        return format_html('{}<datalist id="{}"></datalist>', super().render(name, value, attrs, renderer), kunci)


def pilihan(daftar):
    """``<option>`` elements of (value, text)."""
    return format_html_join("", '<option value="{}">{}</option>', daftar)


def _cocok(teks):
    return Q(nama__icontains=teks) | Q(kode__istartswith=teks)


def saran(jenis, teks, unit_ids=None):
    """Up to ``SARAN`` (kode, name) for what is typed, of units he may write for; nothing below three letters."""
    teks = (teks or "").strip()
    if len(teks) < 3:
        return []
    if jenis == "jabatan":
        return [(j.kode, f"{j.nama} ({j.get_jenis_display().lower()})")
                for j in Jabatan.objects.filter(_cocok(teks), berlaku_sampai=None)[:SARAN]]  # fmt: skip
    unit = UnitKerja.objects.berlaku(timezone.localdate()).filter(_cocok(teks))
    if unit_ids is not None:
        unit = unit.filter(pk__in=unit_ids)
    return [
        (u.kode, f"{u.nama} ({u.induk.nama})" if u.induk else u.nama) for u in unit.select_related("induk")[:SARAN]
    ]


class DaftarField(forms.CharField):
    """A row of a reference table, typed as kode or as its whole name."""

    sebutan, jenis = "", ""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", IsianSaran(self.jenis))
        super().__init__(max_length=200, **kwargs)

    def daftar(self):
        """The rows to choose from."""
        raise NotImplementedError

    def clean(self, value):
        """The row; ValidationError that names what it may mean when it means more than one."""
        teks = super().clean(value)
        if not teks:
            return None
        ada = list(self.daftar().filter(Q(kode__iexact=teks) | Q(nama__iexact=teks))[:2])
        if len(ada) == 1:
            return ada[0]
        mungkin = ada or list(self.daftar().filter(nama__icontains=teks)[:5])
        if not ada and len(mungkin) == 1:
            return mungkin[0]
        contoh = "; ".join(f"{x.kode} ({x.nama})" for x in mungkin)
        kalimat = (
            f"Tulis kode {self.sebutan}nya: {contoh}." if contoh else f"{self.sebutan.capitalize()} tidak dikenal."
        )
        raise forms.ValidationError(kalimat)


class JabatanField(DaftarField):
    """Any post that exists today."""

    sebutan, jenis = "jabatan", "jabatan"

    def daftar(self):
        """Posts without an end."""
        return Jabatan.objects.filter(berlaku_sampai=None).select_related("unit", "eselon")


class UnitField(DaftarField):
    """A unit that exists today."""

    sebutan, jenis = "unit", "unit"

    def daftar(self):
        """Living units."""
        return UnitKerja.objects.berlaku(timezone.localdate())
