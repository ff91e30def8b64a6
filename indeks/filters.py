"""Saringan hasil indeks dan jatuh tempo; everything stands in the URL, list and export use the same one.

The queryset comes scoped from the view; a filter only narrows it. An unknown value gives an empty list.
"""

from datetime import date

import django_filters
from django import forms
from django.db.models import F

from indeks.models import LAYAK, HasilIndeks, JatuhTempo
from indeks.tabel import KATEGORI
from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import cari_orang
from kepegawaian.models import Jabatan

NAMA = (F("pegawai__kini__nama"), F("pegawai__kini__nip"))
TERUKUR, BELUM_TERUKUR = "terukur", "belum"
WAKTU = [("setahun", "12 bulan, mulai bulan ini"), ("lewat", "Sudah lewat"), ("semua", "Semua waktu")]


def opd_pilihan(hak, acuan):
    """OPD in scope, by name; a filter never names an OPD the reader sees nobody of."""
    unit = acuan.unit
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua:
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
    return sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])


class Saringan(django_filters.FilterSet):
    """What both lists share: name or NIP, OPD, kind of post, order."""

    URUT = {}
    BAWAAN = ()

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )
    opd = django_filters.ChoiceFilter(label="OPD", choices=(), method="saring_opd", empty_label="Semua OPD")
    jenis_jabatan = django_filters.ChoiceFilter(
        label="Jenis jabatan", choices=Jabatan.JENIS, empty_label="Semua jenis jabatan"
    )

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        opd = opd_pilihan(request.hak, request.acuan)
        self.form.fields["opd"].choices = [("", "Semua OPD"), *opd]
        if len(opd) < 2:
            self.form.fields["opd"].widget = forms.HiddenInput()

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="pegawai__kini__nama", nip="pegawai__nip"))

    def saring_opd(self, queryset, _nama, nilai):
        """One OPD, as it was on the night."""
        return queryset.filter(opd_id=nilai)

    @property
    def qs(self):
        """The filtered list in the asked order."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = self.URUT.get(urut.removeprefix("-"))
        if kolom is None:
            return hasil.order_by(*self.BAWAAN)
        if urut.startswith("-"):
            return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
        return hasil.order_by(kolom[0].asc(nulls_first=True), *kolom[1:])


class HasilFilter(Saringan):
    """q, OPD, kategori, jenis jabatan."""

    URUT = {"nama": NAMA, "total": (F("total"), *NAMA)}
    BAWAAN = NAMA

    kategori = django_filters.ChoiceFilter(
        label="Kategori",
        choices=[*((k, k) for k in KATEGORI), (TERUKUR, "Terukur"), (BELUM_TERUKUR, "Belum terukur")],
        method="saring_kategori",
        empty_label="Semua kategori",
    )

    class Meta:
        model = HasilIndeks
        fields = ()

    def saring_kategori(self, queryset, _nama, nilai):
        """One category, those who could be measured, or those who could not."""
        if nilai == TERUKUR:
            return queryset.filter(total__isnull=False)
        return queryset.filter(total__isnull=True) if nilai == BELUM_TERUKUR else queryset.filter(kategori=nilai)


class TempoFilter(Saringan):
    """jenis, bulan, waktu, q, OPD, jenis jabatan, keadaan syarat."""

    URUT = {"nama": NAMA, "tanggal": (F("tanggal"), *NAMA)}
    BAWAAN = (F("tanggal"), F("pegawai_id"))

    jenis = django_filters.ChoiceFilter(label="Jenis", choices=JatuhTempo.JENIS, widget=forms.HiddenInput)
    bulan = django_filters.CharFilter(
        label="Bulan",
        method="saring_bulan",
        widget=forms.TextInput(attrs={"type": "month", "placeholder": "2026-12", "maxlength": 7}),
    )
    layak = django_filters.ChoiceFilter(label="Syarat", choices=LAYAK, empty_label="Semua keadaan syarat")
    waktu = django_filters.ChoiceFilter(
        label="Waktu", choices=WAKTU, method="saring_waktu", empty_label="Mulai bulan ini"
    )

    class Meta:
        model = JatuhTempo
        fields = ()

    def __init__(self, data, queryset, *, request):
        data = data.copy()
        data.setdefault("jenis", "kgb")
        super().__init__(data, queryset, request=request)

    @property
    def bulan_dipilih(self):
        """First day of the month asked for, or None."""
        try:
            return date.fromisoformat(f"{self.data.get('bulan', '')}-01")
        except ValueError:
            return None

    @property
    def qs(self):
        """As the base; without a month or a word about time only what lies from this month on."""
        hasil = super().qs
        if self.data.get("bulan") or self.data.get("waktu"):
            return hasil
        return hasil.filter(tanggal__gte=self.request.hari_ini.replace(day=1))

    def saring_bulan(self, queryset, _nama, _nilai):
        """One month; what is no month gives nothing."""
        awal = self.bulan_dipilih
        if awal is None:
            return queryset.none()
        return queryset.filter(tanggal__gte=awal, tanggal__lt=tambah_bulan(awal, 1))

    def saring_waktu(self, queryset, _nama, nilai):
        """Only dates that have passed, those of twelve months from this one on, or all."""
        if nilai == "setahun":
            awal = self.request.hari_ini.replace(day=1)
            return queryset.filter(tanggal__gte=awal, tanggal__lt=tambah_bulan(awal, 12))
        return queryset.filter(tanggal__lt=self.request.hari_ini) if nilai == "lewat" else queryset
