"""Formulir putusan gaji: apa, mengapa, atas dasar apa."""

from django import forms
from django.core.exceptions import ValidationError

from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.forms import Formulir


class PutusanGajiForm(Formulir):
    """Base: every decision gives its reason."""

    alasan = forms.CharField(
        label="Alasan", max_length=300, min_length=10, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tersimpan bersama putusannya dan menjadi dasar perubahan gaji.",
    )  # fmt: skip


class HentiForm(PutusanGajiForm):
    """The month follows from the days, so only the reason is asked."""


class BayarForm(PutusanGajiForm):
    """The stop falls."""

    dasar = forms.CharField(
        label="Nomor dan tanggal putusan pemeriksaan", max_length=200, required=False,
        help_text="Kosongkan bila presensinya sudah dikoreksi sehingga tidak lagi sepuluh hari.",
    )  # fmt: skip


class SetorForm(PutusanGajiForm):
    """Pay that had gone out is returned: up to which month."""

    sampai = forms.DateField(label="Gaji sudah dibayar sampai bulan", widget=forms.Select)

    def __init__(self, *args, tmt, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["sampai", "alasan"])
        self.bulan, b = [], tmt
        while b <= hari_ini:
            self.bulan.append(b)
            b = tambah_bulan(b, 1)
        self.fields["sampai"].widget.choices = [(b.isoformat(), f"{NAMA_BULAN[b.month]} {b.year}") for b in self.bulan]

    def clean_sampai(self):
        """One of the months offered."""
        if self.cleaned_data["sampai"] not in self.bulan:
            raise ValidationError("Pilih salah satu bulan.")
        return self.cleaned_data["sampai"]
