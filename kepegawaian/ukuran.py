"""Ukuran: angka kinerja yang dihitung portal dari datanya sendiri, didaftarkan tiap aspek.

A measure is one ``Ukuran`` in the ``ukuran.py`` of its app (found at start as ``menu.py`` is). The tree of goals fills its
indicators from them and tells, for every value, formula, numerator, denominator, source, and the list behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.utils.module_loading import autodiscover_modules

_ukuran: dict[str, "Ukuran"] = {}
DUA = Decimal("0.01")


class Nilai(NamedTuple):
    """A measured value; ``nilai`` None when there was nothing to measure. ``tautan``: a page that lists what it is made of."""

    nilai: Decimal | None
    pembilang: Decimal | int | None = None
    penyebut: Decimal | int | None = None
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One measure.

    ``hitung(unit_ids, mulai, sampai) -> Nilai``: set-based, over people or offices of these units (None: all), from
    ``mulai`` up to and including ``sampai``. ``daftar(hak, unit_ids, mulai, sampai) -> (kolom, queryset)``: the rows behind
    it that this reader may see, as ``values_list``; None where ``Nilai.tautan`` leads to a page of its own.
    ``pembilang`` and ``penyebut`` name the two numbers of the formula.
    """

    kode: str
    nama: str
    satuan: str
    dasar: str
    rumus: str
    pembilang: str
    penyebut: str
    hitung: Callable
    daftar: Callable | None = None


def daftarkan(*ukuran):
    """Puts measures into the registry; the same kode again replaces it."""
    for u in ukuran:
        _ukuran[u.kode] = u


def temukan():
    """Imports ``ukuran.py`` of every app."""
    autodiscover_modules("ukuran", "ukuran_kepegawaian")


def ambil(kode):
    """The Ukuran ``kode``, None when no app declares it (any more)."""
    return _ukuran.get(kode)


def semua():
    """All measures by name."""
    return sorted(_ukuran.values(), key=lambda u: u.nama)


def bagi(pembilang, penyebut, kali=1):
    """``pembilang`` / ``penyebut`` × ``kali``, two decimals half-up; None when the denominator is zero."""
    if not penyebut:
        return None
    return (Decimal(pembilang or 0) * kali / Decimal(penyebut)).quantize(DUA, ROUND_HALF_UP)


def persen(pembilang, penyebut, tautan=""):
    """The Nilai of a share in percent."""
    return Nilai(bagi(pembilang, penyebut, 100), pembilang or 0, penyebut or 0, tautan)
