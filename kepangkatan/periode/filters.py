"""Saringan ruang kerja periode: jenis KP, syarat yang kurang, golongan, OPD, nama; semuanya dalam URL."""

import django_filters
from django import forms
from django.db.models import Exists, F, OuterRef

from kepangkatan.models import KelayakanKP, PeriodeKP
from kepangkatan.periode.hitung import JENIS
from kepegawaian.filters import PilihRingkas, cari_orang
from layanan import katalog
from layanan.models import Usulan

URUT = {
    "nama": (F("pegawai__kini__nama"), F("pegawai__kini__nip")),
    "golongan": (F("pegawai__kini__golongan_urutan"), F("pegawai__kini__nama")),
}


def jenis_kp():
    """Every layanan of KP, also those nobody is eligible for by time: [(slug, nama)]."""
    return [(satu.slug, satu.nama) for satu in katalog.semua() if satu.slug.startswith("kp-")]


def rahasia():
    """Codes of conditions whose answer only the BKD reads."""
    return {s.kode for slug in JENIS for s in katalog.ambil(slug).syarat if s.rahasia}


def pilihan_syarat(buka):
    """[(kode, "KP-R02 · nama")] of the conditions a row may lack, as far as the reader may know of them."""
    tutup = set() if buka else rahasia()
    nama = {s.kode: s.uraian for slug in JENIS for s in katalog.ambil(slug).syarat}
    return [(k, f"{k} · {n}") for k, n in sorted(nama.items()) if k not in tutup]


def pada_periode(tmt):
    """The id of the period as a value: joined by its date, PostgreSQL expects seven rows where there are thousands."""
    return PeriodeKP.objects.filter(tmt=tmt).values("pk")[:1]


def kelayakan(hak, tmt, hasil):
    """Rows of one period in scope with these ``hasil``, and ``diusulkan``: does a usulan of that kind and TMT stand?"""
    ada = Usulan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"),
        layanan=OuterRef("layanan"),
        status__in=(*Usulan.BERJALAN, "selesai"),
        tmt=tmt,
    )
    baris = KelayakanKP.objects.filter(hak.lingkup("pegawai__kini__"), periode=pada_periode(tmt), hasil__in=hasil)
    return baris.annotate(diusulkan=Exists(ada)).select_related("pegawai__kini__jabatan")


class _Saring(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Nama atau NIP", method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )  # fmt: skip
    layanan = django_filters.ChoiceFilter(label="Jenis", choices=(), empty_label="Semua jenis", widget=PilihRingkas)
    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="pegawai__kini__opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )

    golongan = django_filters.ChoiceFilter(
        label="Golongan", choices=(), field_name="pegawai__kini__golongan_id", empty_label="Semua golongan",
        widget=PilihRingkas,
    )  # fmt: skip

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        pns = [(k, k) for k in request.acuan.daftar_golongan if "/" in k]  # PPPK know no KP
        self.form.fields["golongan"].choices = [("", "Semua golongan"), *pns]
        opd = sorted(
            ((str(u.id), u.nama) for u in request.acuan.unit.values() if u.jenis == "opd"), key=lambda o: o[1]
        )
        self.form.fields["opd"].choices = [("", "Semua OPD"), *opd]
        self.form.fields["layanan"].choices = [("", "Semua jenis"), *self.jenis()]

    @staticmethod
    def jenis():
        """Choices of the kind."""
        return [(slug, katalog.ambil(slug).nama) for slug in JENIS]

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="pegawai__kini__nama", nip="pegawai__kini__nip"))

    @property
    def qs(self):
        """In the order asked for; nothing when a filter is nonsense."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = URUT.get(urut.removeprefix("-"), URUT["nama"])
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
        model = KelayakanKP
        fields = ("layanan",)

    def __init__(self, data, queryset, *, request, buka):
        super().__init__(data, queryset, request=request)
        self.form.fields["kurang"].choices = [("", "Syarat apa pun"), *pilihan_syarat(buka)]

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
    bkn = django_filters.ChoiceFilter(
        label="Jawaban BKN", choices=[("ms", "MS"), ("bts", "BTS"), ("tms", "TMS"), ("tunggu", "Menunggu BKN")],
        method="saring_bkn", empty_label="Jawaban BKN apa pun", widget=PilihRingkas,
    )  # fmt: skip

    class Meta:
        model = Usulan
        fields = ("layanan", "status")

    @staticmethod
    def jenis():
        """All kinds of KP."""
        return jenis_kp()

    def saring_bkn(self, queryset, _nama, nilai):
        """By the last answer recorded, or those that wait for one."""
        if nilai == "tunggu":
            return queryset.filter(langkah_kini__kode="pertek")
        return queryset.filter(bkn=nilai)
