"""Peraga: sebuah benda menjawab di tempat SIASN, bagi data contoh selagi sambungan mati.

Within ``pakai(layanan)`` every call of ``klien`` becomes ``layanan.jawab(method, path, body)``, which gives (status, bytes,
headers) as HTTP would. All behind it is the code an office uses; no token is asked for, nothing reaches the network or
Redis, and what is kept says ``sumber="contoh"``.
"""

from contextlib import contextmanager
from contextvars import ContextVar

_layanan = ContextVar("layanan_peraga_siasn", default=None)


def kini():
    """The stand-in of the running demo, or None."""
    return _layanan.get()


@contextmanager
def pakai(layanan):
    """``layanan`` answers instead of SIASN until the end of the block. Demo only."""
    tanda = _layanan.set(layanan)
    try:
        yield layanan
    finally:
        _layanan.reset(tanda)
