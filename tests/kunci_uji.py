"""Kunci uji: a handful of RSA keys a process, given out in turn; making one costs a tenth of a second.

Two that a test asks for one after the other differ; certificates are made anew each time.
"""

from functools import cache
from itertools import count

from cryptography.hazmat.primitives.asymmetric import rsa

from layanan.tte import ca_uji

BANYAK = 8
_urut = count()


@cache
def _kunci(nomor):
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def kunci():
    """The next key."""
    return _kunci(next(_urut) % BANYAK)


class CaUji(ca_uji.CaUji):
    """The authority of ``layanan.tte.ca_uji`` with keys of this module."""

    kunci_baru = staticmethod(kunci)
