"""Saringan penertiban angka kredit: pejabat fungsional yang PAK-nya tertinggal, atau cukup angka kreditnya tetapi belum diusulkan.

The queryset comes scoped from the view; everything stands in the URL, list and export use the same filter.
"""

from datetime import date

import django_filters
from django import forms
from django.db.models import BooleanField, Case, DecimalField, Exists, F, Max, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from kepangkatan.aturan.fungsional import BULAN_JF
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import PilihRingkas, cari_orang
from kepegawaian.models import Jabatan, ProfilKini, RiwayatAngkaKredit
from layanan.models import Usulan

BELUM_PAK, NAIK_PANGKAT, NAIK_JENJANG = "pak", "pangkat", "jenjang"
KEADAAN = [
    (BELUM_PAK, "Belum ada PAK tahun penuh terakhir"),
    (NAIK_PANGKAT, "Cukup untuk naik pangkat, belum diusulkan"),
    (NAIK_JENJANG, "Cukup untuk naik jenjang, belum diusulkan"),
]
ANGKA = DecimalField(max_digits=8, decimal_places=2)
AKHIR = Coalesce("sampai", "tmt")
URUT = {"nama": (F("nama"), F("nip")), "sampai": (F("ak_sampai"), F("nama")), "ak": (F("ak_jumlah"), F("nama"))}


def akhir_tahun_penuh(hari_ini):
    """The last day of the last full year."""
    return date(hari_ini.year - 1, 12, 31)


def daftar_ak(hak, hari_ini):
    """ProfilKini of pejabat fungsional PNS in scope with ``ak_jumlah``, ``ak_sampai``, ``ak_pangkat``, ``ak_jenjang``.

    One query: sums of the present jenjang, the step of the table for the present golongan, running usulan; and for each
    kind of lapse whether it is his (``kurang_pak``, ``kurang_pangkat``, ``kurang_jenjang``). These columns are worked
    out for the rows that are shown; who has lapsed is found by ``tertinggal``, for all at once.
    """
    baris = _angka(hari_ini).filter(pegawai_id=OuterRef("pegawai_id"), jenjang=OuterRef("jenjang")).order_by()
    daftar = ProfilKini.objects.filter(
        hak.lingkup(), aktif=True, status="PNS", jenis_jabatan="fungsional", jenjang__isnull=False
    ).annotate(
        ak_jumlah=Subquery(baris.values("pegawai_id").annotate(n=Sum("jumlah")).values("n"), output_field=ANGKA),
        ak_sampai=Subquery(baris.values("pegawai_id").annotate(n=Max(AKHIR)).values("n")),
        ak_pangkat=_tabel(hari_ini, "kumulatif"),
        ak_ganti=_tabel(hari_ini, "ganti_jenjang"),
        ak_jenjang=_tabel(hari_ini, "kenaikan_jenjang"),
        berjalan=Exists(_berjalan(OuterRef("pegawai_id"))),
    )
    return daftar.annotate(**{f"kurang_{kode}": _benar(syarat(hari_ini)) for kode, syarat in SYARAT.items()})


def _angka(hari_ini):
    return RiwayatAngkaKredit.objects.filter(dibatalkan_pada__isnull=True, tmt__lte=hari_ini)


def _berjalan(pegawai):
    return Usulan.objects.filter(
        pegawai_id=pegawai, layanan__in=("kp-fungsional", "kenaikan-jenjang"), status__in=Usulan.BERJALAN
    )


