"""Tugas: "yang harus Anda lakukan", satu daftar bagi tiap orang, dari sumber yang didaftarkan tiap aspek.

A source is one class below ``Sumber`` with ``@daftarkan``, in the ``tugas.py`` of its app (found at start as ``menu.py``
is). It names what it asks (``angka``: expressions of ``hitung``) and shapes the answers (``susun``: Butir). All sources
of a person are asked in ONE query, so a new source costs no page a query. ``lencana`` counts for the menu's badge.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.module_loading import autodiscover_modules

from kepegawaian.hak import LENCANA_SEKALIGUS
from kepegawaian.hitung import tanya

KELOMPOK = (("terlambat", "Terlambat"), ("hari_ini", "Hari ini"), ("minggu_ini", "Minggu ini"), ("nanti", "Nanti"))
_sumber: dict[str, "Sumber"] = {}


@dataclass(frozen=True, slots=True)
class Butir:
    """One thing to do.

    ``akibat``: what follows when it is not done, in words; ``dasar``: the law that says so, "" when none does.
    ``tombol``: the act, as its link says it. ``banyak``: how many things the row stands for.
    """

    judul: str
    akibat: str
    url: str
    tombol: str = "Buka"
    uraian: str = ""
    tenggat: date | None = None
    dasar: str = ""
    ikon: str = "check2-square"
    banyak: int = 1


class Sumber:
    """Base of a source; ``untuk``: roles it is asked for."""

    kode = ""
    untuk: tuple[str, ...] = ()

    def angka(self, hak, hari_ini):
        """{name: expression of ``kepegawaian.hitung``}; names are the source's own."""
        return {}

    def susun(self, nilai, hak, hari_ini, acuan):
        """Butir of the answers ``{name: value}``."""
        return []

    def lencana(self, hak, hari_ini):
        """Expression that counts this source for the badge, cheap on every page, or None to stay out of it."""
        return None


def daftarkan(kelas):
    """Class decorator: puts a source into the registry; the same kode again replaces it."""
    _sumber[kelas.kode] = kelas()
    return kelas


def temukan():
    """Imports ``tugas.py`` of every app."""
    autodiscover_modules("tugas", "tugas_kepegawaian")


def sumber_bagi(hak):
    """The sources that are asked for these roles, in the order of registration."""
    return [s for s in _sumber.values() if hak.punya(*s.untuk)]


def susun(hak, hari_ini, acuan):
    """All Butir of a person, the most urgent first; one query."""
    sumber = sumber_bagi(hak)
    angka = {f"{s.kode}_{nama}": e for s in sumber for nama, e in s.angka(hak, hari_ini).items()}
    nilai = tanya(hak.pengguna_id, angka)
    butir = []
    for s in sumber:
        milik = {n.removeprefix(f"{s.kode}_"): v for n, v in nilai.items() if n.startswith(f"{s.kode}_")}
        butir += s.susun(milik, hak, hari_ini, acuan)
    return sorted(butir, key=lambda b: (b.tenggat is None, b.tenggat or hari_ini, -b.banyak, b.judul))


def kelompok(butir, hari_ini):
    """[(kode, judul, [Butir])] of the groups that are not empty; without a deadline is "nanti"."""
    akhir_minggu = hari_ini + timedelta(days=6 - hari_ini.weekday())
    isi = {kode: [] for kode, _ in KELOMPOK}
    for b in butir:
        t = b.tenggat
        if t is None or t > akhir_minggu:
            isi["nanti"].append(b)
        else:
            isi["terlambat" if t < hari_ini else "hari_ini" if t == hari_ini else "minggu_ini"].append(b)
    return [(kode, judul, isi[kode]) for kode, judul in KELOMPOK if isi[kode]]


def _lencana(hak):
    """One expression for the badge: the sum over the sources."""
    semua = [e for s in sumber_bagi(hak) if (e := s.lencana(hak, hak.per)) is not None]
    return sum(semua[1:], semua[0]) if semua else None


LENCANA_SEKALIGUS["tugas"] = _lencana
