"""Formulir daftar resmi: minta, tetapkan, koreksi, keberatan, putusan. Lists filter through ``filters.py``."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from kepegawaian.models import DaftarResmi, KeberatanDaftar

TANGGAL = {"widget": forms.DateInput(attrs={"type": "date"})}


def _paragraf(label, **lain):
    return forms.CharField(label=label, max_length=600, widget=forms.Textarea(attrs={"rows": 3}), **lain)


class DaftarForm(forms.Form):
    """Which list, as of which day, of which OPD."""

    jenis = forms.ChoiceField(label="Daftar", choices=DaftarResmi.JENIS)
    per = forms.DateField(
        label="Keadaan tanggal", **TANGGAL,
        help_text="Boleh lampau atau mendatang. DUK menurut keadaan akhir Desember.",
    )  # fmt: skip
    unit = forms.TypedChoiceField(label="Perangkat daerah", coerce=int, empty_value=None, required=False)

    def __init__(self, *args, acuan, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini
        opd = sorted((u.nama, u.id) for u in acuan.unit.values() if u.jenis == "opd")
        self.fields["unit"].choices = [("", "Seluruh instansi"), *((i, nama) for nama, i in opd)]

    def clean_per(self):
        """Inside the years the portal knows anything of."""
        per = self.cleaned_data["per"]
        if not date(1980, 1, 1) <= per <= date(self.hari_ini.year + 10, 12, 31):
            raise ValidationError("Tanggal di luar jangkauan data portal.")
        return per


class TetapkanForm(forms.Form):
    """Number and day of the decision; of a DUK also when it is announced."""

    tanggal = forms.DateField(label="Tanggal penetapan", **TANGGAL)
    nomor = forms.CharField(label="Nomor", max_length=100, required=False, help_text="Bila daftar diberi nomor.")
    diumumkan = forms.DateField(
        label="Tanggal diumumkan", required=False, **TANGGAL,
        help_text="Masa keberatan dihitung sejak tanggal ini (PP 15/1979 Pasal 9-11).",
    )  # fmt: skip

    def __init__(self, *args, daftar, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.daftar, self.hari_ini = daftar, hari_ini
        if daftar.jenis != "duk":
            del self.fields["diumumkan"]

    def clean_tanggal(self):
        """Not ahead of today."""
        if self.cleaned_data["tanggal"] > self.hari_ini:
            raise ValidationError("Tanggal penetapan belum tiba.")
        return self.cleaned_data["tanggal"]

    def clean(self):
        """Announced once it is set, not before."""
        isi = super().clean()
        if isi.get("diumumkan") and isi.get("tanggal") and isi["diumumkan"] < isi["tanggal"]:
            self.add_error("diumumkan", "DUK diumumkan sesudah ditetapkan.")
        return isi


class KoreksiForm(forms.Form):
    """Why the list is made anew (DUK-04)."""

    alasan = forms.CharField(label="Alasan koreksi", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class KeberatanForm(forms.Form):
    """The objection of a PNS as it came through the line."""

    nip = forms.RegexField(r"^\d{18}$", label="NIP", error_messages={"invalid": "NIP harus 18 angka."})
    tanggal = forms.DateField(label="Tanggal keberatan", **TANGGAL)
    uraian = _paragraf("Isi keberatan", help_text="Nomor yang dikeberatkan dan alasannya.")

    def __init__(self, *args, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini

    def clean_tanggal(self):
        """Not ahead of today."""
        if self.cleaned_data["tanggal"] > self.hari_ini:
            raise ValidationError("Tanggal keberatan belum tiba.")
        return self.cleaned_data["tanggal"]


class PutusanForm(forms.Form):
    """The decision on an objection."""

    putusan = forms.ChoiceField(label="Putusan", choices=KeberatanDaftar.PUTUSAN, widget=forms.RadioSelect)
    tanggal = forms.DateField(label="Tanggal putusan", **TANGGAL)
    alasan = _paragraf("Pertimbangan")
