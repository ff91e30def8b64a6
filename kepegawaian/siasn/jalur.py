"""Jalur: satu permintaan HTTP dengan batas waktu dan ukuran; a redirect is not followed, nothing personal is logged.

The standard library is enough, as in ``kepegawaian.kurir`` and ``layanan.tte.bsre``: no further dependency.
"""

import http.client
import logging
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from django.conf import settings

from kepegawaian.siasn.galat import Terganggu, TidakPasti

log = logging.getLogger(__name__)
MAKS = 8 * 1024 * 1024


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    """A redirect would carry both tokens to somebody else."""

    def redirect_request(self, *_args, **_kwargs):
        return None


_BUKA = urllib.request.build_opener(_TanpaAlih).open


def panggil(metode, url, badan=None, kepala=None, *, nama, tulis=False):
    """(status, body, headers) of any answer at all.

    ``nama``: what the log calls it, an end point without its NIP. Silence is Terganggu; of a write (``tulis``) that has
    gone out it is TidakPasti.
    """
    if urlsplit(url).scheme != "https" and not (settings.DEBUG or settings.SIASN["tanpa_tls"]):
        raise Terganggu("Alamat SIASN harus https. Hubungi admin sistem.")
    permintaan = urllib.request.Request(url, badan, kepala or {}, method=metode)  # noqa: S310 - scheme checked above
    mulai, status = time.monotonic(), 0
    try:
        with _BUKA(permintaan, timeout=settings.SIASN["tunggu"]) as jawab:
            status = jawab.status
            return status, _isi(jawab, mulai), jawab.headers
    except urllib.error.HTTPError as galat:
        status = galat.code
        with galat:
            try:
                return status, _isi(galat, mulai), galat.headers
            except (OSError, http.client.HTTPException):
                return status, b"", galat.headers
    except urllib.error.URLError as galat:
        if tulis and isinstance(galat.reason, TimeoutError):
            raise TidakPasti("SIASN tidak menjawab kiriman pada waktunya.") from galat
        raise Terganggu(f"SIASN tidak dapat dihubungi ({type(galat.reason).__name__}).") from galat
    except (OSError, http.client.HTTPException) as galat:
        kelas = TidakPasti if tulis else Terganggu
        raise kelas(f"Jawaban SIASN terputus di tengah jalan ({type(galat).__name__}).") from galat
    finally:
        log.info("siasn %s %s %s %d ms", metode, nama, status or "gagal", (time.monotonic() - mulai) * 1000)


def _isi(jawab, mulai):
    """The body in pieces, within the size and twice the time one read may take: a trickle must not hold a worker."""
    bagian, banyak = [], 0
    while potong := jawab.read(65536):
        banyak += len(potong)
        if banyak > MAKS or time.monotonic() - mulai > 2 * settings.SIASN["tunggu"]:
            raise OSError("jawaban terlalu panjang atau terlalu lambat")
        bagian.append(potong)
    return b"".join(bagian)
