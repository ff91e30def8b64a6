"""Hak dan kewajiban saya: satu halaman dari butir yang didaftarkan tiap aspek, dengan pasal dan angka orangnya sendiri.

A butir is a pure function ``(Profil, Acuan) -> Butir or None`` with ``@butir(kelompok, bagian=…)`` in the
``hak_kewajiban`` module (or package) of its app, found at start as ``menu.py`` is; None: it is not for this person. The
day is ``profil.per``. A figure of the law is read where the rule itself reads it (dated setting, table, or constant beside its
article), never written a second time: a change of the law changes rule and page. What the Profil does not hold (a cuti balance, days absent) is added by ``@pelengkap(kode)``:
a function ``(pegawai_id, profil, acuan) -> Tambahan or None``, which may ask the database once.
Pure but for what a pelengkap asks. Shown by ``tata_kelola.views.hak_kewajiban``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.module_loading import autodiscover_modules

# Groups in the order of the page: key, name, icon.
KELOMPOK = (
    ("gaji", "Gaji dan tunjangan", "wallet2"),
    ("pangkat", "Kenaikan pangkat", "graph-up-arrow"),
    ("cuti", "Cuti", "calendar-heart"),
    ("pensiun", "Pensiun dan purna tugas", "sunset"),
    ("penghargaan", "Penghargaan", "award"),
    ("perlindungan", "Perlindungan", "shield-check"),
    ("keluarga", "Keluarga, perkawinan, dan perceraian", "people"),
    ("disiplin", "Disiplin", "clipboard-check"),
    ("korpri", "Korpri", "flag"),
)
JENIS = {"hak": "Hak", "kewajiban": "Kewajiban", "larangan": "Larangan"}
KEYAKINAN = ("pasti", "sebagian", "asumsi")
PEKA = ("keluarga", "hukuman")  # bagian whose own figures not every reader in scope may see


@dataclass(frozen=True, slots=True)
class Butir:
    """One right or duty as the page shows it.

    ``kalimat``: the law in plain words, the same for everybody. ``dasar``: ((code of the regulation, article), …).
    ``milik``: what it means for this person today; ``fakta``: ((label, value as written), …). Both are shown only to who
    may read ``bagian`` (kerja, keluarga, hukuman); of a ``khusus`` one, which is there only for whom it concerns, nobody
    else even learns that it is there. ``tanggal``: his next date of it, ``peristiwa`` its name on the list
    of dates. ``rinci``: a longer list, folded away. ``layanan``: slug of the service to go to, where the catalogue has
    it; else ``url_name`` (own page) and ``url_lain`` (the page of a pegawai, by NIP), where they exist.
    """

    judul: str
    kalimat: str
    dasar: tuple[tuple[str, str], ...]
    jenis: str = "hak"
    milik: str = ""
    fakta: tuple[tuple[str, str], ...] = ()
    bagian: str = "kerja"
    tanggal: date | None = None
    peristiwa: str = ""
    rinci: tuple[str, ...] = ()
    layanan: str = ""
    url_name: str = ""
    url_lain: str = ""
    tautan: str = ""
    keyakinan: str = "pasti"
    khusus: bool = False
    kode: str = ""
    kelompok: str = ""
    tertutup: bool = False


@dataclass(frozen=True, slots=True)
class Tambahan:
    """What a pelengkap adds: a sentence, facts, a nearer date."""

    milik: str = ""
    fakta: tuple[tuple[str, str], ...] = ()
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class _Entri:
    kode: str
    kelompok: str
    bagian: tuple[str, ...]
    fungsi: Callable
    purna: bool = False


_entri: dict[str, _Entri] = {}
_pelengkap: dict[str, Callable] = {}


def butir(kelompok, *bagian, purna=False):
    """Decorator: registers the function under its name (``cuti_tahunan`` is ``cuti-tahunan``).

    ``bagian``: sections of the Profil it reads; ``purna``: it stands also for who is no longer in service. The same name
    again replaces it.
    """
    if kelompok not in {k for k, _, _ in KELOMPOK}:
        raise ValueError(f"Kelompok {kelompok!r} tidak dikenal.")

    def daftar(fungsi):
        kode = fungsi.__name__.replace("_", "-")
        _entri[kode] = _Entri(kode, kelompok, bagian, fungsi, purna)
        return fungsi

    return daftar


def pelengkap(kode):
    """Decorator: what this function finds is added to the butir ``kode``; the same kode again replaces it."""

    def daftar(fungsi):
        _pelengkap[kode] = fungsi
        return fungsi

    return daftar


def lama(bulan):
    """Months in words of a law: ``3 bulan``, ``5 tahun``, ``1 tahun 6 bulan``."""
    tahun, sisa = divmod(bulan, 12)
    return " ".join(x for x in (f"{tahun} tahun" if tahun else "", f"{sisa} bulan" if sisa or not tahun else "") if x)


def temukan():
    """Imports ``hak_kewajiban`` of every app."""
    autodiscover_modules("hak_kewajiban")


def kode_semua():
    """Codes of all registered butir, in the order of registration."""
    return tuple(_entri)


def kode_pelengkap():
    """Codes of the butir somebody adds to."""
    return tuple(_pelengkap)


def bagian():
    """Sections of the Profil all butir together read."""
    return tuple(dict.fromkeys(b for e in _entri.values() for b in e.bagian))


def satu(kode, p, acuan):
    """The Butir ``kode`` of a Profil without what a pelengkap adds, or None; KeyError for an unknown code."""
    e = _entri[kode]
    hasil = e.fungsi(p, acuan)
    return hasil and replace(hasil, kode=e.kode, kelompok=e.kelompok)


def susun(p, acuan, *, boleh=lambda _bagian: True, lengkap=True):
    """[(key, name, icon, [Butir])] of a Profil, groups without a butir left out.

    ``boleh(bagian)``: may the reader see this part of the record? Where not, the law stands without the person's own
    figures (``tertutup``) and nothing is asked of a pelengkap.
    """
    isi = {kunci: [] for kunci, _, _ in KELOMPOK}
    for kode, e in _entri.items():
        b = None if p.berhenti and not e.purna else satu(kode, p, acuan)
        if b is None:
            continue
        if not boleh(b.bagian):
            if b.khusus:
                continue
            b = replace(b, milik="", fakta=(), tanggal=None, peristiwa="", tertutup=True)
        elif lengkap and kode in _pelengkap:
            b = _tambah(b, _pelengkap[kode](p.pegawai_id, p, acuan))
        isi[e.kelompok].append(b)
    return [(kunci, nama, ikon, isi[kunci]) for kunci, nama, ikon in KELOMPOK if isi[kunci]]


def _tambah(b, tambahan):
    if tambahan is None:
        return b
    return replace(
        b,
        milik=" ".join(x for x in (b.milik, tambahan.milik) if x),
        fakta=b.fakta + tambahan.fakta,
        tanggal=tambahan.tanggal or b.tanggal,
    )


def tanggal_penting(kelompok, hari_ini):
    """[Butir] with a date of today or later, nearest first, out of what ``susun`` gave."""
    semua = [b for _, _, _, daftar in kelompok for b in daftar if b.tanggal and b.tanggal >= hari_ini]
    return sorted(semua, key=lambda b: (b.tanggal, b.judul))
