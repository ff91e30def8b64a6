"""Masa: bulan atau triwulan sebuah tahun kinerja, dan mana yang dimiliki sebuah SKP. Pure; dates come in as arguments."""

from datetime import date, timedelta
from typing import NamedTuple

from eperformance.aturan import masa_ke, nomor_masa
from kepegawaian.aturan import NAMA_BULAN

ROMAWI = ("", "I", "II", "III", "IV")
BANYAK = {"bulanan": 12, "triwulan": 4}


class Masa(NamedTuple):
    """One month or quarter of a year."""

    tahun: int
    periodik: str
    nomor: int
    mulai: date
    sampai: date

    @property
    def nama(self):
        """ "Triwulan II 2026" or "Maret 2026"."""
        return f"{self.pendek} {self.tahun}"

    @property
    def pendek(self):
        """Name without the year."""
        return NAMA_BULAN[self.nomor] if self.periodik == "bulanan" else f"Triwulan {ROMAWI[self.nomor]}"

    def batas(self, hari):
        """Last day of the evaluation: ``hari`` days after its end."""
        return self.sampai + timedelta(days=hari)

    def lewat(self, hari_ini):
        """Has it ended?"""
        return self.sampai < hari_ini

    def mulai_sudah(self, hari_ini):
        """Has it begun?"""
        return self.mulai <= hari_ini


def satu(tahun, periodik, nomor):
    """The Masa of this number; None when there is no such one."""
    if not 1 <= nomor <= BANYAK[periodik]:
        return None
    return Masa(tahun, periodik, nomor, *masa_ke(tahun, periodik, nomor))


def semua(periode):
    """All Masa of a PeriodeKinerja."""
    return [satu(periode.tahun, periode.periodik, n) for n in range(1, BANYAK[periode.periodik] + 1)]


def milik(skp):
    """Those of an SKP: what its dates touch."""
    return [m for m in semua(skp.periode) if m.mulai <= skp.sampai and m.sampai >= skp.mulai]


def kini(daftar, hari_ini):
    """Of ``daftar`` the one that runs, else the last that has begun, else the first; None when there is none."""
    mulai = [m for m in daftar if m.mulai_sudah(hari_ini)]
    return (mulai or daftar[:1] or [None])[-1]


def lewat_terakhir(periodik, hari_ini):
    """The last Masa that has ended before ``hari_ini``."""
    awal = masa_ke(hari_ini.year, periodik, nomor_masa(periodik, hari_ini))[0]
    kemarin = awal - timedelta(days=1)
    return satu(kemarin.year, periodik, nomor_masa(periodik, kemarin))
