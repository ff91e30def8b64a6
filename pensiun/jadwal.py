"""Jadwal pensiun batas usia: tanggal tiap tahap sebelum TMT pensiun, dan tahap mana yang terlambat. Pure.

Law: PP 11/2017 (DPCP fifteen months ahead, sebagian); the other months are those of the office, all of them in the dated
setting ``pensiun_jadwal_bulan``. TMT pensiun is always the first of a month, and so is every deadline.
"""

from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import tambah_bulan

SETELAN = "pensiun_jadwal_bulan"
# What is reminded of, in order; the months stand in the setting.
TAHAP = {
    "daftar": "Daftar yang akan pensiun disampaikan kepada OPD",
    "dpcp": "DPCP diisi dan diajukan",
    "mpp": "Masa persiapan pensiun dapat dimohon",
    "pertek": "Usul pertimbangan teknis dikirim ke BKN",
    "sk": "SK pensiun ditetapkan",
    "pelepasan": "SK diserahkan dan pelepasan purna tugas",
}
# How far the usulan of a person is.
KEADAAN = {
    "belum": "Belum diusulkan",
    "dpcp": "DPCP dan verifikasi",
    "pertek": "Pertek BKN",
    "sk": "Penetapan SK",
    "penyerahan": "Penyerahan SK",
    "selesai": "Selesai",
}
# State -> the deadline it works towards.
BERIKUT = {"belum": "dpcp", "dpcp": "pertek", "pertek": "sk", "sk": "sk", "penyerahan": "pelepasan", "selesai": ""}


class Kedudukan(NamedTuple):
    """Where one person stands: state, the next deadline (kode, date) or "" and None, and whether it has passed."""

    keadaan: str
    berikut: str
    tenggat: date | None
    terlambat: bool

    @property
    def nama(self):
        """The state in words."""
        return KEADAAN[self.keadaan]

    @property
    def sebutan(self):
        """The next deadline in words."""
        return TAHAP.get(self.berikut, "")


def jadwal(acuan, tanggal):
    """{tahap: months before TMT} on a day; only what ``TAHAP`` knows."""
    nilai = acuan.setelan(SETELAN, tanggal)
    return {kode: int(nilai[kode]) for kode in TAHAP if kode in nilai}


def tenggat(tmt, bulan):
    """{tahap: its day} of a TMT pensiun, from ``jadwal``."""
    return {kode: tambah_bulan(tmt, -n) for kode, n in bulan.items()}


def kedudukan(keadaan, tmt, hari_ini, bulan):
    """The Kedudukan of a person whose usulan is in ``keadaan``; late from the day after the deadline."""
    kode = BERIKUT[keadaan]
    if kode not in bulan:
        return Kedudukan(keadaan, "", None, False)
    hari = tambah_bulan(tmt, -bulan[kode])
    return Kedudukan(keadaan, kode, hari, hari < hari_ini)


def batas_terlambat(hari_ini, bulan):
    """{state: first TMT that is not late in that state}: who has an earlier one is late. For a query."""
    return {k: tambah_bulan(hari_ini, bulan[kode]) for k, kode in BERIKUT.items() if kode in bulan}


def diingatkan(hari_ini, bulan):
    """[(tahap, TMT)] whose reminder falls in the month of ``hari_ini``."""
    awal = hari_ini.replace(day=1)
    return [(kode, tambah_bulan(awal, n)) for kode, n in bulan.items()]
