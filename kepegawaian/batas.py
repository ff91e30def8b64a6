"""Batas laju: berapa kali sesuatu boleh dicoba dalam suatu masa, tiap akun dan tiap alamat jaringan.

Counters live in Redis, under a fingerprint of the key, never the NIP or address itself. Without Redis nothing is counted and
the portal goes on, with a line in the log: what protects passwords then is the lock of django-axes, which lives in the
database. ``lewat_batas`` counts one try, ``kembalikan`` gives it back once it has succeeded; ``BatasMiddleware`` (middleware.py) asks it for what a table below names.
"""

import logging
import math

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils.crypto import salted_hmac

log = logging.getLogger(__name__)

# Tries within the window (seconds), per kind: by network address (a whole office may share one), by NIP, by account.
BATAS = {
    "minta": {"alamat": (300, 3600), "nip": (4, 3600)},
    "kode": {"alamat": (600, 3600), "nip": (12, 3600)},
    "masuk": {"alamat": (600, 900)},
    "faktor": {"alamat": (300, 900), "akun": (10, 900)},
    "cari": {"akun": (240, 60)},
    "ekspor": {"akun": (60, 300)},
    "unggah": {"akun": (300, 600)},
    "umum": {"alamat": (300, 300)},
}
# Names of pages whose every request counts; exports and uploads are known by name and method, searches of lists by ``q``.
CARI = frozenset({"tata_kelola:cari"})
UMUM = frozenset({
    "layanan:verifikasi", "tata_kelola:terbuka_download", "tata_kelola:terbuka_detail", "pengadaan:umum_pdf",
    "pengadaan:umum_pengganti", "disiplin:lapor",
})  # fmt: skip
# Wrong passwords of one account within an hour, from wherever, before its tries are slowed down to one in JEDA seconds.
GAGAL_AKUN, MASA_GAGAL, JEDA = 20, 3600, 30
KUE_PERANTI, UMUR_PERANTI = "peranti", 180 * 86400
_GARAM = "kepegawaian.peranti"


def kunci_cache(*bagian):
    """Name of a counter; what it counts cannot be read from it."""
    return "batas:" + salted_hmac("kepegawaian.akun.batas", ":".join(map(str, bagian)), algorithm="sha256").hexdigest()


def _aman(hitung, bila_mati):
    """The answer of ``hitung``, or ``bila_mati`` without Redis."""
    try:
        return hitung()
    except Exception as galat:
        log.warning("batas laju tidak dihitung: %s", type(galat).__name__)
        return bila_mati


def lewat_batas(jenis, **kunci):
    """Counts one try of ``jenis`` for each key (alamat=…, nip=…); True when one of them is over its limit."""
    lewat = False
    for nama, nilai in kunci.items():  # every key counts, also when the first is over
        lewat |= _aman(lambda n=nama, v=nilai: _tambah(jenis, n, v), False)
    return lewat


def _tambah(jenis, nama, nilai):
    maks, detik = BATAS[jenis][nama]
    satu = kunci_cache(jenis, nama, nilai)
    cache.add(satu, 0, detik)
    try:
        return cache.incr(satu) > maks
    except ValueError:  # the window ended between the two calls
        cache.add(satu, 1, detik)
        return False


def kembalikan(jenis, **kunci):
    """Gives a try back that has succeeded: ten thousand people behind one address log in on the same morning."""
    for nama, nilai in kunci.items():
        _aman(lambda n=nama, v=nilai: _kurang(jenis, n, v), None)


def _kurang(jenis, nama, nilai):
    try:
        cache.decr(kunci_cache(jenis, nama, nilai))
    except ValueError:
        return  # the window has ended since


def jenis_permintaan(nama, request):
    """Kind of limit that a request by an account falls under, or None."""
    metode, content_type = request.method, request.content_type
    ekor = nama.rpartition(":")[2]
    if "ekspor" in ekor or ekor.endswith("unduh_xlsx") or nama == "tata_kelola:jejak_download":
        return "ekspor"
    if metode == "POST" and content_type == "multipart/form-data":
        return "unggah"
    if nama in CARI or (metode == "GET" and request.GET.get("q")):
        return "cari"
    return None


def jenis_umum(nama):
    """Kind of limit that a request without an account falls under, or None."""
    return "umum" if nama in UMUM else None


def masa(jenis):
    """Longest window of a kind in seconds, for ``Retry-After``; and in whole minutes, for the reader."""
    detik = max(d for _, d in BATAS[jenis].values())
    return detik, math.ceil(detik / 60)


# ── one account, many addresses ──────────────────────────────────────────────────────────────────────


def tertahan(nip, request):
    """Must this try of a password wait? Only after many failures, never on a device its owner has used before.

    A stranger who guesses from many addresses slows himself down; he cannot lock the owner out of his own devices.
    """
    if nip in peranti_dikenal(request):
        return False
    return _aman(lambda: _penuh(nip), False)


def _penuh(nip):
    if (cache.get(kunci_cache("gagal", nip)) or 0) < GAGAL_AKUN:
        return False
    return not cache.add(kunci_cache("jeda", nip), 1, JEDA)


def catat_gagal(nip):
    """One wrong password of the account, whether or not it exists."""

    def tambah():
        cache.add(kunci_cache("gagal", nip), 0, MASA_GAGAL)
        cache.incr(kunci_cache("gagal", nip))

    _aman(tambah, None)


def lupakan_gagal(nip):
    """The owner has proven himself: what others tried no longer counts."""
    _aman(lambda: cache.delete(kunci_cache("gagal", nip)), None)


def peranti_dikenal(request):
    """Account names that have logged in on this device within half a year, from its signed cookie."""
    try:
        return signing.loads(request.COOKIES.get(KUE_PERANTI, ""), salt=_GARAM, max_age=UMUR_PERANTI)
    except signing.BadSignature:
        return []


def kenali_peranti(jawab, request, nip):
    """Marks the device of a successful login; at most five accounts share one."""
    nama = [nip, *(n for n in peranti_dikenal(request) if n != nip)][:5]
    jawab.set_cookie(
        KUE_PERANTI, signing.dumps(nama, salt=_GARAM, compress=True), max_age=UMUR_PERANTI, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE, path="/masuk/",
    )  # fmt: skip
    return jawab
