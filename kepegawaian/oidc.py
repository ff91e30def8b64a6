"""Masuk lewat penyedia identitas (OpenID Connect, Authorization Code dengan PKCE); mati tanpa OIDC_PENERBIT.

The provider only says who somebody is: the account is the one whose name is the NIP of the claim ``OIDC_KLAIM_NIP``. None is ever made
here, a closed one stays closed, and a second step of ours is still asked for. Tokens are verified by PyJWT with the keys of the
provider; only asymmetric algorithms are taken. Nothing of the token is kept.
"""

import base64
import hashlib
import json
import logging
import secrets
import urllib.error
import urllib.request
from urllib.parse import urlencode, urlsplit

import jwt
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare

log = logging.getLogger(__name__)

ALGORITMA = ["RS256", "PS256", "ES256", "EdDSA"]  # never none, never HS256: the client secret must not sign
TUNGGU = 10  # seconds
MAKS_JAWABAN = 1 << 20
SIMPAN = 3600
LONGGAR = 30  # seconds that clocks may differ
LOKAL = ("127.0.0.1", "localhost", "::1")


class OidcGagal(Exception):
    """Login by the provider did not work; ``str()`` is the sentence for the reader."""


class _TanpaAlihan(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args, **_lain):
        """A provider that answers by sending us elsewhere is not followed."""
        return


_BUKA = urllib.request.build_opener(_TanpaAlihan)


def menyala():
    """Has the office installed a provider?"""
    return bool(settings.OIDC["penerbit"])


def mulai(balik):
    """(address of the provider to go to, what the session must remember) of a new login."""
    ingat = {
        "state": secrets.token_urlsafe(32),
        "nonce": secrets.token_urlsafe(32),
        "pembuktian": secrets.token_urlsafe(48),
    }
    tantangan = base64.urlsafe_b64encode(hashlib.sha256(ingat["pembuktian"].encode()).digest()).rstrip(b"=").decode()
    isi = {
        "response_type": "code", "client_id": settings.OIDC["klien"], "redirect_uri": balik, "scope": settings.OIDC["lingkup"],
        "state": ingat["state"], "nonce": ingat["nonce"], "code_challenge": tantangan, "code_challenge_method": "S256",
    }  # fmt: skip
    alamat = _aman(_penemuan()["authorization_endpoint"])
    return f"{alamat}{'&' if '?' in alamat else '?'}{urlencode(isi)}", ingat


def selesai(kueri, ingat, balik):
    """NIP that the provider vouches for, out of its answer; raises OidcGagal."""
    if not ingat or not constant_time_compare(kueri.get("state", ""), ingat["state"]):
        raise OidcGagal("Jawaban penyedia tidak cocok dengan permintaan Anda. Mulai lagi dari halaman masuk.")
    if "error" in kueri or not kueri.get("code"):
        raise OidcGagal("Penyedia identitas tidak mengizinkan, atau Anda membatalkannya.")
    token = _minta(
        _penemuan()["token_endpoint"],
        {"grant_type": "authorization_code", "code": kueri["code"], "redirect_uri": balik, "code_verifier": ingat["pembuktian"]},
    )  # fmt: skip
    klaim = _periksa(token.get("id_token", ""), ingat["nonce"])
    nip = "".join(str(klaim.get(settings.OIDC["klaim_nip"], "")).split())
    if not nip:
        raise OidcGagal("Penyedia identitas tidak menyebut NIP Anda. Masuk dengan kata sandi, lalu hubungi BKD.")
    return nip


def _periksa(token, nonce):
    """Claims of a verified id token."""
    try:
        kepala = jwt.get_unverified_header(token)
        klaim = jwt.decode(
            token, _kunci(kepala.get("kid")), algorithms=ALGORITMA, audience=settings.OIDC["klien"], leeway=LONGGAR,
            issuer=settings.OIDC["penerbit"], options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )  # fmt: skip
    except jwt.PyJWTError as galat:
        log.warning("token OIDC ditolak: %s", type(galat).__name__)
        raise OidcGagal("Jawaban penyedia identitas tidak sah. Masuk dengan kata sandi, lalu hubungi BKD.") from galat
    lain = klaim.get("azp")
    if not constant_time_compare(str(klaim.get("nonce", "")), nonce) or lain not in (None, settings.OIDC["klien"]):
        log.warning("token OIDC ditolak: nonce atau azp")
        raise OidcGagal("Jawaban penyedia identitas tidak sah. Masuk dengan kata sandi, lalu hubungi BKD.")
    return klaim


def _kunci(kid):
    """The public key ``kid`` of the provider; its list is asked for again once when the key is new."""
    for segar in (False, True):
        daftar = jwt.PyJWKSet.from_dict(_ambil(_penemuan()["jwks_uri"], segar=segar))
        for satu in daftar.keys:
            if satu.key_id == kid or (kid is None and len(daftar.keys) == 1):
                return satu
    raise jwt.InvalidKeyError("kunci tidak dikenal")


def _penemuan():
    """The provider's description of itself."""
    isi = _ambil(f"{settings.OIDC['penerbit'].rstrip('/')}/.well-known/openid-configuration")
    if isi.get("issuer") != settings.OIDC["penerbit"]:
        raise OidcGagal("Penyedia identitas salah dipasang. Masuk dengan kata sandi, lalu hubungi admin sistem.")
    return isi


# ── over the wire ────────────────────────────────────────────────────────────────────────────────────


def _aman(alamat):
    """The address when it is https, or on this very machine."""
    bagian = urlsplit(alamat)
    if bagian.scheme == "https" or (bagian.scheme == "http" and bagian.hostname in LOKAL):
        return alamat
    raise OidcGagal("Penyedia identitas salah dipasang. Masuk dengan kata sandi, lalu hubungi admin sistem.")


def _ambil(alamat, *, segar=False):
    """A JSON document of the provider, kept for an hour."""
    kunci = "oidc:" + hashlib.sha256(alamat.encode()).hexdigest()
    try:
        ada = None if segar else cache.get(kunci)
    except Exception:
        ada = None
    if ada is None:
        ada = _baca(urllib.request.Request(_aman(alamat)))  # noqa: S310 - _aman allows http only on this machine
        try:
            cache.set(kunci, ada, SIMPAN)
        except Exception as galat:
            log.warning("penyedia OIDC tidak tersimpan: %s", type(galat).__name__)
    return ada


def _minta(alamat, isi):
    """Answer of the token endpoint, asked as the client we are."""
    rahasia = base64.b64encode(f"{settings.OIDC['klien']}:{settings.OIDC['rahasia']}".encode()).decode()
    kepala = {"Authorization": f"Basic {rahasia}", "Content-Type": "application/x-www-form-urlencoded"}
    return _baca(urllib.request.Request(_aman(alamat), urlencode(isi).encode(), kepala))  # noqa: S310 - as above


def _baca(permintaan):
    """A JSON object, at most a megabyte, within the time."""
    try:
        with _BUKA.open(permintaan, timeout=TUNGGU) as jawab:
            isi = json.loads(jawab.read(MAKS_JAWABAN + 1)[:MAKS_JAWABAN])
    except (OSError, ValueError, urllib.error.URLError) as galat:
        log.warning("penyedia OIDC tidak menjawab: %s", type(galat).__name__)
        raise OidcGagal("Penyedia identitas sedang tidak terjangkau. Masuk dengan kata sandi.") from galat
    if not isinstance(isi, dict):
        raise OidcGagal("Penyedia identitas sedang tidak terjangkau. Masuk dengan kata sandi.")
    return isi
