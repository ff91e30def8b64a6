"""Tunjangan kinerja menurut kelas jabatan bagi indeks, yang tidak boleh mengenal app penggajian: satu registri, satu sumber.

penggajian puts its source here when the apps are ready; ``indeks.generasi_a`` asks for the suku kompensasi. Nothing
registered, or no month set: nobody knows.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

_sumber = []


class Tunjangan(NamedTuple):
    """The pay of one person in a month: kelas jabatan, pagu of the post, and what was paid after the deductions."""

    kelas: int
    pagu: int
    diterima: int


class Sumber(NamedTuple):
    """``bulan(tanggal)``: the newest month known and set on a date, or None; ``baca(bulan, dari, sampai)``: {pegawai_id: Tunjangan}."""

    bulan: Callable
    baca: Callable


def daftarkan(sumber):
    """Registers the Sumber; the last one holds."""
    _sumber[:] = [sumber]


def bulan_terakhir(tanggal):
    """First day of the newest month whose pay was set by ``tanggal``; None when there is none."""
    return _sumber[0].bulan(tanggal) if _sumber else None


def baca(bulan, dari, sampai):
    """{pegawai_id: Tunjangan} of the people with ids from ``dari`` up to ``sampai``; empty without a month."""
    if bulan is None or not _sumber:
        return {}
    return _sumber[0].baca(date.fromisoformat(bulan) if isinstance(bulan, str) else bulan, dari, sampai)
