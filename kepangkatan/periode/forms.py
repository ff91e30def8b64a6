"""Formulir jawaban BKN bagi banyak usulan: daftarnya diperiksa dahulu, lalu direkam bersama satu pindaian surat."""

from django import forms


class DaftarJawabanForm(forms.Form):
    """The list; what it would record is shown before anything is."""

    daftar = forms.FileField(
        label="Daftar jawaban BKN",
        help_text="Excel atau csv, satu baris tiap pegawai: NIP, HASIL (MS, BTS, TMS), NOMOR PERTEK, TANGGAL PERTEK, "
        "CATATAN, DASAR TMS.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class RekamJawabanForm(forms.Form):
    """The list as it was shown, and the scan of BKN's letter, which every usulan answered MS keeps."""

    bawaan = forms.CharField(widget=forms.HiddenInput)
    berkas = forms.FileField(
        label="Pindaian surat pertimbangan teknis", required=False,
        help_text="PDF, JPG, atau PNG. Dilampirkan pada tiap usulan yang MS.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip

    def __init__(self, *args, ms=False, **kwargs):
        """``ms``: the list holds an MS, whose letter must be there."""
        super().__init__(*args, **kwargs)
        if ms:
            self.fields["berkas"].required = True
        else:
            del self.fields["berkas"]
