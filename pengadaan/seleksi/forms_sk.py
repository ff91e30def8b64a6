"""Isian layanan pengangkatan dan langkah-langkahnya: SK CPNS, SK PNS, SK PPPK, SPMT, sumpah."""

from django import forms

from kepegawaian.forms import tanggal as hari
from kepegawaian.models import ProfilKini


class _Form(forms.Form):
    """Base: the engine hands the Konteks over."""

    butuh_konteks = True

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """A first of the month."""
        tmt = self.cleaned_data["tmt"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT selalu tanggal 1.")
        return tmt


class SkCpnsForm(_Form):
    """TMT as in the NIP, and the bond the announcement asks for."""

    tmt = hari("TMT CPNS", help_text="Sama dengan tahun dan bulan pada NIP.")
    pengabdian_tahun = forms.IntegerField(
        label="Pernyataan pengabdian (tahun)", min_value=0, max_value=20, required=False,
        help_text="Menurut pengumuman seleksi; 0 bila tidak ada.",
    )  # fmt: skip


class SkPppkForm(_Form):
    """Term of the first contract, and the pay of a paruh waktu."""

    tmt = hari("Mulai perjanjian kerja")
    sampai = hari("Hari terakhir perjanjian kerja")
    upah = forms.IntegerField(
        label="Upah sebulan (rupiah)", min_value=0, max_value=50_000_000, required=False,
        help_text="Hanya bagi PPPK paruh waktu.",
    )  # fmt: skip

    def clean(self):
        """It ends after it begins."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("sampai") and isi["sampai"] < isi["tmt"]:
            self.add_error("sampai", "Hari terakhir mendahului hari mulai.")
        return isi


class SkPnsForm(_Form):
    """TMT, the health letter, and what is not on the record."""

    tmt = hari("TMT PNS")
    latsar = forms.ChoiceField(
        label="Pelatihan dasar", required=False, choices=[("", "Menurut riwayat diklatnya"), ("lulus", "Lulus, sertifikatnya dilampirkan")],
        help_text="Pilih yang kedua bila sertifikatnya belum tercatat pada riwayat.",
    )  # fmt: skip
    sehat = forms.ChoiceField(
        label="Surat keterangan sehat dokter pemerintah",
        choices=[("", "Belum ada"), ("ya", "Sehat jasmani dan rohani"), ("tidak", "Tidak sehat")], required=False,
    )  # fmt: skip
    nomor_sehat = forms.CharField(label="Nomor surat sehat", max_length=100, required=False)

    def clean(self):
        """A letter has a number."""
        isi = super().clean()
        if isi.get("sehat") and not isi.get("nomor_sehat"):
            self.add_error("nomor_sehat", "Isi nomor surat keterangan sehatnya.")
        return isi


class SpmtForm(_Form):
    """The day he begins to work; not before the TMT."""

    tanggal_spmt = hari("Tanggal mulai melaksanakan tugas")

    def clean_tanggal_spmt(self):
        """Not before the TMT of the SK."""
        mulai = self.cleaned_data["tanggal_spmt"]
        if self.konteks is not None and mulai < self.konteks.tanggal:
            raise forms.ValidationError("SPMT mendahului TMT.")
        return mulai


class JadwalSumpahForm(_Form):
    """When and where the oath will be taken."""

    tanggal = hari("Tanggal pengambilan sumpah/janji")
    pukul = forms.CharField(label="Pukul", max_length=20, initial="09.00 WIB")
    tempat = forms.CharField(label="Tempat", max_length=160)

    def clean_tanggal(self):
        """Not before the SK takes effect."""
        pada = self.cleaned_data["tanggal"]
        if self.konteks is not None and pada < self.konteks.tanggal:
            raise forms.ValidationError("Sumpah/janji mendahului TMT PNS.")
        return pada


class SumpahForm(_Form):
    """The oath as it was taken: day, place, rohaniwan, two witnesses."""

    tanggal_sumpah = hari("Tanggal sumpah/janji diambil")
    tempat = forms.CharField(label="Tempat", max_length=160)
    rohaniwan = forms.CharField(label="Rohaniwan", max_length=120, help_text="Menurut agama yang bersumpah.")
    saksi_1 = forms.CharField(label="Saksi pertama (NIP)", max_length=21)
    saksi_2 = forms.CharField(label="Saksi kedua (NIP)", max_length=21)

    def _saksi(self, nama):
        nip = "".join(self.cleaned_data[nama].split())
        if not ProfilKini.objects.filter(nip=nip, aktif=True, status="PNS").exists():
            raise forms.ValidationError("Tidak ada PNS aktif dengan NIP itu.")
        if self.konteks is not None and nip == self.konteks.profil.nip:
            raise forms.ValidationError("Saksi tidak boleh yang bersumpah sendiri.")
        return nip

    def clean_saksi_1(self):
        """An active PNS."""
        return self._saksi("saksi_1")

    def clean_saksi_2(self):
        """An active PNS, another one."""
        nip = self._saksi("saksi_2")
        if nip == self.cleaned_data.get("saksi_1"):
            raise forms.ValidationError("Saksi kedua harus orang lain.")
        return nip

    def clean_tanggal_sumpah(self):
        """Not before the SK takes effect."""
        pada = self.cleaned_data["tanggal_sumpah"]
        if self.konteks is not None and pada < self.konteks.tanggal:
            raise forms.ValidationError("Sumpah/janji mendahului TMT PNS.")
        return pada