def _tabel(hari_ini, kolom, awalan=""):
    """A column of the table of angka kredit for the jenjang and golongan under ``awalan``, as a CASE.

    What the next jenjang asks for belongs to the jenjang alone.
    """
    acuan, baris = acuan_kini(), {}
    for jenjang, golongan in acuan.daftar_ak:
        entri = acuan.langkah_ak(jenjang, golongan, hari_ini)
        nilai = getattr(entri.nilai, kolom) if entri else None
        if nilai is not None:
            baris[jenjang if kolom == "kenaikan_jenjang" else (jenjang, golongan)] = nilai
    if kolom == "kenaikan_jenjang":
        bila = [When(**{f"{awalan}jenjang": j}, then=Value(n)) for j, n in baris.items()]
    else:
        bila = [
            When(**{f"{awalan}jenjang": j, f"{awalan}golongan_id": g}, then=Value(n)) for (j, g), n in baris.items()
        ]
    return Case(*bila, default=None, output_field=BooleanField() if kolom == "ganti_jenjang" else ANGKA)


def _benar(syarat):
    """The condition as a column that is true or false, never unknown."""
    return Case(When(syarat, then=Value(True)), default=Value(False), output_field=BooleanField())


# Of one row with the columns of ``daftar_ak``.


def belum_pak(hari_ini):
    """No PAK that reaches the end of the last full year, though the jenjang was held all that year."""
    akhir = akhir_tahun_penuh(hari_ini)
    return _setahun(akhir) & (Q(ak_sampai__isnull=True) | Q(ak_sampai__lt=akhir))


def cukup_pangkat(hari_ini):
    """Credits for the next rank inside the jenjang, two years in rank, nothing running."""
    return Q(ak_jumlah__gte=F("ak_pangkat"), ak_ganti=False, berjalan=False) & _dua_tahun(hari_ini)


def cukup_jenjang(hari_ini):
    """Credits for the next jenjang, nothing running."""
    return Q(ak_jumlah__gte=F("ak_jenjang"), berjalan=False)


SYARAT = {BELUM_PAK: belum_pak, NAIK_PANGKAT: cukup_pangkat, NAIK_JENJANG: cukup_jenjang}


def _setahun(akhir):
    return Q(tmt_jabatan__lte=akhir.replace(month=1, day=1))


def _dua_tahun(hari_ini):
    return Q(tmt_pangkat__lte=tambah_bulan(hari_ini, -BULAN_JF))


def tertinggal(kode, hari_ini):
    """Q of ProfilKini: the same people as the column ``kurang_<kode>``, found by joins instead of row by row."""
    kini, akhir = "pegawai__kini__", akhir_tahun_penuh(hari_ini)
    sejenjang = _angka(hari_ini).filter(jenjang=F(f"{kini}jenjang")).order_by()
    if kode == BELUM_PAK:
        sampai = sejenjang.annotate(akhir=AKHIR).filter(akhir__gte=akhir)
        return _setahun(akhir) & ~Q(pk__in=sampai.values("pegawai_id"))
    kolom = "kumulatif" if kode == NAIK_PANGKAT else "kenaikan_jenjang"
    jumlah = sejenjang.values("pegawai_id", f"{kini}jenjang", f"{kini}golongan_id").annotate(n=Sum("jumlah"))
    cukup = jumlah.filter(n__gte=_tabel(hari_ini, kolom, kini)).values("pegawai_id")
    hasil = Q(pk__in=cukup) & ~Exists(_berjalan(OuterRef("pegawai_id")))
    return hasil & _dua_tahun(hari_ini) & Q(ak_ganti=False) if kode == NAIK_PANGKAT else hasil


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
        return queryset.filter(tertinggal(nilai, self.request.hari_ini))

    def saring_opd(self, queryset, _nama, nilai):
        """One OPD."""
        return queryset.filter(opd_id=nilai)

    @property
    def qs(self):
        """The filtered list in the asked order; without a choice everyone with any lapse."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        if self.form.is_valid() and not self.form.cleaned_data.get("keadaan"):
            semua = Q()
            for kode in SYARAT:
                semua |= tertinggal(kode, self.request.hari_ini)
            hasil = hasil.filter(semua)
        urut = self.data.get("urut", "")
        kolom = URUT.get(urut.removeprefix("-"), URUT["nama"])
        if urut.startswith("-"):
            return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
        return hasil.order_by(kolom[0].asc(nulls_first=True), *kolom[1:])
