"""Formulir layanan kepangkatan: isian usulan, pertimbangan teknis BKN, dan SK yang terbit di luar portal."""

from datetime import date

from django import forms
from django.utils import timezone

from kepangkatan.aturan.fungsional import tmt_fungsional
from kepangkatan.aturan.periode import jendela_usul, periode_mendatang
from kepangkatan.aturan.reguler import tmt_reguler
from kepangkatan.aturan.struktural import tmt_struktural
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal

TERAWAL = date(2000, 11, 10)
MAKS_BULAN_KE_DEPAN = 36


def pilihan_golongan():
    """Choices of golongan ruang PNS, lowest first."""
    pns = sorted((g for g in acuan_kini().daftar_golongan.values() if g.jenis == "PNS"), key=lambda g: g.urutan)
    return [(g.kode, f"{g.pangkat}, {g.kode}") for g in pns]


def hari_lalu(tanggal, sebutan):
    """Refuses a date that lies ahead."""
    if tanggal and tanggal > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return tanggal


def _sebut_tmt(tmt, hari_ini, acuan):
    """``1 Desember 2026 (masa usul berakhir 1 November 2026)``: the window is practice of BKN, no bar."""
    tutup = jendela_usul(acuan, tmt)[1] if tmt >= TERAWAL else hari_ini
    return tulis_tanggal(tmt) + (f" (masa usul berakhir {tulis_tanggal(tutup)})" if tutup < hari_ini else "")


class KpForm(forms.Form):
    """TMT and the new golongan, both prefilled from the Profil; conditions of law are judged by the rules.

    ``mulai(profil, acuan)``: the first TMT by time; choices begin there.
    """

    tmt = forms.DateField(label="TMT kenaikan pangkat", widget=forms.DateInput(attrs={"type": "date"}))
    golongan_baru = forms.ChoiceField(label="Pangkat yang diusulkan", choices=pilihan_golongan)
    mulai = staticmethod(lambda profil, acuan: None)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        if konteks is not None:
            self.fields["tmt"].widget = forms.Select(choices=self._pilihan_tmt(konteks))

    def _pilihan_tmt(self, konteks):
        """Allowed TMT from this month on, once he is due, and the one chosen; a late one says so, it is not unlawful."""
        acuan, hari_ini = konteks.acuan, konteks.tanggal
        mulai = max(hari_ini.replace(day=1), self.mulai(konteks.profil, acuan) or date.min)
        tanggal = set(periode_mendatang(acuan, mulai, 14))
        for nilai in (self.data.get("tmt"), self.initial.get("tmt")):
            try:
                tanggal.add(date.fromisoformat(str(nilai)))
            except ValueError:
                continue
        return [(t.isoformat(), _sebut_tmt(t, hari_ini, acuan)) for t in sorted(tanggal)]

    def clean_tmt(self):
        """Within the years the portal has period tables and pay tables for."""
        tmt = self.cleaned_data["tmt"]
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        if not TERAWAL <= tmt <= tambah_bulan(kini, MAKS_BULAN_KE_DEPAN):
            raise forms.ValidationError("TMT terlalu jauh dari hari ini.")
        return tmt


class KpRegulerForm(KpForm):
    """KP reguler."""

    mulai = staticmethod(tmt_reguler)


class KpStrukturalForm(KpForm):
    """KP pilihan jabatan struktural."""

    mulai = staticmethod(tmt_struktural)


class KpFungsionalForm(KpForm):
    """KP pilihan jabatan fungsional."""

    mulai = staticmethod(tmt_fungsional)


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
