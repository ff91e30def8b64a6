"""Formulir langkah yang merekam jawaban pihak luar: pertimbangan teknis BKN, dan SK yang dibuat di luar portal."""

from django import forms
from django.utils import timezone


def hari_lalu(tanggal, sebutan):
    """Refuses a date that lies ahead."""
    if tanggal and tanggal > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return tanggal


class PertekForm(forms.Form):
    """Pertimbangan teknis BKN: memenuhi syarat (number, date and scan compulsory), berkas tidak lengkap, or refused."""

    HASIL = [
        ("ms", "Memenuhi syarat (MS)"),
        ("bts", "Berkas tidak lengkap (BTS), dikembalikan untuk diperbaiki"),
        ("tms", "Tidak memenuhi syarat (TMS)"),
    ]
    hasil = forms.ChoiceField(label="Hasil pertimbangan teknis", choices=HASIL, widget=forms.RadioSelect)
    nomor_pertek = forms.CharField(
        label="Nomor pertek", max_length=100, required=False, help_text="Wajib bila memenuhi syarat."
    )
    tanggal_pertek = forms.DateField(
        label="Tanggal pertek", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Wajib bila memenuhi syarat.",
    )  # fmt: skip
    catatan = forms.CharField(
        label="Catatan BKN", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila berkas tidak lengkap atau tidak memenuhi syarat.",
    )  # fmt: skip
    dasar_tolak = forms.CharField(
        label="Dasar atau nomor surat penolakan", max_length=160, required=False,
        help_text="Wajib bila tidak memenuhi syarat; tampil pada usulan sebagai dasar penolakan.",
    )  # fmt: skip
    berkas = forms.FileField(
        label="Pindaian pertek", required=False, help_text="Wajib bila memenuhi syarat. PDF, JPG, atau PNG.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip

    def clean_tanggal_pertek(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_pertek"], "Tanggal pertek")

    def clean(self):
        """MS needs number, date and scan, the other answers need a note."""
        isi = super().clean()
        if isi.get("hasil") == "ms":
            if not isi.get("nomor_pertek"):
                self.add_error("nomor_pertek", "Nomor pertek BKN belum diisi.")
            if not isi.get("tanggal_pertek") and "tanggal_pertek" not in self.errors:
                self.add_error("tanggal_pertek", "Tanggal pertek BKN belum diisi.")
            if not isi.get("berkas") and "berkas" not in self.errors:
                self.add_error("berkas", "Pindaian pertek BKN belum diunggah.")
        elif isi.get("hasil") and not isi.get("catatan"):
            self.add_error("catatan", "Tulis catatan BKN agar dapat diperbaiki atau diketahui sebabnya.")
        return isi


class SkLuarForm(forms.Form):
    """SK made by Gubernur or Presiden: number, date, who set it, and the scan."""

    nomor_sk = forms.CharField(label="Nomor SK", max_length=100)
    tanggal_sk = forms.DateField(label="Tanggal SK", widget=forms.DateInput(attrs={"type": "date"}))
    pejabat = forms.CharField(label="Pejabat yang menetapkan", max_length=160)
    berkas = forms.FileField(label="Pindaian SK", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}))

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal SK")
