"""Memeriksa tanda tangan elektronik pada sebuah PDF dengan pemeriksa pyHanko; tidak mengambil apa pun dari jaringan.

Trusted roots are the certificates ``TTE_DIR/akar/*.crt`` (PEM or DER). A root whose name begins with "CA UJI" is
a test authority and is said to be one.
"""

import io
import logging
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import ValidationInfoReadingError
from pyhanko_certvalidator import ValidationContext

from layanan.tte.putaran import di_luar_putaran

CA_UJI = "CA UJI"
TEPERCAYA, UJI, ASING = "tepercaya", "uji", "asing"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Tanda:
    """One signature. ``terbaca``: False when there is one but it cannot be read any more. ``utuh``: what it covers is unchanged and nothing was added but what a signature may;
    ``rantai``: tepercaya, uji (test CA) or asing; ``tercap``: the time comes from a timestamp authority."""

    utuh: bool
    nama: str
    penerbit: str
    waktu: datetime | None
    tercap: bool
    rantai: str
    terbaca: bool = True


def akar():
    """Certificates of the trusted roots, read anew each time (few and small)."""
    folder = Path(settings.TTE_DIR) / "akar"
    return list(load_certs_from_pemder(sorted(str(p) for p in folder.glob("*.crt")))) if folder.is_dir() else []


def periksa(data):
    """[Tanda] of the signatures in the PDF ``data``, oldest first; [] when it has none or is no PDF.

    A signature that is there but damaged is one Tanda that is neither ``utuh`` nor ``terbaca``.
    """
    try:
        pembaca = PdfFileReader(io.BytesIO(data), strict=False)
        hasil = [_satu(t) for t in pembaca.embedded_regular_signatures]
    except RUSAK:
        hasil = []
    return hasil or ([TAK_TERBACA] if BEKAS.search(data) else [])


TAK_TERBACA = Tanda(utuh=False, nama="", penerbit="", waktu=None, tercap=False, rantai=ASING, terbaca=False)
# What every PDF signature leaves in the bytes: the range it covers (ISO 32000-1, 12.8.1).
BEKAS = re.compile(rb"/ByteRange\s*\[")
# A file somebody uploads may be broken in any way; whatever its reading raises means: no signature that can be read.
RUSAK = (PdfError, SigningError, ValidationInfoReadingError, ValueError, KeyError, TypeError, AttributeError, IndexError,
         RecursionError, OverflowError, AssertionError, NotImplementedError)  # fmt: skip


def _satu(tertanam):
    sertifikat = tertanam.signer_cert
    nama = sertifikat.subject.native.get("common_name", "") if sertifikat else ""
    penerbit = sertifikat.issuer.native.get("common_name", "") if sertifikat else ""
    waktu = tertanam.self_reported_timestamp
    try:
        hasil, pada = _validasi(tertanam, timezone.now()), None
        if not hasil.trusted and waktu:  # the certificate may have expired since
            pada = _validasi(tertanam, waktu)
    except RUSAK:
        log.info("tanda tangan tidak terbaca", exc_info=True)
        return Tanda(False, str(nama), str(penerbit), waktu, False, ASING)
    utuh = bool(hasil.intact and hasil.valid) and hasil.modification_level in (
        None, ModificationLevel.NONE, ModificationLevel.LTA_UPDATES
    )  # fmt: skip
    cap = hasil.timestamp_validity
    tercap = bool(cap and cap.intact and cap.valid and cap.trusted)
    rantai = ASING
    if hasil.trusted or (pada and pada.trusted):
        jalur = (hasil if hasil.trusted else pada).validation_path
        rantai = UJI if _nama_akar(jalur).startswith(CA_UJI) else TEPERCAYA
    return Tanda(utuh, str(nama), str(penerbit), cap.timestamp if tercap else waktu, tercap, rantai)


def _validasi(tertanam, saat):
    konteks = ValidationContext(trust_roots=akar(), allow_fetching=False, moment=saat, retroactive_revinfo=True)
    return di_luar_putaran(
        validate_pdf_signature,
        tertanam,
        signer_validation_context=konteks,
        ts_validation_context=ValidationContext(trust_roots=akar()),
    )


def _nama_akar(jalur):
    return str(jalur.first.subject.native.get("common_name", ""))
