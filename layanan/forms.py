"""Formulir perbuatan pada usulan; isian layanan sendiri ada pada berkas layanannya."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from kepegawaian.models import Halangan


class FormPerbuatan(forms.Form):
    """Base: carries the version the page showed; crispy without its own form tag."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def helper(self):
        """Crispy helper: fields only, the page draws the form and its buttons."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


class FormAjukan(FormPerbuatan):
    """Submission."""


class FormAjukanPengantar(FormPerbuatan):
    """Submission under a surat pengantar of the OPD; one letter may bring many usulan."""

    nomor = forms.CharField(label="Nomor surat pengantar OPD", max_length=100)
    tanggal = forms.DateField(label="Tanggal surat pengantar", widget=forms.DateInput(attrs={"type": "date"}))

    def clean_tanggal(self):
        """A letter is not dated tomorrow."""
        tanggal = self.cleaned_data["tanggal"]
        if tanggal > timezone.localdate():
            raise forms.ValidationError("Tanggal surat belum tiba.")
        return tanggal


class FormPengantarBanyak(forms.Form):
    """One letter for many drafts; its scan is attached to each that asks for it."""

    nomor = forms.CharField(label="Nomor surat pengantar OPD", max_length=100)
    tanggal = forms.DateField(label="Tanggal surat pengantar", widget=forms.DateInput(attrs={"type": "date"}))
    berkas = forms.FileField(
        label="Pindaian surat",
        required=False,
        help_text="PDF, JPG, atau PNG. Dipasang pada setiap usulan yang memintanya.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )
    clean_tanggal = FormAjukanPengantar.clean_tanggal


class FormSetujui(FormPerbuatan):
    """Approval with an optional note."""

    catatan = forms.CharField(
        label="Catatan", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


class FormKembalikan(FormPerbuatan):
    """Return: to whom, and what must be mended."""

    ke = forms.ChoiceField(label="Kembalikan kepada")
    alasan = forms.CharField(
        label="Apa yang harus diperbaiki",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kalimat ini dibaca pemohon. Sebut berkas atau isian yang dimaksud.",
    )

    def __init__(self, *args, usulan=None, langkah=None, **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = [("pemohon", "Pemohon")]
        if usulan is not None and langkah is not None:
            for r in usulan.rute:
                if r["kode"] == langkah.kode:
                    break
                pilihan.append((r["kode"], f"{r['nama']} ({r['alamat']['nama']})"))
        self.fields["ke"].choices = pilihan


class FormTolak(FormPerbuatan):
    """Refusal with reason and article."""

    alasan = forms.CharField(label="Alasan penolakan", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    pasal = forms.CharField(label="Dasar penolakan (peraturan dan pasal)", max_length=160)


class FormBatalkan(FormPerbuatan):
    """Withdrawal with a reason."""

    alasan = forms.CharField(label="Alasan pembatalan", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


class FormSahkan(FormPerbuatan):
    """The scan of the signed naskah."""

    berkas = forms.FileField(
        label="Pindaian naskah yang sudah ditandatangani",
        help_text="PDF, paling besar 5 MB. Semua halaman dalam satu berkas.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


class FormSahkanSurat(forms.Form):
    """The scan of a signed letter of a step; the usulan itself does not move, so no version."""

    berkas = FormSahkan.base_fields["berkas"]
    helper = FormPerbuatan.helper


def medan_sandi():
    """The passphrase of a certificate; never kept by browser or page."""
    return forms.CharField(
        label="Kata sandi sertifikat elektronik (passphrase)",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="Bukan kata sandi akun portal. Tidak disimpan: hanya dipakai untuk penandatanganan ini.",
    )


class FormTandaTangan(FormPerbuatan):
    """Electronic signature of one naskah."""

    sandi = medan_sandi()


class FormTandaTanganBanyak(forms.Form):
    """One passphrase for a batch; the rows carry their versions themselves."""

    sandi = medan_sandi()


class FormCocokkanUnggah(forms.Form):
    """The signed file as the signer keeps it."""

    berkas = forms.FileField(
        label="Berkas PDF bertanda tangan dari penanda tangan",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
        help_text="Diperiksa: harus naskah yang sama dengan tanda tangan yang utuh.",
    )


class FormCocokkanLepas(forms.Form):
    """How one made sure that nothing was signed."""

    alasan = forms.CharField(
        label="Bagaimana Anda memastikan naskah ini belum ditandatangani",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class FormBerkas(FormPerbuatan):
    """One document of the usulan."""

    berkas = forms.FileField(
        label="Berkas", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})
    )


class FormVerifikasi(forms.Form):
    """A file to compare with the registered one; nothing is kept."""

    berkas = forms.FileField(
        label="Berkas PDF yang Anda pegang", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"})
    )


class FormHalangan(forms.Form):
    """An absence of the official named by the page."""

    sejak = forms.DateField(label="Sejak tanggal", widget=forms.DateInput(attrs={"type": "date"}))
    sampai = forms.DateField(label="Sampai tanggal", widget=forms.DateInput(attrs={"type": "date"}))
    sebab = forms.ChoiceField(label="Sebab", choices=Halangan.SEBAB)
    keterangan = forms.CharField(label="Keterangan", required=False, max_length=200)

    def __init__(self, *args, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini

    def clean(self):
        """Both days in order, not over already, no longer than a year."""
        isi = super().clean()
        sejak, sampai = isi.get("sejak"), isi.get("sampai")
        if sejak and sampai:
            if sampai < sejak:
                self.add_error("sampai", "Tanggal akhir lebih dulu daripada tanggal mulai.")
            elif sampai < self.hari_ini:
                self.add_error("sampai", "Ketidakhadiran ini sudah lewat.")
            elif (sampai - sejak).days > 366:
                self.add_error("sampai", "Lebih dari setahun; catat sebagai riwayat kepegawaian, bukan di sini.")
        return isi


class FormPesanNomor(forms.Form):
    """A number for a paper decree made outside the portal."""

    klasifikasi = forms.ChoiceField(label="Deret nomor (klasifikasi)")
    perihal = forms.CharField(label="Perihal naskah", max_length=200)
    sebab = forms.CharField(
        label="Sebab dibuat di luar portal", max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, pilihan=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["klasifikasi"].choices = pilihan


class FormPakaiNomor(forms.Form):
    """The paper decree that bears a reserved number."""

    tanggal = forms.DateField(label="Tanggal naskah", widget=forms.DateInput(attrs={"type": "date"}))
    penetap = forms.CharField(label="Pejabat yang menetapkan", max_length=160)
    nip = forms.CharField(
        label="NIP yang bersangkutan",
        max_length=22,
        required=False,
        help_text="Kosongkan bila bukan tentang satu orang.",
    )
    berkas = forms.FileField(
        label="Pindaian naskah", help_text="PDF, paling besar 5 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )  # fmt: skip

    def clean_tanggal(self):
        """Not ahead of today."""
        tanggal = self.cleaned_data["tanggal"]
        if tanggal > timezone.localdate():
            raise forms.ValidationError("Tanggal naskah belum tiba.")
        return tanggal

    def clean_nip(self):
        """Without the spaces it is written with."""
        return "".join(self.cleaned_data["nip"].split())


class FormBatalNomor(forms.Form):
    """Why a reserved number falls."""

    sebab = forms.CharField(label="Sebab pembatalan", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
