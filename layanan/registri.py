"""Registri: layanan dan fungsi kasus yang dikenal portal. Reached through ``katalog``; no Django here."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable
from typing import Any, NamedTuple

_daftar: dict[str, Any] = {}
_kumpulan: dict[str, "KumpulanAturan"] = {}

# Pure functions callable by name from a file of cases (``tests/kasus/*.yaml``, ``manage.py uji_kasus``).
_fungsi: dict[str, Callable] = {}


def daftarkan(kelas):
    """Class decorator: puts a layanan into the registry. A slug used twice stops the start."""
    if kelas.slug in _daftar and type(_daftar[kelas.slug]).__qualname__ != kelas.__qualname__:
        raise ValueError(f"slug layanan {kelas.slug!r} dipakai dua kali")
    _daftar[kelas.slug] = kelas()
    return kelas


def semua():
    """All layanan, by name."""
    return sorted(_daftar.values(), key=lambda layanan: layanan.nama)


def ambil(slug):
    """The layanan ``slug``; KeyError when unknown."""
    return _daftar[slug]


def pilihan():
    """Choices (slug, nama) for model fields and filters."""
    return [(layanan.slug, layanan.nama) for layanan in semua()]


class KumpulanAturan(NamedTuple):
    """Rules of the law that belong to a page and not to a layanan; ``halaman`` is the URL name of that page."""

    slug: str
    nama: str
    halaman: str
    syarat: tuple

    @property
    def semua_syarat(self):
        """As a layanan has it."""
        return self.syarat

    @property
    def dasar(self):
        """No law of its own beside that of its rules."""
        return ()


def daftarkan_aturan(slug, nama, halaman, syarat):
    """Makes the Syarat of a page known, so that the page of each regulation lists them; the same slug again replaces."""
    _kumpulan[slug] = KumpulanAturan(slug, nama, halaman, tuple(syarat))


def kumpulan_aturan():
    """All rules outside a layanan, by name."""
    return sorted(_kumpulan.values(), key=lambda k: k.nama)


def fungsi_kasus(nama):
    """Decorator: registers a pure function for the files of cases under ``nama``.

    The function takes ``acuan`` and the values of ``masukan`` as keywords, and returns a dict (or a value)
    that is compared with ``harapan``. Its signature and docstring are what ``uji_kasus --daftar`` prints.
    """

    def bungkus(fungsi):
        if nama in _fungsi and _fungsi[nama].__qualname__ != fungsi.__qualname__:
            raise ValueError(f"fungsi kasus {nama!r} dipakai dua kali")
        _fungsi[nama] = fungsi
        return fungsi

    return bungkus


def fungsi_terdaftar():
    """All functions for cases, by name."""
    return dict(sorted(_fungsi.items()))


def temukan():
    """Imports ``<app>.layanan.*`` and ``<app>.kasus`` of every installed app (as admin.py is discovered)."""
    from django.apps import apps  # noqa: PLC0415 - the registry itself must import without Django

    for app in apps.get_app_configs():
        for nama in (f"{app.name}.layanan", f"{app.name}.kasus"):
            spek = importlib.util.find_spec(nama)
            if spek is None:
                continue
            modul = importlib.import_module(nama)
            for anak in pkgutil.iter_modules(getattr(modul, "__path__", [])):
                importlib.import_module(f"{nama}.{anak.name}")
