"""Dua token SIASN, hanya di Redis dan tersandi dengan kunci dari SECRET_KEY; tidak pernah di basis data atau log.

``Authorization`` is that of BKN's API manager (client_credentials), ``Auth`` that of SSO SIASN. SSO asks for a second
factor since 2025, so the password grant may fail: then a person pastes a fresh token (``tempel``). Each is asked for only
when its address is configured: a gateway of the office that adds the tokens itself needs none.
"""

import base64
import hashlib
import json
import time
from datetime import UTC, datetime
from urllib.parse import urlencode

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from kepegawaian.siasn import jalur, peraga
from kepegawaian.siasn.galat import Terganggu, TokenHabis

SISA = 60  # renewed so many seconds before the end
HABIS = "Token SSO SIASN habis atau belum ditempel. Tempel token yang baru pada halaman Sambungan SIASN."
UMUR_TEMPEL = 8 * 3600  # of a pasted token that does not say its own end
MAKS = 8192


def _gembok():
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"siasn:{settings.SECRET_KEY}".encode()).digest()))


def _simpan(nama, token, umur, akun=""):
    isi = json.dumps({"token": token, "sampai": time.time() + umur, "akun": akun, "sejak": time.time()})
    cache.set(f"siasn:token:{nama}", _gembok().encrypt(isi.encode()).decode(), max(int(umur), 1))


def _baca(nama):
    """The stored token that still has a while to live, or None."""
    isi = cache.get(f"siasn:token:{nama}")
    if isi is None:
        return None
    try:
        satu = json.loads(_gembok().decrypt(isi.encode()))
    except InvalidToken:
        return None
    return satu if satu["sampai"] > time.time() else None


def buang(nama):
    """Forgets a token that was refused."""
    cache.delete(f"siasn:token:{nama}")


def kepala():
    """The headers of a call; raises TokenHabis or Terganggu."""
    atur, hasil = settings.SIASN, {}
    if atur["apim_url"]:
        hasil["Authorization"] = f"Bearer {_ambil('apim', _minta_apim)}"
    if atur["sso_url"]:
        hasil["Auth"] = f"bearer {_ambil('sso', _minta_sso)}"
    return hasil


def akun():
    """The SSO account behind the calls, for the record of a write."""
    if peraga.kini() is not None:
        return "contoh"
    satu = _baca("sso") if settings.SIASN["sso_url"] else None
    return (satu["akun"] if satu else settings.SIASN["pengguna"] or "gerbang")[:80]


def _ambil(nama, minta):
    satu = _baca(nama)
    if satu is not None and satu["sampai"] - time.time() > SISA:
        return satu["token"]
    if satu is not None and nama == "sso" and not settings.SIASN["sandi"]:
        return satu["token"]  # pasted by a person: used to its last second
    return minta()


def _minta_apim():
    atur = settings.SIASN
    rahasia = base64.b64encode(f"{atur['kunci']}:{atur['rahasia']}".encode()).decode()
    return _tukar(
        "apim", atur["apim_url"], {"grant_type": "client_credentials"}, {"Authorization": f"Basic {rahasia}"},
        "API manager BKN menolak kunci instansi. Periksa SIASN_KUNCI dan SIASN_RAHASIA.", "",
    )  # fmt: skip


def _minta_sso():
    atur = settings.SIASN
    if not (atur["pengguna"] and atur["sandi"]):
        raise TokenHabis(HABIS)
    isi = {
        "grant_type": "password", "client_id": atur["sso_klien"],
        "username": atur["pengguna"], "password": atur["sandi"],
    }  # fmt: skip
    return _tukar("sso", atur["sso_url"], isi, {}, f"SSO SIASN menolak akun instansi. {HABIS}", atur["pengguna"])


def _tukar(nama, url, isi, kepala_lain, penolakan, pemilik):
    """Asks a token end point; keeps and returns the token."""
    badan = urlencode(isi).encode()
    tipe = {"Content-Type": "application/x-www-form-urlencoded"}
    status, jawab, _ = jalur.panggil("POST", url, badan, tipe | kepala_lain, nama=f"token-{nama}")
    if status in (400, 401, 403):
        raise TokenHabis(penolakan)
    try:
        data = json.loads(jawab)
        token, umur = str(data["access_token"]), float(data.get("expires_in", 300))
    except (ValueError, KeyError, TypeError) as galat:
        raise Terganggu(f"Penerbit token SIASN menjawab HTTP {status} tanpa token.") from galat
    _simpan(nama, token, umur, pemilik)
    return token


def tempel(teks, oleh):
    """Keeps a pasted SSO token; returns the moment it ends. ``ValueError`` with a sentence when it is none."""
    token = " ".join(teks.split())
    token = token[7:] if token[:7].lower() == "bearer " else token
    if not token or " " in token or len(token) > MAKS or not token.isascii():
        raise ValueError("Ini bukan token: token satu rangkaian huruf dan angka tanpa spasi.")
    isi = _isi_jwt(token)
    sampai = isi.get("exp")
    umur = float(sampai) - time.time() if isinstance(sampai, int | float) else UMUR_TEMPEL
    if umur <= 0:
        raise ValueError("Token ini sudah habis. Masuk lagi ke SSO SIASN, lalu salin token yang baru.")
    _simpan("sso", token, umur, str(isi.get("preferred_username") or oleh))
    return timezone.localtime(datetime.fromtimestamp(time.time() + umur, UTC))


def _isi_jwt(token):
    """The claims of a JWT, unverified: only its end and whose it is; {} for any other token."""
    bagian = token.split(".")
    if len(bagian) != 3:
        return {}
    try:
        isi = json.loads(base64.urlsafe_b64decode(bagian[1] + "=" * (-len(bagian[1]) % 4)))
    except (ValueError, UnicodeDecodeError):
        return {}
    return isi if isinstance(isi, dict) else {}


def keadaan():
    """[{nama, perlu, ada, akun, sejak, sampai, tempel}] of both tokens for the page; never the token itself."""
    atur, hasil = settings.SIASN, []
    for nama, sebutan, perlu in (
        ("apim", "API manager BKN", bool(atur["apim_url"])),
        ("sso", "SSO SIASN", bool(atur["sso_url"])),
    ):
        satu = _baca(nama) if perlu else None
        waktu = (
            {k: timezone.localtime(datetime.fromtimestamp(satu[k], UTC)) for k in ("sejak", "sampai")} if satu else {}
        )
        tempelan = nama == "sso" and not atur["sandi"]
        hasil.append({"nama": sebutan, "perlu": perlu, "ada": bool(satu), "akun": satu["akun"] if satu else "",
                      "tempel": tempelan, **waktu})  # fmt: skip
    return hasil
