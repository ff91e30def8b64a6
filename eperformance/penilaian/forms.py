"""Formulir penilaian: satu baris layar, capaian organisasi, distribusi, pembetulan, masa perbaikan."""

from django import forms

from eperformance.aturan import RATING
from eperformance.models import MasaPerbaikan
from eperformance.models.penilaian import CAPAIAN

PILIHAN = [("", "–"), *RATING.items()]


class BarisForm(forms.Form):
    """One row of the screen; ``awal``: fingerprint of what the page showed."""

    hasil = forms.ChoiceField(choices=PILIHAN, required=False)
    perilaku = forms.ChoiceField(choices=PILIHAN, required=False)
    catatan = forms.CharField(max_length=1000, required=False)
    versi = forms.IntegerField(min_value=0)
    awal = forms.CharField(max_length=60, required=False)

    @classmethod
    def milik(cls, data, skp_id):
        """The form of the row of an SKP."""
        return cls(data, prefix=f"s{skp_id}")


class GantiForm(forms.Form):
    """A correction of a periodic evaluation."""

    hasil = forms.ChoiceField(label="Rating hasil kerja", choices=list(RATING.items()), widget=forms.RadioSelect)
    perilaku = forms.ChoiceField(label="Rating perilaku kerja", choices=list(RATING.items()), widget=forms.RadioSelect)
    alasan = forms.CharField(
        label="Mengapa dibetulkan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class CapaianForm(forms.Form):
    """What the pimpinan sets for one perangkat daerah in one time."""

    capaian = forms.ChoiceField(label="Capaian organisasi", choices=[("", "Pilih…"), *CAPAIAN])
    dasar = forms.CharField(
        label="Capaian kinerja yang mendasarinya", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tahunan: capaian Perjanjian Kinerja; bulanan atau triwulan: kemajuan rencana aksi.",
    )  # fmt: skip
    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DistribusiForm(forms.Form):
    """What the head confirms; ``jumlah``: the counts he saw, so that a change since is told."""

    alasan = forms.CharField(
        label="Alasan bila menyimpang dari pola", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ada aturan pola yang dilanggar, paling sedikit 20 huruf; tercetak pada penetapannya.",
    )  # fmt: skip
    jumlah = forms.JSONField(widget=forms.HiddenInput)


class PerbaikanForm(forms.Form):
    """The next step of a time to improve."""

    status = forms.ChoiceField(label="Langkah berikutnya", widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Dasar dan hasilnya", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya nomor berita acara, hasil evaluasi, atau nomor usulannya.",
    )  # fmt: skip

    def __init__(self, *args, langkah=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(k, dict(MasaPerbaikan.STATUS)[k]) for k in langkah]
