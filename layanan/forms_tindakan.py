"""Formulir perubahan, pencabutan, dan pembatalan naskah; the naskah itself is a hidden answer, checked against its person."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from layanan import aturan, balik


class Tanggal(forms.DateInput):
    """The browser's date field; its value is ISO, also when it comes from the initial values."""

    def __init__(self):
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class FormTindakan(forms.Form):
    """What all three acts ask: which naskah, the reason of the law, its explanation, when it was found."""

    JENIS = ""

    naskah = forms.IntegerField(widget=forms.HiddenInput)
    alasan = forms.ChoiceField(label="Alasan menurut undang-undang")
    uraian = forms.CharField(
        label="Uraian alasan", max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dicetak pada konsiderans Menimbang, sesudah kata “yaitu”.",
    )  # fmt: skip
    ditemukan = forms.DateField(
        label="Alasan ditemukan tanggal", widget=Tanggal(),
        help_text="Keputusannya ditetapkan paling lama lima hari kerja sejak tanggal ini (UU 30/2014).",
    )  # fmt: skip
    tegaskan = forms.CharField(
        label="Penegasan bila ada naskah sejenis sesudahnya", max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Diisi hanya bila naskah sejenis sesudahnya tetap dibiarkan berdiri; sebut alasannya.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks, self.np = konteks, None
        pilihan = [(kode, kata.capitalize()) for kode, kata in aturan.ALASAN[self.JENIS].items()]
        self.fields["alasan"].choices = [("", "Pilih alasan"), *pilihan]
        self.fields["alasan"].help_text = f"{aturan.PASAL_ALASAN[self.JENIS]}."

    @property
    def helper(self):
        """Crispy helper over the fields that are asked: the page draws the form and its buttons."""
        helper = FormHelper(self)
        helper.form_tag, helper.disable_csrf = False, True
        return helper

    def clean_naskah(self):
        """A naskah of this very person, with a TMT."""
        pegawai = self.konteks.profil.pegawai_id if self.konteks else None
        self.np = balik.muat(self.cleaned_data["naskah"], pegawai)
        if self.np is None or self.np.tmt is None:
            raise forms.ValidationError("Naskah itu bukan naskah pegawai ini.")
        return self.np.naskah_id

    def clean_ditemukan(self):
        """Nothing is found tomorrow, nor before the naskah existed."""
        tanggal = self.cleaned_data["ditemukan"]
        if tanggal > timezone.localdate():
            raise forms.ValidationError("Tanggal itu belum tiba.")
        return tanggal


class FormPencabutan(FormTindakan):
    """Pencabutan: from which date on."""

    JENIS = aturan.CABUT
    tmt = forms.DateField(
        label="Dicabut terhitung mulai tanggal", widget=Tanggal(),
        help_text="Pada umumnya tanggal penetapan pencabutan. Keadaan sebelum tanggal ini tetap seperti tercatat.",
    )  # fmt: skip
    field_order = ("naskah", "alasan", "uraian", "ditemukan", "tmt", "tegaskan")


class FormPembatalan(FormTindakan):
    """Pembatalan: as if the naskah had never been, or ended by the new decree."""

    JENIS = aturan.BATAL
    CARA = [
        (aturan.SURUT, "Dianggap tidak pernah ada (UU 30/2014 Pasal 70 ayat (2); wajib bila cacat wewenang)"),
        (aturan.SEJAK, "Berakhir sejak keputusan pembatalan (UU 30/2014 Pasal 66 ayat (4) dan Pasal 71 ayat (2))"),
    ]
    cara = forms.ChoiceField(label="Akibat pembatalan", choices=CARA, widget=forms.RadioSelect)
    field_order = ("naskah", "alasan", "uraian", "ditemukan", "cara", "tegaskan")

    def clean(self):
        """The TMT follows from the kind of effect: that of the old naskah, or the day of the decision."""
        isi = super().clean()
        if self.np is not None and isi.get("cara"):
            hari_ini = self.konteks.tanggal if self.konteks else timezone.localdate()
            isi["tmt"] = self.np.tmt if isi["cara"] == aturan.SURUT else max(self.np.tmt, hari_ini)
        return isi


class FormPerubahan(FormTindakan):
    """Perubahan: the corrected values; only those the original layanan allows are asked."""

    JENIS = aturan.UBAH
    tmt = forms.DateField(label="TMT yang benar", widget=Tanggal())
    mkg_tahun = forms.IntegerField(label="Masa kerja golongan, tahun", min_value=0, max_value=60, required=False)
    mkg_bulan = forms.IntegerField(label="Masa kerja golongan, bulan", min_value=0, max_value=11, required=False)
    gaji_pokok = forms.IntegerField(label="Gaji pokok, rupiah sebulan", min_value=100_000, required=False)
    nomor_pertek = forms.CharField(label="Nomor pertimbangan teknis", max_length=100, required=False)
    tanggal_pertek = forms.DateField(label="Tanggal pertimbangan teknis", required=False, widget=Tanggal())
    sampai = forms.DateField(label="Hari terakhir yang benar", required=False, widget=Tanggal())
    upah = forms.IntegerField(label="Upah, rupiah sebulan", min_value=0, required=False)
    DIPERBAIKI = ("tmt", "sampai", "mkg_tahun", "mkg_bulan", "gaji_pokok", "upah", "nomor_pertek", "tanggal_pertek")
    field_order = ("naskah", "alasan", "uraian", "ditemukan", *DIPERBAIKI, "tegaskan")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        np = self._np_data()
        asal = balik.layanan_asal(np) if np else None
        for nama in set(self.DIPERBAIKI) - set(asal.dapat_diperbaiki if asal else ("tmt",)):
            del self.fields[nama]
        self.asal, self.semula = asal, np

    def _np_data(self):
        """The naskah named in the data or the initial values."""
        pegawai = self.konteks.profil.pegawai_id if self.konteks else None
        return balik.muat((self.data or self.initial).get("naskah"), pegawai)

    def clean(self):
        """The original layanan may refuse a corrected value by its own law."""
        isi = super().clean()
        if self.semula is not None and "tmt" not in self.fields:
            isi["tmt"] = self.semula.tmt
        if self.asal is not None and self.konteks is not None:
            for nama, kalimat in self.asal.galat_perbaikan(self.konteks.profil, isi, self.konteks.acuan).items():
                self.add_error(nama if nama in self.fields else None, kalimat)
        return isi

    def clean_tanggal_pertek(self):
        """Not ahead of today."""
        tanggal = self.cleaned_data["tanggal_pertek"]
        if tanggal and tanggal > timezone.localdate():
            raise forms.ValidationError("Tanggal itu belum tiba.")
        return tanggal
