"""Saringan temuan kualitas data; semuanya dalam URL, dipakai halaman dan ekspornya."""

from datetime import timedelta

import django_filters
from django.db.models import F, Q

from indeks.filters import NAMA, Saringan
from indeks.kualitas import tabel
from indeks.kualitas.models import TemuanData

WAKTU = [("lewat", "Lewat tenggat"), ("belum", "Belum lewat tenggat")]


class TemuanFilter(Saringan):
    """kode, dimensi, waktu, q, OPD, jenis jabatan; the longest open first."""

    URUT = {"nama": NAMA, "sejak": (F("sejak"), *NAMA)}
    BAWAAN = (F("sejak"), *NAMA)

    kode = django_filters.ChoiceFilter(label="Indikator", choices=(), empty_label="Semua indikator")
    dimensi = django_filters.ChoiceFilter(
        label="Dimensi", choices=list(tabel.DIMENSI.items()), method="saring_dimensi", empty_label="Semua dimensi"
    )
    waktu = django_filters.ChoiceFilter(
        label="Tenggat", choices=WAKTU, method="saring_waktu", empty_label="Semua tenggat"
    )
    jenis_jabatan = None

    class Meta:
        model = TemuanData
        fields = ()

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        self.indikator = tabel.indikator(request.hari_ini)
        self.form.fields["kode"].choices = [
            ("", "Semua indikator"), *((k, f"{k} · {i.nama}") for k, i in self.indikator.items())
        ]  # fmt: skip

    def saring_dimensi(self, queryset, _nama, nilai):
        """One of the four."""
        return queryset.filter(kode__in=[k for k, i in self.indikator.items() if i.dimensi == nilai])

    def saring_waktu(self, queryset, _nama, nilai):
        """Past its deadline or not, by the days each indicator gives."""
        hari, lewat = self.request.hari_ini, Q(pk__in=())
        for kode, i in self.indikator.items():
            lewat |= Q(kode=kode, sejak__lt=hari - timedelta(days=i.tenggat_hari))
        return queryset.filter(lewat) if nilai == "lewat" else queryset.exclude(lewat)
