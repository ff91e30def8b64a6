"""Formulir peremajaan data: apa yang diperbarui, isinya yang baru, dan buktinya."""

import re

from django import forms
from django.utils import timezone

from indeks.kualitas.peremajaan import BENTUK, DATA, rapi


class PeremajaanForm(forms.Form):
    """One datum of oneself."""

    apa = forms.ChoiceField(label="Data yang diperbarui", choices=[(k, n) for k, (n, *_) in DATA.items()])
    nilai = forms.CharField(
        label="Isi yang baru", max_length=300, help_text="Seperti tertulis pada buktinya; spasi dan titik boleh ikut."
    )
    nomor_bukti = forms.CharField(
        label="Nomor bukti", max_length=100, required=False, help_text="Nomor surat atau kartu, bila ada."
    )
    tanggal_bukti = forms.DateField(
        label="Tanggal bukti",
        widget=forms.DateInput(attrs={"type": "date", "class": "lebar-tanggal"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tanggal_bukti(self):
        """Not of tomorrow."""
        hari = self.cleaned_data["tanggal_bukti"]
        if hari > timezone.localdate():
            raise forms.ValidationError("Tanggal itu belum tiba.")
        return hari

    def clean(self):
        """The form of its kind, told at the field."""
        isi = super().clean()
        apa = isi.get("apa")
        if apa and isi.get("nilai"):
            isi["nilai"] = rapi(apa, isi["nilai"])
            if not re.fullmatch(BENTUK[apa][0], isi["nilai"]):
                self.add_error("nilai", BENTUK[apa][1])
        return isi
