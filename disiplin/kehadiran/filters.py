"""Saringan rekap presensi dan pelanggaran kehadiran; everything stands in the URL, list and export use the same one."""

import django_filters
from django import forms
from django.db.models import F

from disiplin.kehadiran import fakta
from kepegawaian.filters import PilihRingkas, cari_orang
from kepegawaian.models import ProfilKini, RekapKehadiran


def opd_pilihan(hak, acuan):
    """OPD in scope, by name; a filter never names an OPD the reader sees nobody of."""
    unit = acuan.unit
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua:
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
    return sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])


def unit_pilihan(hak, acuan, opd):
    """Units of an OPD in scope, by name; none while no OPD is chosen, a regency has a thousand."""
    dalam = (u for u in acuan.unit.values() if str(u.opd_id) == opd and (hak.lihat_semua or u.id in hak.unit_lingkup))
    return sorted(((str(u.id), u.nama) for u in dalam), key=lambda u: u[1])


class _Saring(django_filters.FilterSet):
    """Name or NIP, and the OPD of the reader's scope; the order of ``URUT``."""

    URUT: dict = {}
    AWAL = "nama"
    ORANG = ""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        self.opd = opd_pilihan(request.hak, request.acuan)
        self.form.fields["opd"].choices = [("", "Semua OPD"), *self.opd]
        if len(self.opd) < 2:
            self.form.fields["opd"].widget = forms.HiddenInput()

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama=f"{self.ORANG}nama", nip=f"{self.ORANG}nip"))

    @property
    def qs(self):
        """The filtered list in the asked order."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        if urut.removeprefix("-") not in self.URUT:
            urut = self.AWAL
        kolom = self.URUT[urut.removeprefix("-")]
        arah = kolom[0].desc(nulls_last=True) if urut.startswith("-") else kolom[0].asc(nulls_first=True)
        return hasil.order_by(arah, *kolom[1:])


class PresensiFilter(_Saring):
    """q, OPD and unit (with those below it); over the ProfilKini in scope."""

    URUT = {"nama": (F("nama"), F("nip"))}

    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    unit = django_filters.ChoiceFilter(
        label="Unit kerja", choices=(), method="saring_unit", empty_label="Semua unit", widget=PilihRingkas
    )

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request):
        opd = opd_pilihan(request.hak, request.acuan)
        unit = unit_pilihan(request.hak, request.acuan, opd[0][0] if len(opd) == 1 else data.get("opd", ""))
        if data.get("unit") and data["unit"] not in dict(unit):  # a unit of the OPD looked at before
            data = data.copy()
            del data["unit"]
        super().__init__(data, queryset, request=request)
        self.acuan = request.acuan
        self.form.fields["unit"].choices = [("", "Semua unit"), *unit]
        if len(unit) < 2:
            self.form.fields["unit"].widget = forms.HiddenInput()

    def saring_unit(self, queryset, _nama, nilai):
        """The unit and everything below it."""
        return queryset.filter(unit_id__salah_satu=self.acuan.turunan([int(nilai)]))


class PelanggaranFilter(_Saring):
    """q, OPD, type reached, how far it is handled; over ``fakta.capai``."""

    URUT = {
        "berat": (F("urutan"), F("jumlah"), F("pegawai__kini__nama")),
        "jumlah": (F("jumlah"), F("pegawai__kini__nama")),
        "nama": (F("pegawai__kini__nama"), F("pegawai__nip")),
    }
    AWAL = "-berat"
    ORANG = "pegawai__kini__"

    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="pegawai__kini__opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    kode = django_filters.ChoiceFilter(
        label="Ambang", choices=(), field_name="kode", empty_label="Semua ambang", widget=PilihRingkas
    )
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan", choices=fakta.KEADAAN, method="saring_keadaan", empty_label="Semua keadaan"
    )

    class Meta:
        model = RekapKehadiran
        fields = ()

    def __init__(self, data, queryset, *, request, jenis):
        super().__init__(data, queryset, request=request)
        self.form.fields["kode"].choices = [("", "Semua ambang"), *((k, f"{k} {n}") for k, n in jenis)]

    def saring_keadaan(self, queryset, _nama, nilai):
        """One of ``fakta.KEADAAN``."""
        return fakta.saring_keadaan(queryset, nilai)
