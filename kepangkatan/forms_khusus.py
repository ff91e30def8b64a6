"""Formulir kenaikan pangkat yang bertanya lebih: ijazah, prestasi, penemuan, pengabdian, anumerta.

What the portal cannot know is a choice, a number or a date here; the rules judge it (``kepangkatan/aturan/``).
"""

from datetime import timedelta

from django import forms

from kepangkatan.aturan.ijazah import tmt_ijazah
from kepangkatan.aturan.prestasi import tmt_prestasi
from kepangkatan.forms import KpForm
from kepegawaian.acuan import acuan_kini
from layanan import aturan_pengabdian as pengabdian
from layanan.forms_luar import PertekForm, hari_lalu

TANGGAL = {"type": "date"}
AKREDITASI = [
    ("unggul", "Unggul"), ("baik_sekali", "Baik Sekali"), ("baik", "Baik"), ("a", "A"), ("b", "B"), ("c", "C"),
    ("tidak", "Tidak terakreditasi"),
]  # fmt: skip
IZIN = [("tugas_belajar", "Surat tugas belajar"), ("izin_belajar", "Surat izin belajar"), ("tidak_ada", "Tidak ada")]
YA_TIDAK = [("ya", "Ya"), ("tidak", "Tidak")]


def kolom_tanggal(label, *, wajib=True, bantuan=""):
    """A date field with the browser's own calendar."""
    return forms.DateField(
        label=label, required=wajib, help_text=bantuan, widget=forms.DateInput(attrs=TANGGAL)
    )  # fmt: skip


def pilihan_eselon():
    """Choices of eselon, highest first."""
    urut = sorted(acuan_kini().daftar_eselon.values(), key=lambda e: e.urutan)
    return [("", "Pilih eselon penanda tangan"), *((e.kode, f"Eselon {e.kode}") for e in urut)]


class IzinForm(forms.Form):
    """Letter of study, accreditation and PDDikti (KP-I05); shared by the forms of a diploma."""

    izin = forms.ChoiceField(label="Surat tugas atau izin belajar", choices=IZIN)
    nomor_izin = forms.CharField(label="Nomor suratnya", max_length=100, required=False)
    akreditasi = forms.ChoiceField(label="Akreditasi program studi saat lulus", choices=AKREDITASI)
    pddikti = forms.ChoiceField(label="Tercatat di PDDikti", choices=YA_TIDAK, help_text="Dilihat pada laman PDDikti.")

    def clean(self):
        """A letter needs its number."""
        isi = super().clean()
        if isi.get("izin") in ("tugas_belajar", "izin_belajar") and not isi.get("nomor_izin"):
            self.add_error("nomor_izin", "Nomor surat tugas atau izin belajar belum diisi.")
        return isi


class KpTugasBelajarForm(IzinForm, KpForm):
    """KP after a finished tugas belajar."""

    mulai = staticmethod(tmt_ijazah)
    field_order = ("tmt", "golongan_baru")


class KpIjazahForm(IzinForm, KpForm):
    """KP penyesuaian ijazah: also the task description signed by a JPT."""

    mulai = staticmethod(tmt_ijazah)
    field_order = ("tmt", "golongan_baru")
    nomor_uraian = forms.CharField(label="Nomor surat uraian tugas", max_length=100)
    eselon_uraian = forms.ChoiceField(
        label="Penanda tangan uraian tugas", choices=pilihan_eselon, help_text="Paling rendah pejabat pimpinan tinggi."
    )


