"""Formulir penggajian: mencari gaji pokok, dan tanggal yang dilihat."""

from django import forms

from kepegawaian.forms import Formulir, tanggal


class GajiForm(Formulir):
    """Which cell of which table: golongan, masa kerja golongan, and the day of the payment."""

    golongan = forms.ChoiceField(label="Golongan")
    mkg_tahun = forms.IntegerField(
        label="Masa kerja golongan, tahun", min_value=0, max_value=60,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    mkg_bulan = forms.IntegerField(
        label="bulan", min_value=0, max_value=11, required=False,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    tanggal = tanggal("Gaji bulan dari tanggal")

    def __init__(self, *args, acuan, **kwargs):
        super().__init__(*args, **kwargs)
        jenis = {"PNS": [], "PPPK": []}
        for g in acuan.daftar_golongan.values():
            jenis[g.jenis].append((g.kode, f"{g.kode} {g.pangkat}".strip()))
        self.fields["golongan"].choices = list(jenis.items())
