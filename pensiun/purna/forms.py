"""Formulir acara pelepasan purna tugas."""

from django import forms

from kepegawaian.aturan import tambah_bulan
from pensiun.purna.models import Pelepasan


def _tanggal(label, **lain):
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **lain)


class PelepasanForm(forms.ModelForm):
    """One ceremony: months whose pensioners it says farewell to, day, place, and the number of the letters."""

    tmt_dari = _tanggal("TMT pensiun dari", help_text="Tanggal 1 bulan pertama.")
    tmt_sampai = _tanggal("TMT pensiun sampai", help_text="Tanggal 1 bulan terakhir.")
    tanggal = _tanggal("Hari acara")
    tanggal_surat = _tanggal("Tanggal surat", required=False)

    class Meta:
        model = Pelepasan
        fields = ("nama", "tmt_dari", "tmt_sampai", "tanggal", "tempat", "nomor_surat", "tanggal_surat", "isi_surat")
        labels = {
            "nama": "Nama acara", "tempat": "Tempat", "nomor_surat": "Nomor surat ucapan terima kasih",
            "isi_surat": "Isi surat",
        }  # fmt: skip
        help_texts = {
            "nomor_surat": "Nomor dari tata usaha; dipakai pada surat dan piagam. Dapat diisi belakangan.",
            "isi_surat": "Satu paragraf satu baris kosong. {jabatan}, {masa_kerja}, dan {opd} diganti menurut orangnya.",
        }  # fmt: skip
        widgets = {"isi_surat": forms.Textarea(attrs={"rows": 7})}

    def clean_tmt_dari(self):
        """The first of a month."""
        return self._tanggal_satu("tmt_dari")

    def clean_tmt_sampai(self):
        """The first of a month."""
        return self._tanggal_satu("tmt_sampai")

    def _tanggal_satu(self, nama):
        if self.cleaned_data[nama].day != 1:
            raise forms.ValidationError("TMT pensiun selalu tanggal 1.")
        return self.cleaned_data[nama]

    def clean_isi_surat(self):
        """Only the words that are replaced may stand in braces."""
        teks = self.cleaned_data["isi_surat"]
        try:
            teks.format(jabatan="", masa_kerja="", opd="")
        except (KeyError, IndexError, ValueError):
            raise forms.ValidationError("Di dalam kurung kurawal hanya {jabatan}, {masa_kerja}, atau {opd}.") from None
        return teks

    def clean(self):
        """Months in order, at most a year."""
        isi = super().clean()
        dari, sampai = isi.get("tmt_dari"), isi.get("tmt_sampai")
        if dari and sampai and sampai < dari:
            self.add_error("tmt_sampai", "Bulan terakhir sebelum bulan pertama.")
        elif dari and sampai and sampai > tambah_bulan(dari, 11):
            self.add_error("tmt_sampai", "Paling banyak dua belas bulan dalam satu acara.")
        return isi
