"""Baris tabel akses: ``H`` one address read by everybody, ``P`` one act by POST, ``pos`` an address that takes POST only."""

from collections.abc import Callable
from typing import NamedTuple


class H(NamedTuple):
    """One address read by everybody; ``jawab``: what the group gets (405: POST only)."""

    nama: str
    kelompok: str
    argumen: Callable = lambda d: ()
    jawab: tuple = (200,)
    kueri: str = ""


class P(NamedTuple):
    """One act by POST that succeeds for ``boleh`` and changes rows (unless not ``berubah``); nobody else changes any."""

    nama: str
    boleh: frozenset
    argumen: Callable = lambda d: ()
    isi: Callable = lambda d: {}
    berubah: bool = True


def pos(nama, argumen=lambda d: ()):
    """An address that takes POST only: nobody reads it."""
    return H(nama, "tidak_ada", argumen, ())