class KpPrestasiForm(KpForm):
    """KP prestasi kerja luar biasa: the decree that names the achievement."""

    mulai = staticmethod(tmt_prestasi)
    nomor_penetapan = forms.CharField(label="Nomor penetapan prestasi kerja luar biasa", max_length=100)
    tanggal_penetapan = kolom_tanggal("Tanggal penetapan")

    def clean_tanggal_penetapan(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_penetapan"], "Tanggal penetapan")


class KpPenemuanForm(KpForm):
    """KP penemuan baru: the recognition of the discovery."""

    nomor_penetapan = forms.CharField(label="Nomor penetapan penemuan baru", max_length=100)
    tanggal_penetapan = kolom_tanggal("Tanggal penetapan")

    def clean_tanggal_penetapan(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_penetapan"], "Tanggal penetapan")


class _SetingkatForm(forms.Form):
    """One step up on a date that follows from what happened; both are computed, not asked."""

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def setingkat(self, isi, tmt):
        """Puts TMT and new golongan into the answers; an error where there is no rank above."""
        if self.konteks is None:
            return isi
        baru = self.konteks.acuan.golongan_berikut(self.konteks.profil.golongan)
        if baru is None:
            raise forms.ValidationError("Pangkatnya belum tercatat atau sudah tertinggi.")
        return isi | {"golongan_baru": baru.kode} | ({"tmt": tmt} if tmt else {})


class PengabdianForm(_SetingkatForm):
    """KP pengabdian: why, and the day of death or of the medical board."""

    SEBAB = [
        (pengabdian.BUP, "Mencapai batas usia pensiun"),
        (pengabdian.MENINGGAL, "Meninggal dunia"),
        (pengabdian.CACAT, "Cacat karena dinas"),
    ]
    sebab = forms.ChoiceField(label="Sebab", choices=SEBAB)
    tanggal_kejadian = kolom_tanggal(
        "Tanggal meninggal atau tanggal berita acara Tim Penguji Kesehatan", wajib=False,
        bantuan="Dikosongkan bagi batas usia pensiun; TMT-nya sebulan sebelum pensiun.",
    )  # fmt: skip
    karena_dinas = forms.ChoiceField(
        label="Pernyataan cacat karena dinas oleh Tim Penguji Kesehatan", required=False,
        choices=[("", "Tidak berlaku"), *YA_TIDAK],
    )  # fmt: skip
    nomor_bukti = forms.CharField(
        label="Nomor surat kematian atau berita acara", max_length=100, required=False,
        help_text="Bagi batas usia pensiun: nomor DPCP atau SK pensiun.",
    )  # fmt: skip

    def clean_tanggal_kejadian(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_kejadian"], "Tanggal kejadian")

    def clean(self):
        """Death and cacat need their day and paper; TMT and rank follow."""
        isi = super().clean()
        sebab, kejadian = isi.get("sebab"), isi.get("tanggal_kejadian")
        if sebab in (pengabdian.MENINGGAL, pengabdian.CACAT):
            if not kejadian and "tanggal_kejadian" not in self.errors:
                self.add_error("tanggal_kejadian", "Tanggalnya belum diisi.")
            if not isi.get("nomor_bukti"):
                self.add_error("nomor_bukti", "Nomor surat kematian atau berita acara belum diisi.")
        if sebab == pengabdian.CACAT and not isi.get("karena_dinas"):
            self.add_error("karena_dinas", "Catat pernyataan Tim Penguji Kesehatan.")
        pensiun = self.konteks.profil.tmt_pensiun if self.konteks else None
        if sebab == pengabdian.BUP and self.konteks and not pensiun:
            self.add_error("sebab", "TMT pensiun belum dapat dihitung; lengkapi jabatan dan tanggal lahirnya.")
        return self.setingkat(isi, pengabdian.tmt_pengabdian(sebab, kejadian, pensiun))


class AnumertaForm(_SetingkatForm):
    """KP anumerta: the day of death and the letter the official found it under; never derived from the story."""

    HURUF = [("", "Pilih"), *((x, f"Huruf {x}: {teks}") for x, teks in pengabdian.HURUF.items()),
             ("belum", "Belum ditetapkan tewas")]  # fmt: skip
    tanggal_tewas = kolom_tanggal("Tanggal tewas")
    huruf = forms.ChoiceField(
        label="Temuan pejabat yang berwenang", choices=HURUF,
        help_text="Menurut berita acara, visum, dan laporan atasan; dipastikan BKN.",
    )  # fmt: skip
    nomor_laporan = forms.CharField(label="Nomor berita acara kejadian", max_length=100)
    uraian = forms.CharField(label="Uraian singkat kejadian", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def clean_tanggal_tewas(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_tewas"], "Tanggal tewas")

    def clean(self):
        """TMT is the day of death; the rank is one step up."""
        isi = super().clean()
        return self.setingkat(isi, isi.get("tanggal_tewas"))


class SkSementaraForm(forms.Form):
    """SK sementara of the anumerta, made before the burial."""

    nomor_sementara = forms.CharField(label="Nomor SK sementara", max_length=100)
    tanggal_sementara = kolom_tanggal("Tanggal SK sementara")
    pejabat_sementara = forms.CharField(label="Pejabat yang menetapkan", max_length=160)
    tanggal_makam = kolom_tanggal("Tanggal pemakaman", bantuan="SK sementara ditetapkan sebelum pemakaman.")

    def clean(self):
        """The decision stands before the burial (KP-A01)."""
        isi = super().clean()
        sk, makam = isi.get("tanggal_sementara"), isi.get("tanggal_makam")
        if sk and makam and sk > makam:
            self.add_error("tanggal_sementara", "SK sementara ditetapkan paling lambat pada hari pemakaman.")
        if makam:
            hari_lalu(makam - timedelta(days=1), "Tanggal pemakaman")
        return isi


class PertekAnumertaForm(PertekForm):
    """BKN's answer confirms the letter under which the death is a tewas."""

    huruf = forms.ChoiceField(
        label="Huruf yang dipastikan BKN", required=False,
        choices=[("", "Belum"), *((x, f"Huruf {x}") for x in pengabdian.HURUF)],
    )  # fmt: skip

    def clean(self):
        """MS needs the letter as well."""
        isi = super().clean()
        if isi.get("hasil") == "ms" and not isi.get("huruf"):
            self.add_error("huruf", "Huruf yang dipastikan BKN belum dipilih.")
        return isi
