"""Masa penilaian: satu bulan, satu triwulan, atau setahun, sebagaimana ditulis pada alamat halaman (``?masa=2026-3``).

``nomor`` 0 is the year. Pure but for ``pilihan``, which reads the years that were opened.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from eperformance.aturan import masa_ke, nomor_masa
from eperformance.models import PeriodeKinerja, Skp
from eperformance.penilai import dinilai
from kepegawaian.aturan import NAMA_BULAN

ROMAWI = ("", "I", "II", "III", "IV")


class Masa(NamedTuple):
    """One time that is assessed: the PeriodeKinerja, its number, its days, its name, and the last day to assess it."""

    periode: PeriodeKinerja
    nomor: int
    mulai: date
    sampai: date
    nama: str
    tenggat: date

    @property
    def kunci(self):
        """``2026-3``, as in the URL."""
        return f"{self.periode.tahun}-{self.nomor}"

    @property
    def tahunan(self):
        """Is it the year?"""
        return self.nomor == 0

    @property
    def buka(self):
        """First day on which its evaluation may be set."""
        return self.periode.nilai_mulai if self.tahunan else self.sampai

    def jenis(self, skp):
        """Kind of Evaluasi of ``skp`` in this time: periodik, tahunan, or akhir for one that ended before the year."""
        if not self.tahunan:
            return "periodik"
        return "tahunan" if skp.sampai >= self.sampai else "akhir"

    def masa_skp(self, skp):
        """(first, last day) of the part of this time the SKP covers."""
        return max(self.mulai, skp.mulai), min(self.sampai, skp.sampai)

    def boleh_ditetapkan(self, skp, hari_ini):
        """May its evaluation be set on that day? An SKP that ended earlier from its last day on."""
        return hari_ini >= min(self.buka, skp.sampai)


def satu(periode, nomor):
    """The Masa ``nomor`` of a year; ValueError when there is none."""
    if nomor == 0:
        tahun = periode.tahun
        return Masa(periode, 0, date(tahun, 1, 1), date(tahun, 12, 31), f"Tahun {tahun}", periode.nilai_sampai)
    if not 1 <= nomor <= (12 if periode.periodik == "bulanan" else 4):
        raise ValueError(nomor)
    mulai, sampai = masa_ke(periode.tahun, periode.periodik, nomor)
    nama = NAMA_BULAN[nomor] if periode.periodik == "bulanan" else f"Triwulan {ROMAWI[nomor]}"
    tenggat = sampai + timedelta(days=periode.hari_periodik)
    return Masa(periode, nomor, mulai, sampai, f"{nama} {periode.tahun}", tenggat)


def semua(periode):
    """All Masa of a year: the shorter ones, then the year itself."""
    banyak = 12 if periode.periodik == "bulanan" else 4
    return [*(satu(periode, n) for n in range(1, banyak + 1)), satu(periode, 0)]


def pilihan(hari_ini, hak=None):
    """[Masa] one may choose on that day, the newest first: those that have begun, of the last three years.

    A year from its assessment on; for a penilai (``hak``) earlier, once an SKP he assesses has ended before it (mutasi, pension).
    """
    hasil, tahun = [], PeriodeKinerja.objects.filter(tahun__lte=hari_ini.year).order_by("-tahun")
    if hak is not None:
        berakhir = Skp.objects.filter(dinilai(hak), periode=OuterRef("pk"), sampai__lt=hari_ini, status__in=Skp.SAH)
        tahun = tahun.annotate(ada_berakhir=Exists(berakhir))
    for periode in tahun[:3]:
        setahun = periode.nilai_mulai <= hari_ini or getattr(periode, "ada_berakhir", False)
        hasil += [m for m in reversed(semua(periode)) if m.mulai <= hari_ini and (setahun or not m.tahunan)]
    return hasil


def terpilih(teks, daftar, hari_ini):
    """The Masa of the URL among ``daftar``; by default the one to be assessed now. None when there is none."""
    if cocok := re.fullmatch(r"(\d{4})-(\d{1,2})", teks or ""):
        tahun, nomor = int(cocok[1]), int(cocok[2])
        for m in daftar:
            if (m.periode.tahun, m.nomor) == (tahun, nomor):
                return m
    return bawaan(daftar, hari_ini)


def bawaan(daftar, hari_ini):
    """The year as long as it is being assessed, else the last short time that is over, else the newest."""
    for m in daftar:
        if m.tahunan and m.buka <= hari_ini <= m.tenggat:
            return m
    lewat = [m for m in daftar if not m.tahunan and m.sampai < hari_ini]
    return max(lewat, key=lambda m: m.sampai) if lewat else (daftar[0] if daftar else None)


def nomor_kini(periode, hari_ini):
    """Number of the short time in which ``hari_ini`` lies, or the last one of a past year."""
    if hari_ini.year > periode.tahun:
        return 12 if periode.periodik == "bulanan" else 4
    return nomor_masa(periode.periodik, hari_ini)
