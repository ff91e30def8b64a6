"""Saringan daftar dan peta jabatan; everything stands in the URL, list and export use the same one."""

from datetime import date

import django_filters
from django import forms

from kepegawaian.filters import PilihRingkas, cari_orang, cari_unit
from kepegawaian.models import Jabatan, ProfilKini, RiwayatStatus
from kepegawaian.views.kerangka import baca_tanggal


def opd_pilihan(hak, acuan):
    """OPD in scope, by name; a filter never names an OPD the reader sees nobody of."""
    unit = acuan.unit
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua:
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
    return sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])


def _teks(label):
    return forms.TextInput(attrs={"type": "search", "maxlength": 80, "placeholder": label})


class NominatifFilter(django_filters.FilterSet):
    """Name or NIP, OPD, unit with what is below it, status."""

    q = django_filters.CharFilter(label="Nama atau NIP", method="cari", widget=_teks("Nama atau NIP"))
    opd = django_filters.ChoiceFilter(
        label="OPD", choices=(), field_name="opd_id", empty_label="Semua OPD", widget=PilihRingkas
    )
    unit = django_filters.CharFilter(label="Unit kerja", method="saring_unit", widget=_teks("Unit kerja"))
    status = django_filters.ChoiceFilter(
        label="Status", choices=RiwayatStatus.STATUS, empty_label="Semua status", widget=PilihRingkas
    )

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request):
        super().__init__(data, queryset, request=request)
        self.acuan = request.acuan
        self.form.fields["opd"].choices = opd_pilihan(request.hak, request.acuan)

    def cari(self, queryset, nama, nilai):
        """Words of the name, or digits of the NIP."""
        return queryset.filter(cari_orang(nilai, nama="nama", nip="nip"))

    def saring_unit(self, queryset, nama, nilai):
        """The unit and everything below it."""
        return queryset.filter(unit_id__in=sorted(cari_unit(self.acuan, nilai)))


def baca_per(teks, hari_ini):
    """The day of ``?per=``; today when it is none, or lies outside the years the portal knows anything of."""
    per = baca_tanggal(teks) or hari_ini
    return per if date(1980, 1, 1) <= per <= date(hari_ini.year + 10, 12, 31) else hari_ini


TANPA_ESELON = "tanpa"


class JabatanForm(forms.Form):
    """Filter of posts: words of the name, OPD, kind or eselon, state, and the day. Never bound to an error: what is unknown
    is ignored, and a day the portal knows nothing of is today.
    """

    q = forms.CharField(label="Jabatan", required=False, widget=_teks("Nama jabatan"))
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    jenis = forms.ChoiceField(label="Jenis", required=False, widget=PilihRingkas)
    keadaan = forms.ChoiceField(label="Keadaan", required=False, widget=PilihRingkas)
    per = forms.DateField(label="Keadaan tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data, *, acuan, keadaan, hari_ini, awal="", eselon=False):
        isi = {k: data.get(k, "") for k in ("q", "opd", "jenis", "keadaan")}
        isi["keadaan"] = isi["keadaan"] if isi["keadaan"] in dict(keadaan) else awal
        self.hari_ini, self.hari = hari_ini, baca_per(data.get("per"), hari_ini)
        isi["per"] = self.hari.isoformat()
        super().__init__(isi)
        opd = sorted((u.nama, str(u.id)) for u in acuan.unit.values() if u.jenis == "opd")
        self.fields["opd"].choices = [("", "Semua OPD"), *((i, nama) for nama, i in opd)]
        jenis = Jabatan.JENIS
        if eselon:
            jenis = [*((k, f"Eselon {k}") for k in acuan.daftar_eselon), (TANPA_ESELON, "Tanpa eselon")]
        self.fields["jenis"].choices = [("", "Semua eselon" if eselon else "Semua jenis"), *jenis]
        self.fields["keadaan"].choices = list(keadaan)
        self.acuan = acuan
        self.full_clean()

    @property
    def lain_hari(self):
        """The day asked for when it is not today, else None."""
        return None if self.hari == self.hari_ini else self.hari

    @property
    def unit_ids(self):
        """Ids of the OPD chosen and what is below it, None for all."""
        opd = self.cleaned_data.get("opd")
        return None if not opd else self.acuan.turunan([int(opd)])

    def cocok(self, nama):
        """True when the name has all words asked for."""
        return all(k in nama.upper() for k in (self.cleaned_data.get("q") or "").upper().split())
