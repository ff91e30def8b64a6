"""Formulir unggah nilai IP ASN dari SIASN."""

from django import forms

from indeks.bkn.impor import TAHUN_PERTAMA


class BerkasForm(forms.Form):
    """A file of official values, and the year of rows that name none."""

    tahun = forms.IntegerField(label="Tahun pengukuran", help_text="Dipakai bagi baris tanpa kolom TAHUN.")
    file = forms.FileField(
        label="Berkas", widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text="xlsx atau csv dengan kolom NIP, KUALIFIKASI, KOMPETENSI, KINERJA, DISIPLIN, dan bila ada TAHUN, SUBTOTAL, "
        "KETERANGAN_…. Belum ada yang tersimpan sampai Anda menerapkannya.",
    )  # fmt: skip

    def __init__(self, *args, tahun_kini, **kwargs):
        super().__init__(*args, **kwargs)
        self.tahun_kini = tahun_kini
        self.fields["tahun"].initial = tahun_kini - 1

    def clean_tahun(self):
        """A year that has been measured."""
        tahun = self.cleaned_data["tahun"]
        if not TAHUN_PERTAMA <= tahun <= self.tahun_kini:
            raise forms.ValidationError(f"Tulis tahun {TAHUN_PERTAMA}–{self.tahun_kini}.")
        return tahun
