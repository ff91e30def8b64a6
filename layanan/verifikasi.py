"""Verifikasi: berkas yang dipegang seseorang dibandingkan dengan yang tercatat; tidak ada yang disimpan.

Three answers that do not depend on each other: is it byte for byte the registered file, is it at least the same
naskah, and what is its electronic signature worth (integrity, signer, time, chain).
"""

import hashlib
from dataclasses import dataclass

from django.conf import settings

SAMA, BERUBAH, LAIN, TERLALU_BESAR = "sama", "berubah", "lain", "terlalu_besar"


@dataclass(frozen=True)
class Banding:
    """``hasil``: sama | cetakan (the unsigned print) | berubah | lain | terlalu_besar; ``tanda``: [Tanda]."""

    hasil: str
    tanda: tuple = ()

    @property
    def rusak(self):
        """True when a signature in the file does not hold any more."""
        return any(not t.utuh for t in self.tanda)


def bandingkan(naskah, file):
    """Banding of an uploaded file with a naskah."""
    if file.size > settings.BERKAS_MAKS_BYTE:
        return Banding(TERLALU_BESAR)
    data = file.read()
    sidik = hashlib.sha256(data).hexdigest()
    sah = naskah.tahap == "ditandatangani"
    if sidik == naskah.hash_sah and sah:
        return Banding(SAMA, _tanda(data))
    if sidik == naskah.hash_cetak:
        return Banding("cetakan" if sah else SAMA, _tanda(data))
    if naskah.isi.filter(hash_petikan=sidik).exists():
        return Banding(SAMA)  # the petikan of one person of a collective decree
    return Banding(BERUBAH if _naskah_sama(naskah, data) else LAIN, _tanda(data))


def _tanda(data):
    if not data.startswith(b"%PDF-"):
        return ()
    from layanan.tte.periksa import periksa  # noqa: PLC0415 - pyHanko takes half a second to import

    return tuple(periksa(data))


def _naskah_sama(naskah, data):
    """Is ``data`` this naskah with other bytes? By its identifier (the token), or by the bytes it shares."""
    if naskah.token.encode() in data or naskah.token.encode().hex().encode() in data.lower():
        return True
    for medan in (naskah.berkas_sah, naskah.berkas_cetak):
        if not medan:
            continue
        try:
            with medan.open("rb") as berkas:
                asli = berkas.read()
        except OSError:
            continue
        sama = sum(a == b for a, b in zip(asli, data, strict=False))
        if sama > 0.9 * max(len(asli), len(data)):
            return True
    return False
