"""Formulir angka kredit, kenaikan jenjang, peninjauan masa kerja, dan pencantuman gelar."""

from django import forms

from kepangkatan.aturan import angka_kredit as ak, masa_kerja
from kepangkatan.forms_khusus import IzinForm, kolom_tanggal
from kepegawaian.models import Jabatan, TingkatPendidikan
from layanan.forms_luar import hari_lalu


class PakForm(forms.Form):
    """One period of the performance and its predikat, prefilled with what is not counted yet."""

    dari = kolom_tanggal("Awal periode", bantuan="Tanggal 1 sebuah bulan.")
    sampai = kolom_tanggal("Akhir periode", bantuan="Hari terakhir sebuah bulan pada tahun yang sama.")
    predikat = forms.ChoiceField(label="Predikat kinerja", choices=[(p, p) for p in ak.PREDIKAT])

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_sampai(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["sampai"], "Akhir periode")

    def clean(self):
        """A period begins before it ends."""
        isi = super().clean()
        dari, sampai = isi.get("dari"), isi.get("sampai")
        if dari and sampai and sampai < dari:
            self.add_error("sampai", "Akhir periode mendahului awalnya.")
        return isi


class KenaikanJenjangForm(forms.Form):
    """TMT and the post of the next jenjang of the same JF."""

    tmt = kolom_tanggal("TMT jenjang baru", bantuan="Tanggal 1 sebuah bulan.")
    jabatan_tujuan = forms.TypedChoiceField(label="Jabatan pada jenjang berikutnya", coerce=int)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        pilihan = jabatan_berikut(konteks.profil, konteks.acuan, konteks.tanggal) if konteks else []
        kosong = [] if pilihan else [("", "Tidak ada jenjang berikutnya pada daftar jabatan")]
        self.fields["jabatan_tujuan"].choices = kosong + [(j.pk, j.nama) for j in pilihan]

    def clean_tmt(self):
        """The first of a month."""
        tmt = self.cleaned_data["tmt"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT jenjang baru jatuh pada tanggal 1.")
        return tmt


def jabatan_berikut(profil, acuan, tanggal):
    """Posts of the same JF at the next jenjang, by name."""
    berikut = ak.jenjang_berikut(acuan, profil.jenjang, tanggal) if profil.jenjang else ""
    if not (berikut and profil.nama_jf):
        return []
    semua = Jabatan.objects.filter(
        jenis="fungsional", jenjang=berikut, nama_jf=profil.nama_jf, berlaku_sampai__isnull=True
    )
    return list(semua.order_by("nama"))


class PmkForm(forms.Form):
    """Up to three spells with a private employer that is a badan hukum, and the TMT of the review."""

    tmt = kolom_tanggal("TMT masa kerja baru", bantuan="Tanggal 1 sebuah bulan.")
    badan_1 = forms.CharField(label="Badan hukum swasta pertama", max_length=60)
    mulai_1 = kolom_tanggal("Mulai bekerja")
    akhir_1 = kolom_tanggal("Hari kerja terakhir")
    badan_2 = forms.CharField(label="Badan hukum swasta kedua", max_length=60, required=False)
    mulai_2 = kolom_tanggal("Mulai bekerja (kedua)", wajib=False)
    akhir_2 = kolom_tanggal("Hari kerja terakhir (kedua)", wajib=False)
    badan_3 = forms.CharField(label="Badan hukum swasta ketiga", max_length=60, required=False)
    mulai_3 = kolom_tanggal("Mulai bekerja (ketiga)", wajib=False)
    akhir_3 = kolom_tanggal("Hari kerja terakhir (ketiga)", wajib=False)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """The first of a month."""
        tmt = self.cleaned_data["tmt"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT masa kerja baru jatuh pada tanggal 1.")
        return tmt

    def clean(self):
        """A spell is named, begins and ends; months recognised follow from all of them."""
        isi = super().clean()
        for i in (1, 2, 3):
            tiga = [isi.get(f"{apa}_{i}") for apa in ("badan", "mulai", "akhir")]
            if any(tiga) and not all(tiga):
                self.add_error(f"badan_{i}", "Nama badan, mulai, dan hari terakhirnya diisi bersama.")
            elif all(tiga) and tiga[2] < tiga[1]:
                self.add_error(f"akhir_{i}", "Hari terakhir mendahului hari pertama.")
        isi["bulan"] = masa_kerja.diakui([(a, b) for a, b, _ in masa_kerja.masa_diisi(isi)])
        return isi


def pilihan_tingkat():
    """Levels of education, lowest first."""
    return list(TingkatPendidikan.objects.values_list("kode", "nama"))


class GelarForm(IzinForm):
    """The new diploma and the degrees as they are to be written."""

    field_order = ("tmt", "tingkat", "nama_prodi", "sekolah", "tahun_lulus", "nomor_ijazah", "gelar_depan",
                   "gelar_belakang")  # fmt: skip
    tmt = kolom_tanggal("Tercatat mulai")
    tingkat = forms.ChoiceField(label="Tingkat pendidikan", choices=pilihan_tingkat)
    nama_prodi = forms.CharField(label="Program studi", max_length=200)
    sekolah = forms.CharField(label="Perguruan tinggi", max_length=200)
    tahun_lulus = forms.IntegerField(label="Tahun lulus", min_value=1960, max_value=2100)
    nomor_ijazah = forms.CharField(label="Nomor ijazah", max_length=100)
    gelar_depan = forms.CharField(
        label="Gelar depan", max_length=60, required=False, help_text="Seluruhnya, termasuk gelar yang lama."
    )
    gelar_belakang = forms.CharField(
        label="Gelar belakang", max_length=100, required=False, help_text="Seluruhnya, termasuk gelar yang lama."
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """Graduated not after the day from which it is recorded."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("tahun_lulus") and isi["tahun_lulus"] > isi["tmt"].year:
            self.add_error("tahun_lulus", "Tahun lulus setelah tanggal pencatatan.")
        return isi
