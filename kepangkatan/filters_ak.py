"""Saringan penertiban angka kredit: pejabat fungsional yang PAK-nya tertinggal, atau cukup angka kreditnya tetapi belum diusulkan.

The queryset comes scoped from the view; everything stands in the URL, list and export use the same filter.
"""

from datetime import date

import django_filters
from django import forms
from django.db.models import BooleanField, Case, DecimalField, Exists, F, Max, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from kepangkatan.aturan.fungsional import BULAN_JF
from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import PilihRingkas, cari_orang
from kepegawaian.models import Jabatan, ProfilKini, RiwayatAngkaKredit, TabelAngkaKredit
from layanan.models import Usulan

BELUM_PAK, NAIK_PANGKAT, NAIK_JENJANG = "pak", "pangkat", "jenjang"
KEADAAN = [
    (BELUM_PAK, "Belum ada PAK tahun penuh terakhir"),
    (NAIK_PANGKAT, "Cukup untuk naik pangkat, belum diusulkan"),
    (NAIK_JENJANG, "Cukup untuk naik jenjang, belum diusulkan"),
]
URUT = {"nama": (F("nama"), F("nip")), "sampai": (F("ak_sampai"), F("nama")), "ak": (F("ak_jumlah"), F("nama"))}


def akhir_tahun_penuh(hari_ini):
    """The last day of the last full year."""
    return date(hari_ini.year - 1, 12, 31)


def daftar_ak(hak, hari_ini):
    """ProfilKini of pejabat fungsional PNS in scope with ``ak_jumlah``, ``ak_sampai``, ``ak_pangkat``, ``ak_jenjang``.

    One query: sums of the present jenjang, the step of the table for the present golongan, running usulan; and for each
    kind of lapse whether it is his (``kurang_pak``, ``kurang_pangkat``, ``kurang_jenjang``), as the filter asks.
    """
    baris = RiwayatAngkaKredit.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), jenjang=OuterRef("jenjang"), dibatalkan_pada__isnull=True, tmt__lte=hari_ini
    ).order_by()
    angka = DecimalField(max_digits=8, decimal_places=2)
    tabel = TabelAngkaKredit.objects.filter(jenjang=OuterRef("jenjang"), berlaku_sejak__lte=hari_ini).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari_ini)
    )
    langkah = tabel.filter(golongan_dari=OuterRef("golongan")).order_by("-berlaku_sejak")
    daftar = ProfilKini.objects.filter(
        hak.lingkup(), aktif=True, status="PNS", jenis_jabatan="fungsional", jenjang__isnull=False
    ).annotate(
        ak_jumlah=Subquery(baris.values("pegawai_id").annotate(n=Sum("jumlah")).values("n"), output_field=angka),
        ak_sampai=Subquery(baris.values("pegawai_id").annotate(n=Max(Coalesce("sampai", "tmt"))).values("n")),
        ak_pangkat=Subquery(langkah.values("kumulatif")[:1], output_field=angka),
        ak_ganti=Subquery(langkah.values("ganti_jenjang")[:1]),
        ak_jenjang=Subquery(
            tabel.filter(kenaikan_jenjang__isnull=False).values("kenaikan_jenjang")[:1], output_field=angka
        ),
        berjalan=Exists(
            Usulan.objects.filter(
                pegawai_id=OuterRef("pegawai_id"), layanan__in=("kp-fungsional", "kenaikan-jenjang"),
                status__in=Usulan.BERJALAN,
            )
        ),
    )  # fmt: skip
    return daftar.annotate(**{f"kurang_{kode}": _benar(syarat(hari_ini)) for kode, syarat in SARING.items()})


def _benar(syarat):
    """The condition as a column that is true or false, never unknown."""
    return Case(When(syarat, then=Value(True)), default=Value(False), output_field=BooleanField())


def belum_pak(hari_ini):
    """No PAK that reaches the end of the last full year, though the jenjang was held all that year."""
    akhir = akhir_tahun_penuh(hari_ini)
    return Q(tmt_jabatan__lte=akhir.replace(month=1, day=1)) & (Q(ak_sampai__isnull=True) | Q(ak_sampai__lt=akhir))


def cukup_pangkat(hari_ini):
    """Credits for the next rank inside the jenjang, two years in rank, nothing running."""
    waktu = Q(tmt_pangkat__lte=tambah_bulan(hari_ini, -BULAN_JF))
    return Q(ak_jumlah__gte=F("ak_pangkat"), ak_ganti=False, berjalan=False) & waktu


def cukup_jenjang(hari_ini):
    """Credits for the next jenjang, nothing running."""
    return Q(ak_jumlah__gte=F("ak_jenjang"), berjalan=False)


SARING = {BELUM_PAK: belum_pak, NAIK_PANGKAT: cukup_pangkat, NAIK_JENJANG: cukup_jenjang}


class AngkaKreditFilter(django_filters.FilterSet):
    """Name or NIP, what has lapsed, jenjang, OPD, order."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan", choices=KEADAAN, method="saring_keadaan", empty_label="Semua yang perlu ditertibkan",
        widget=PilihRingkas,
    )  # fmt: skip
    jenjang = django_filters.ChoiceFilter(
        label="Jenjang", choices=Jabatan.JENJANG, empty_label="Semua jenjang", widget=PilihRingkas
    )
    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), method="saring_opd", empty_label="Semua OPD", widget=PilihRingkas
    )

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        unit = request.acuan.unit.values()
        opd = sorted(((str(u.id), u.nama) for u in unit if u.jenis == "opd"), key=lambda o: o[1])
        self.form.fields["opd"].choices = [("", "Semua OPD"), *opd]

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="nama", nip="nip"))

    def saring_keadaan(self, queryset, _nama, nilai):
        """One kind of lapse."""
        return queryset.filter(**{f"kurang_{nilai}": True})

    def saring_opd(self, queryset, _nama, nilai):
        """One OPD."""
        return queryset.filter(opd_id=nilai)

    @property
    def qs(self):
        """The filtered list in the asked order; without a choice everyone with any lapse."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        if self.form.is_valid() and not self.form.cleaned_data.get("keadaan"):
            semua = Q()
            for kode in SARING:
                semua |= Q(**{f"kurang_{kode}": True})
            hasil = hasil.filter(semua)
        urut = self.data.get("urut", "")
        kolom = URUT.get(urut.removeprefix("-"), URUT["nama"])
        if urut.startswith("-"):
            return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
        return hasil.order_by(kolom[0].asc(nulls_first=True), *kolom[1:])
