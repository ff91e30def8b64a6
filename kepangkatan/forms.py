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
