"""Kurir: satu pemberitahuan ke luar portal, lewat surel atau gerbang WhatsApp. No database here.

The gateway gets ``POST`` with JSON ``{nomor, pesan, kunci}``; ``kunci`` is the same at every try, so that it can drop a
repeat. Signed: ``X-Portal-Tanda: sha256=HMAC(rahasia, "{X-Portal-Waktu}.{badan}")``. Only https unless DEBUG, a
redirect is not followed. ``Ditolak``: trying again is of no use; ``Tertunda``: try later. Both carry a sentence.
"""

import hashlib
import hmac
import json
import smtplib
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from kepegawaian import peristiwa as tabel

TUNGGU = 15  # seconds


class Ditolak(Exception):
    """The other side refuses for good."""


class Tertunda(Exception):
    """The other side cannot be reached now."""


def teks_luar(kabar):
    """(judul, isi, path) of a Pemberitahuan as it may leave the portal."""
    if kabar.rahasia:
        return "Ada pemberitahuan baru", "Buka portal untuk membacanya.", ""
    sumber = tabel.TABEL.get(kabar.peristiwa)
    judul = " ".join(kabar.judul.split())
    return judul, kabar.isi if sumber and sumber.isi_keluar else "Selengkapnya ada di portal.", kabar.url


def surel(alamat, kabar, kunci):
    """Sends one e-mail; Message-ID follows ``kunci``, so that a repeat is recognised as one."""
    judul, isi, path = teks_luar(kabar)
    badan = render_to_string(
        "email/kabar.txt", {"judul": judul, "isi": isi, "path": path, "alamat": settings.ALAMAT_PORTAL}
    )
    kepala = {"Message-ID": f"<{kunci}@{_ranah()}>", "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(f"{judul} · Portal BKD", badan, None, [alamat], headers=kepala).send()
    except (smtplib.SMTPRecipientsRefused, UnicodeError, ValueError) as galat:
        raise Ditolak("Alamat surelnya ditolak server surel; perbaiki data kontaknya.") from galat
    except (OSError, smtplib.SMTPException) as galat:
        raise Tertunda(f"Server surel tidak dapat dihubungi ({type(galat).__name__}).") from galat


def _ranah():
    return urlsplit(settings.ALAMAT_PORTAL).hostname or "portal"


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the signed text to somebody else."""

    def redirect_request(self, *_args, **_kwargs):
        return None


def whatsapp(nomor, kabar, kunci):
    """Hands one message to the gateway of the office (setting of the installation WA_WEBHOOK_URL)."""
    url, rahasia = settings.WA_WEBHOOK_URL, settings.WA_WEBHOOK_RAHASIA
    if not url or not rahasia:
        raise Ditolak("Gerbang WhatsApp belum dipasang.")
    if urlsplit(url).scheme != "https" and not (settings.DEBUG and urlsplit(url).scheme == "http"):
        raise Ditolak("Alamat gerbang WhatsApp harus https.")
    judul, isi, path = teks_luar(kabar)
    pesan = "\n".join(x for x in (judul, isi, f"{settings.ALAMAT_PORTAL}{path}") if x)
    badan = json.dumps({"nomor": nomor, "pesan": pesan, "kunci": kunci}, ensure_ascii=False).encode()
    waktu = str(int(time.time()))
    kepala = {
        "Content-Type": "application/json",
        "X-Portal-Waktu": waktu,
        "X-Portal-Tanda": "sha256=" + tanda(rahasia, waktu, badan),
    }
    permintaan = urllib.request.Request(url, badan, kepala, method="POST")  # noqa: S310 - scheme checked above
    try:
        with urllib.request.build_opener(_TanpaAlih).open(permintaan, timeout=TUNGGU):
            return
    except urllib.error.HTTPError as galat:
        galat.close()
        if galat.code in (408, 425, 429) or galat.code >= 500:
            raise Tertunda(f"Gerbang WhatsApp sedang bermasalah (HTTP {galat.code}).") from galat
        raise Ditolak(f"Gerbang WhatsApp menolak kiriman (HTTP {galat.code}).") from galat
    except OSError as galat:
        raise Tertunda("Gerbang WhatsApp tidak menjawab.") from galat


def tanda(rahasia, waktu, badan):
    """Hex HMAC-SHA256 of ``waktu.badan``; what the gateway recomputes."""
    return hmac.new(rahasia.encode(), waktu.encode() + b"." + badan, hashlib.sha256).hexdigest()


KURIR = {tabel.SUREL: surel, tabel.WHATSAPP: whatsapp}
