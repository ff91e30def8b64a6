"""Nominatif: siapa jatuh tempo untuk suatu layanan pada suatu bulan; sumbernya dihitung setiap malam.

The nightly job lives in another app; it registers its source here, so that the arrow of imports stays one
way (``layanan`` knows no index). A source is a function (slug, bulan, hak) -> list of ``Calon``.
"""

from dataclasses import dataclass
from datetime import date

_sumber = None


@dataclass(frozen=True)
class Calon:
    """One person who is due: ids for the row, the date, the state of his conditions with one sentence."""

    pegawai_id: int
    nip: str
    nama: str
    jabatan: str
    unit: str
    golongan: str
    tanggal: date
    layak: str
    kalimat: str
    keterangan: dict


def daftarkan_sumber(fungsi):
    """Registers the source; the last one counts."""
    global _sumber
    _sumber = fungsi
    return fungsi


def calon(slug, bulan, hak):
    """People due for layanan ``slug`` in the month that starts on ``bulan``, in the scope of ``hak``.

    None when no night has been computed yet.
    """
    return None if _sumber is None else _sumber(slug, bulan, hak)
