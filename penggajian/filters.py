"""Saringan daftar penggajian; everything stands in the URL, list and export use the same one."""

import django_filters
from django import forms
from django.db.models import F

from kepegawaian.filters import PilihRingkas, cari_orang
from kepegawaian.models import ProfilKini, RiwayatGaji
from penggajian.models import HasilTpp

KEADAAN = [("belum", "Belum diusulkan"), ("proses", "Usulan berjalan"), ("terbit", "Surat terbit")]
JENIS = [("PNS", "PNS dan CPNS"), ("PPPK", "PPPK")]


def opd_pilihan(hak, acuan):
    """OPD in scope, by name; a filter never names an OPD the reader sees nobody of."""
    unit = acuan.unit
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua:
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
    return sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])


class KgbFilter(django_filters.FilterSet):
    """q, OPD, golongan, PNS or PPPK, state of the letter; over ProfilKini annotated with ``keadaan``."""

    URUT = {"nama": (F("nama"), F("nip")), "golongan": (F("golongan_urutan"), F("nama"))}

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )
    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    golongan = django_filters.ChoiceFilter(
        label="Golongan", choices=(), field_name="golongan_id", empty_label="Semua golongan", widget=PilihRingkas
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis", choices=JENIS, method="saring_jenis", empty_label="PNS dan PPPK"
    )
    keadaan = django_filters.ChoiceFilter(label="Surat", choices=KEADAAN, empty_label="Semua keadaan surat")

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        opd = opd_pilihan(request.hak, request.acuan)
        self.form.fields["opd"].choices = [("", "Semua OPD"), *opd]
        self.form.fields["golongan"].choices = [
            ("", "Semua golongan"),
            *((k, k) for k in request.acuan.daftar_golongan),
        ]
        if len(opd) < 2:
            self.form.fields["opd"].widget = forms.HiddenInput()

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="nama", nip="nip"))

    def saring_jenis(self, queryset, _nama, nilai):
        """PNS with CPNS, or PPPK."""
        return queryset.filter(status__in=("PNS", "CPNS") if nilai == "PNS" else ("PPPK",))

    @property
    def qs(self):
        """The filtered list in the asked order."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = self.URUT.get(urut.removeprefix("-"), self.URUT["nama"])
        if urut.startswith("-"):
            return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
        return hasil.order_by(kolom[0].asc(nulls_first=True), *kolom[1:])


class _Saring(django_filters.FilterSet):
    """What lists of rows of a pegawai share: name or NIP, the OPD of the reader's scope, and the order of ``URUT``."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
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

    @property
    def qs(self):
        """The filtered list in the asked order."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = self.URUT.get(urut.removeprefix("-"), self.URUT["nama"])
        if urut.startswith("-"):
            return hasil.order_by(kolom[0].desc(nulls_last=True), *kolom[1:])
        return hasil.order_by(kolom[0].asc(nulls_first=True), *kolom[1:])


class HasilTppFilter(_Saring):
    """q, OPD, keadaan; over HasilTpp in the scope of the reader."""

    URUT = {
        "nama": (F("pegawai__kini__nama"), F("pegawai__kini__nip")),
        "rupiah": (F("rupiah"), F("pegawai__kini__nama")),
        "kelas": (F("kelas"), F("pegawai__kini__nama")),
    }

    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    keadaan = django_filters.ChoiceFilter(label="Keadaan", choices=HasilTpp.KEADAAN, empty_label="Semua keadaan")

    class Meta:
        model = HasilTpp
        fields = ()


class PerubahanFilter(_Saring):
    """q, OPD, cause; over the changes of pay of a month: the RiwayatGaji, and what else stops or resumes pay.

    ``sebab``: further causes [(kode, nama)], each the kind of one source of ``penggajian.hentian``.
    """

    URUT = {"nama": ("nama", "nip"), "tmt": ("tanggal", "nama")}

    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="pegawai__kini__opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    jenis = django_filters.ChoiceFilter(label="Sebab", choices=RiwayatGaji.JENIS, empty_label="Semua sebab")

    class Meta:
        model = RiwayatGaji
        fields = ()

    def __init__(self, data, queryset, *, request, sebab=()):
        super().__init__(data, queryset, request=request)
        self.sebab = dict(sebab)
        self.form.fields["jenis"].choices = [("", "Semua sebab"), *RiwayatGaji.JENIS, *sebab]

    def saring(self, queryset, kode=""):
        """``queryset`` of a model with ``pegawai`` narrowed as the form says; ``kode``: its cause, "" for RiwayatGaji."""
        if not self.form.is_valid():
            return queryset.none()
        isi = self.form.cleaned_data
        jenis = isi.get("jenis") or ""
        if jenis and jenis != kode and (kode or jenis in self.sebab):
            return queryset.none()
        nama = ("q", "opd") if kode else ("q", "opd", "jenis")
        for n in nama:
            queryset = self.filters[n].filter(queryset, isi.get(n) or "")
        return queryset

    @property
    def urutan(self):
        """Columns of the order asked for."""
        urut = self.data.get("urut", "")
        kolom = self.URUT.get(urut.removeprefix("-"), self.URUT["nama"])
        return (f"-{kolom[0]}", *kolom[1:]) if urut.startswith("-") else kolom
