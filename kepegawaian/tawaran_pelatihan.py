"""Pelatihan yang tersedia bagi indeks, yang tidak boleh mengenal app diklat: satu registri, satu sumber.

diklat puts its source here when the apps are ready; ``indeks`` links its advice to it and weighs points against cost.
Nothing registered: advice stands without a training.
"""

from collections.abc import Callable
from typing import NamedTuple

_sumber = []


class Tawaran(NamedTuple):
    """A training of the catalogue: ``kelompok`` as the index groups it (struktural, fungsional, teknis, seminar).

    ``url``: the kegiatan that is open for nomination, or the catalogue; ``daftar_url``: where one applies oneself, "" when
    only through the OPD; ``biaya``: rupiah per participant, None while not known; ``buka``: open today.
    """

    id: int
    nama: str
    kelompok: str
    jenjang: str
    jp: int | None
    biaya: int | None
    url: str
    daftar_url: str = ""
    buka: bool = False


class Sumber(NamedTuple):
    """``katalog()``: all active trainings; ``bagi(profil, acuan, tanggal)``: {indikator: (Tawaran, …)} that fit a person."""

    katalog: Callable
    bagi: Callable


def daftarkan(sumber):
    """Registers the Sumber; the last one holds."""
    _sumber[:] = [sumber]


def katalog():
    """All active trainings by name; empty while nothing is registered."""
    return _sumber[0].katalog() if _sumber else []


def bagi(profil, acuan, tanggal):
    """{indikator of the index: (Tawaran, …)} for one person, those open first, then the cheapest."""
    return _sumber[0].bagi(profil, acuan, tanggal) if _sumber else {}
