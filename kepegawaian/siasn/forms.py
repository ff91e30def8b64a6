"""Formulir dan saringan halaman SIASN."""

import django_filters
from django import forms
from django.db.models import Q

from kepegawaian.filters import _pilih, cari_orang
from kepegawaian.forms import Formulir, UnitField
from kepegawaian.models import BatchImpor, JawabanSiasn, KirimSiasn, UnitKerja
from kepegawaian.siasn import peta


class TokenForm(Formulir):
    """A token of SSO SIASN, pasted. Never shown again."""

    token = forms.CharField(
        label="Token SSO SIASN", max_length=8192, strip=True,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}),
        help_text="Isi “access_token” dari SSO SIASN. Disimpan tersandi sampai habis, tidak pernah ditampilkan lagi.",
    )  # fmt: skip


class AmbilForm(Formulir):
    """Whom to fetch, and which kinds."""

    unit = UnitField(queryset=UnitKerja.objects.none(), label="Unit", required=False, help_text="Kosongkan untuk semua pegawai aktif.")  # fmt: skip
    jenis = forms.MultipleChoiceField(label="Jenis data", widget=forms.CheckboxSelectMultiple, choices=())

    def __init__(self, *args, hari_ini, jenis, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = UnitKerja.objects.berlaku(hari_ini)
        self.fields["jenis"].choices = [(j.kode, j.nama) for j in jenis]


class KirimFilter(django_filters.FilterSet):
    """status, jenis, q."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}),
    )
    status = _pilih("Status", KirimSiasn.STATUS, "saring_status", kosong="Semua status")
    jenis = _pilih("Jenis", [(j.kode, j.nama) for j in peta.JENIS], "saring_jenis", kosong="Semua jenis")

    class Meta:
        model = KirimSiasn
        fields = ()

    def cari(self, queryset, _nama, nilai):
        """Name or NIP of the person."""
        return queryset.filter(cari_orang(nilai, nama="pegawai__kini__nama", nip="pegawai__nip"))

    def saring_status(self, queryset, _nama, nilai):
        """One status."""
        return queryset.filter(status=nilai)

    def saring_jenis(self, queryset, _nama, nilai):
        """One kind."""
        return queryset.filter(jenis=nilai)


class SelisihFilter(django_filters.FilterSet):
    """jenis, q; of the answers that differ from the portal."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}),
    )
    jenis = _pilih("Jenis", [(j.kode, j.nama) for j in peta.JENIS], "saring_jenis", kosong="Semua jenis")

    class Meta:
        model = JawabanSiasn
        fields = ()

    cari = KirimFilter.cari
    saring_jenis = KirimFilter.saring_jenis


class TerimaFilter(django_filters.FilterSet):
    """status, jenis, q; of the values that were taken over."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}),
    )
    status = _pilih("Keadaan", [("diterapkan", "Tercatat"), ("dibatalkan", "Dibatalkan")], "saring_status")
    jenis = _pilih("Jenis", [(j.kode, j.nama) for j in peta.JENIS], "saring_jenis", kosong="Semua jenis")

    class Meta:
        model = BatchImpor
        fields = ()

    cari = KirimFilter.cari
    saring_status = KirimFilter.saring_status

    def saring_jenis(self, queryset, _nama, nilai):
        """One kind."""
        return queryset.filter(ringkasan__jenis=nilai)


BERBEDA = Q(beda__gt=0) | Q(hanya_siasn__gt=0)
