"""Saringan daftar usulan dan kotak kerja; everything stands in the URL."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from kepegawaian.models import Naskah, UnitKerja
from layanan import katalog
from layanan.models import Usulan


def opd_pilihan(_request=None):
    """All OPD that exist, for filters."""
    return UnitKerja.objects.filter(jenis="opd", berlaku_sampai__isnull=True).order_by("nama")


class UsulanFilter(django_filters.FilterSet):
    """q (nama, NIP, nomor), layanan, status, OPD, terlambat."""

    q = django_filters.CharFilter(
        method="cari", label="Nama, NIP, atau nomor", widget=forms.TextInput(attrs={"type": "search"})
    )
    layanan = django_filters.ChoiceFilter(choices=katalog.pilihan, label="Layanan", empty_label="Semua layanan")
    status = django_filters.ChoiceFilter(choices=Usulan.STATUS, label="Status", empty_label="Semua status")
    opd = django_filters.ModelChoiceFilter(queryset=opd_pilihan, label="OPD", empty_label="Semua OPD")
    langkah = django_filters.CharFilter(field_name="langkah_kini__kode", widget=forms.HiddenInput, label="")
    terlambat = django_filters.BooleanFilter(
        method="saring_terlambat", label="Lewat waktu saja", widget=forms.CheckboxInput
    )
    urut = django_filters.OrderingFilter(
        fields=(
            ("dibuat_pada", "dibuat"),
            ("langkah_kini__batas", "batas"),
            ("pegawai__kini__nama", "nama"),
            ("tmt", "tmt"),
        ),
        label="Urutkan",
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Usulan
        fields = ("q", "layanan", "status", "opd", "langkah", "terlambat", "urut")

    def cari(self, queryset, _nama, nilai):
        """Name, NIP, or number of the usulan."""
        angka = "".join(nilai.split())
        syarat = Q(pegawai__kini__nama__icontains=nilai.strip()) | Q(nomor__iexact=angka)
        if angka.isdigit():
            syarat |= Q(pegawai__nip__startswith=angka)
        return queryset.filter(syarat)

    def saring_terlambat(self, queryset, _nama, nilai):
        """Only those past the deadline of their present step."""
        if not nilai:
            return queryset
        return queryset.filter(status="diproses", langkah_kini__batas__lt=timezone.localdate())


class KotakFilter(UsulanFilter):
    """The inbox: everything in it is in process, so no status is asked."""

    status = None

    class Meta(UsulanFilter.Meta):
        fields = ("q", "layanan", "opd", "langkah", "terlambat", "urut")


class NaskahFilter(django_filters.FilterSet):
    """q (nomor, perihal, nama, NIP), tahap, asal."""

    q = django_filters.CharFilter(
        method="cari", label="Nomor, nama, atau NIP", widget=forms.TextInput(attrs={"type": "search"})
    )
    tahap = django_filters.ChoiceFilter(choices=Naskah.TAHAP, label="Tahap", empty_label="Semua tahap")
    tinjau = django_filters.BooleanFilter(
        method="saring_tinjau", label="Perlu ditinjau saja", widget=forms.CheckboxInput
    )

    class Meta:
        model = Naskah
        fields = ("q", "tahap", "tinjau")

    def cari(self, queryset, _nama, nilai):
        """Number, or name or NIP of a person in it."""
        teks = nilai.strip()
        return queryset.filter(
            Q(nomor__icontains=teks) | Q(isi__pegawai__kini__nama__icontains=teks) | Q(isi__pegawai__nip=teks)
        ).distinct()

    def saring_tinjau(self, queryset, _nama, nilai):
        """Only those whose ground has changed since."""
        return queryset.exclude(isi__perlu_ditinjau="").distinct() if nilai else queryset
