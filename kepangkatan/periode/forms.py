"""Formulir jawaban BKN bagi banyak usulan: satu daftar, satu pindaian surat."""

from django import forms


class JawabanForm(forms.Form):
    """The list, and the scan of BKN's letter, which every usulan answered MS keeps."""

    daftar = forms.FileField(
        label="Daftar jawaban BKN",
        help_text="Excel atau csv, satu baris tiap pegawai: NIP, HASIL (MS, BTS, TMS), NOMOR PERTEK, TANGGAL PERTEK, "
        "CATATAN, DASAR TMS.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    berkas = forms.FileField(
        label="Pindaian surat pertimbangan teknis", required=False,
        help_text="PDF, JPG, atau PNG. Wajib bila daftar memuat MS; dilampirkan pada tiap usulan yang MS.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip
