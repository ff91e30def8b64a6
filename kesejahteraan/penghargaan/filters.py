"""Saringan ruang kerja Satyalancana: kelas, syarat yang kurang, OPD, nama, status; semuanya dalam URL."""

import django_filters
from django import forms
from django.db.models import F

from kepegawaian.filters import PilihRingkas, cari_orang
from kesejahteraan.penghargaan.models import KelayakanSlks
from layanan import katalog
from layanan.models import Usulan

URUT = {
    "nama": (F("pegawai__kini__nama"), F("pegawai__kini__nip")),
    "masa": (F("masa_bulan"), F("pegawai__kini__nama")),
}


def syarat():
    """Conditions of the layanan."""
    return katalog.ambil("satyalancana").syarat


def rahasia():
    """Codes of conditions whose answer only the BKD reads."""
    return {s.kode for s in syarat() if s.rahasia}


class _Saring(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Nama atau NIP", method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )  # fmt: skip
    kelas = django_filters.ChoiceFilter(
        label="Kelas",
        choices=KelayakanSlks.KELAS,
        empty_label="Semua kelas",
        method="saring_kelas",
        widget=PilihRingkas,
    )
    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="pegawai__kini__opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    urutan = URUT

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        unit = request.acuan.unit.values()
        opd = sorted(((str(u.id), u.nama) for u in unit if u.jenis == "opd"), key=lambda o: o[1])
        self.form.fields["opd"].choices = [("", "Semua OPD"), *opd]

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="pegawai__kini__nama", nip="pegawai__kini__nip"))

    def saring_kelas(self, queryset, _nama, nilai):
        """By class."""
        return queryset.filter(kelas=nilai)

    @property
    def qs(self):
        """In the order asked for; nothing when a filter is nonsense."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = self.urutan.get(urut.removeprefix("-"), URUT["nama"])
        pertama = kolom[0].desc(nulls_last=True) if urut.startswith("-") else kolom[0].asc(nulls_last=True)
        return hasil.order_by(pertama, *kolom[1:], "pk")


class KelayakanFilter(_Saring):
    """Of those who are, or nearly are, eligible."""

    kurang = django_filters.ChoiceFilter(
        label="Syarat yang kurang",
        choices=(),
        method="saring_kurang",
        empty_label="Syarat apa pun",
        widget=PilihRingkas,
    )
    usul = django_filters.ChoiceFilter(
        label="Usulan", choices=[("belum", "Belum diusulkan"), ("sudah", "Sudah diusulkan")], method="saring_usul",
        empty_label="Diusulkan atau belum", widget=PilihRingkas,
    )  # fmt: skip

    class Meta:
        model = KelayakanSlks
        fields = ("kelas",)

    def __init__(self, data, queryset, *, request, buka):
        super().__init__(data, queryset, request=request)
        tutup = set() if buka else rahasia()
        pilihan = [(s.kode, f"{s.kode} · {s.uraian}") for s in syarat() if s.kode not in tutup]
        self.form.fields["kurang"].choices = [("", "Syarat apa pun"), *pilihan]

    def saring_kurang(self, queryset, _nama, nilai):
        """Whom this condition fails or needs looking at."""
        return queryset.filter(kurang__contains=[[nilai]])

    def saring_usul(self, queryset, _nama, nilai):
        """With or without a usulan of this period."""
        return queryset.filter(diusulkan=nilai == "sudah")


class UsulanFilter(_Saring):
    """Of the usulan of one period."""

    status = django_filters.ChoiceFilter(
        label="Status", choices=Usulan.STATUS, empty_label="Semua status", widget=PilihRingkas
    )
    langkah = django_filters.ChoiceFilter(
        label="Langkah", choices=(), field_name="langkah_kini__kode", empty_label="Semua langkah", widget=PilihRingkas
    )
    urutan = {"nama": URUT["nama"]}

    class Meta:
        model = Usulan
        fields = ("status",)

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        semua = [(s.kode, s.nama) for s in katalog.ambil("satyalancana").alur]
        self.form.fields["langkah"].choices = [("", "Semua langkah"), *semua]

    def saring_kelas(self, queryset, _nama, nilai):
        """By the class asked for."""
        return queryset.filter(isian__kelas=nilai)
