"""Formulir pantau: berkas dari e-Kinerja BKN."""

from django import forms

JENIS = [("tahunan", "Predikat tahunan (skp22)"), ("periodik", "Predikat periodik (kinerjaperiodik)")]


class BerkasForm(forms.Form):
    """A file of BKN and what it holds."""

    jenis = forms.ChoiceField(label="Isi berkas", choices=JENIS)
    file = forms.FileField(
        label="Berkas", widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text="xlsx atau csv; kolom NIP dan kolom bernama seperti pada e-Kinerja BKN. Belum ada yang tersimpan sampai Anda menerapkannya.",
    )  # fmt: skip
