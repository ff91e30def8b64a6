"""Langkah kedua: kode enam angka dari aplikasi autentikator (TOTP, RFC 6238) dan kode pulih sekali pakai.

Who must have it is the dated setting ``akun_dua_langkah_wajib`` per role, with a grace period from the first login. The
secret is encrypted with SECRET_KEY (``SECRET_KEY_LAMA`` still reads older ones), recovery codes are kept as fingerprints.
A code works once and one period (30 s) around now. Algorithm: ``cryptography``, which the portal has anyway.
"""

import base64
import hashlib
import secrets
import time
from datetime import timedelta
from urllib.parse import quote, urlencode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from kepegawaian import jejak, sesi
from kepegawaian.models import FaktorKedua, KodePulih

PERIODE = 30
TOLERANSI = 1  # periods before and after now: clocks of phones differ
BANYAK_PULIH = 10
MAKS_GAGAL, TAHAN = (
    10,
    timedelta(minutes=15),
)  # wrong codes in a row, and how long they hold; in the database, not in Redis
ABJAD = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PENERBIT = "Portal BKD"


class FaktorDitolak(Exception):
    """An act on the second step that is not allowed; ``str()`` says why."""


# ── the secret ───────────────────────────────────────────────────────────────────────────────────────


def _kunci():
    """The key of today, then those that still read what was written before."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _sandi():
    def satu(kunci):
        return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"kepegawaian.faktor" + kunci.encode()).digest()))

    return MultiFernet([satu(k) for k in _kunci()])


def _buka(faktor):
    """The secret in clear, or None when no key reads it."""
    try:
        return _sandi().decrypt(faktor.rahasia.encode())
    except InvalidToken:
        return None


def kode_pada(rahasia, langkah):
    """The six digits of a period."""
    return TOTP(rahasia, 6, SHA1(), PERIODE).generate(langkah * PERIODE).decode()  # noqa: S303 - RFC 6238; authenticator apps know no other


def _langkah(pada):
    return int((pada.timestamp() if pada else time.time()) // PERIODE)


def tulis_rahasia(rahasia):
    """The secret as a person types it: base32 in groups of four."""
    teks = base64.b32encode(rahasia).decode().rstrip("=")
    return " ".join(teks[i : i + 4] for i in range(0, len(teks), 4))


def alamat_qr(pengguna, rahasia):
    """The otpauth address that an authenticator app reads from the QR."""
    isi = {
        "secret": base64.b32encode(rahasia).decode().rstrip("="),
        "issuer": PENERBIT,
        "digits": 6,
        "period": PERIODE,
    }
    return f"otpauth://totp/{quote(f'{PENERBIT}:{pengguna.nama_pengguna}')}?{urlencode(isi, quote_via=quote)}"


# ── who has it, who must have it ─────────────────────────────────────────────────────────────────────


def terpasang(pengguna):
    """Must this account show a second code at login?"""
    return FaktorKedua.objects.filter(pengguna=pengguna, dipasang_pada__isnull=False).exists()


def diwajibkan(hak, acuan):
    """Does one of his roles oblige him today?"""
    wajib = acuan.setelan("akun_dua_langkah_wajib", hak.per)
    return any(wajib.get(p) for p in hak.peran)


def batas_pasang(pengguna, hak, acuan):
    """Last day on which an obliged account works without the second step; None when it has one or needs none."""
    if not diwajibkan(hak, acuan):
        return None
    faktor, _ = FaktorKedua.objects.get_or_create(pengguna=pengguna, defaults={"wajib_sejak": hak.per})
    if faktor.dipasang_pada:
        return None
    if faktor.wajib_sejak is None:
        faktor.wajib_sejak = hak.per
        faktor.save(update_fields=["wajib_sejak"])
    return faktor.wajib_sejak + timedelta(days=acuan.setelan("akun_dua_langkah_tenggang_hari", hak.per))


# ── installing ───────────────────────────────────────────────────────────────────────────────────────


def siapkan(pengguna):
    """The secret of an installation that is under way, made when there is none; not asked for at login yet."""
    with transaction.atomic():
        faktor, _ = FaktorKedua.objects.select_for_update().get_or_create(pengguna=pengguna)
        if faktor.dipasang_pada:
            raise FaktorDitolak("Langkah kedua sudah terpasang.")
        rahasia = faktor.rahasia and _buka(faktor)
        if not rahasia:
            rahasia = secrets.token_bytes(20)
            faktor.rahasia = _sandi().encrypt(rahasia).decode()
            faktor.save(update_fields=["rahasia"])
        return rahasia


def pasang(pengguna, kode, *, pada=None):
    """Installs the second step with its first code; returns the recovery codes, readable this once, or None."""
    with transaction.atomic():
        faktor = FaktorKedua.objects.select_for_update().filter(pengguna=pengguna).first()
        if faktor is None or faktor.dipasang_pada or not _cocok(faktor, kode, pada):
            return None
        faktor.dipasang_pada = pada or timezone.now()
        faktor.save(update_fields=["dipasang_pada"])
        jejak.catat("faktor_pasang", pengguna, pegawai=pengguna.pegawai_id)
        return _kode_pulih_baru(faktor)


def pasang_tetap(pengguna, rahasia, *, pada):
    """Installs a given secret without a code: demo only, where the secret is printed for whoever looks."""
    return FaktorKedua.objects.create(
        pengguna=pengguna, rahasia=_sandi().encrypt(rahasia).decode(), dipasang_pada=pada
    )


def ganti_kode_pulih(pengguna, kode, *, pada=None):
    """New recovery codes in place of the old ones, for who shows a code; None when it is wrong."""
    with transaction.atomic():
        faktor = _terpasang(pengguna)
        if faktor is None or not _cocok(faktor, kode, pada):
            return None
        jejak.catat("faktor_pulih_baru", pengguna, pegawai=pengguna.pegawai_id)
        return _kode_pulih_baru(faktor)


def lepas(pengguna, kode, hak, acuan, *, pada=None):
    """The owner takes the second step off, with a code; False when it is wrong. Refused while a role obliges him."""
    if diwajibkan(hak, acuan):
        raise FaktorDitolak("Tugas Anda mewajibkan langkah kedua; ia tidak dapat dilepas.")
    with transaction.atomic():
        faktor = _terpasang(pengguna)
        if faktor is None or not _cocok(faktor, kode, pada):
            return False
        faktor.delete()
        jejak.catat("faktor_lepas", pengguna, pegawai=pengguna.pegawai_id)
        _kabari(pengguna, "Langkah kedua akun Anda dilepas", pada or timezone.now())
    return True


def atur_ulang(pengguna, *, oleh, pada):
    """The admin takes off the second step of somebody who lost phone and codes; sessions end, the grace is not renewed."""
    if pengguna.pk == oleh.pk:
        raise FaktorDitolak("Anda tidak dapat mengatur ulang langkah kedua akun sendiri.")
    faktor = _terpasang(pengguna)
    if faktor is None:
        raise FaktorDitolak("Akun ini tidak memakai langkah kedua.")
    faktor.kode_pulih.all().delete()
    faktor.rahasia, faktor.dipasang_pada, faktor.langkah, faktor.gagal, faktor.tertahan_sampai = "", None, 0, 0, None
    faktor.save(update_fields=["rahasia", "dipasang_pada", "langkah", "gagal", "tertahan_sampai"])
    jejak.catat("faktor_atur_ulang", pengguna, pegawai=pengguna.pegawai_id)
    _kabari(pengguna, "Langkah kedua akun Anda diatur ulang admin", pada)
    sesi.akhiri_lain(pengguna)


def _kabari(pengguna, judul, pada):
    jejak.beri_tahu(
        [pengguna.pk], kunci=f"faktor-{pengguna.pk}-{pada:%Y%m%d%H%M%S}", judul=judul, pada=pada, peristiwa="keamanan",
        isi="Bila bukan Anda yang memintanya, segera ganti kata sandi dan hubungi BKD.", url="/keamanan/",
        juga_pelaku=True,
    )  # fmt: skip


# ── checking ─────────────────────────────────────────────────────────────────────────────────────────


def periksa(pengguna, teks, *, pada=None):
    """Does ``teks`` prove the second step: a code of now not used before, or a recovery code? It is used up by this."""
    bersih, pada = "".join(ch for ch in (teks or "").upper() if ch.isalnum()), pada or timezone.now()
    with transaction.atomic():
        faktor = _terpasang(pengguna)
        if faktor is None or (faktor.tertahan_sampai and faktor.tertahan_sampai > pada):
            return False
        benar = _cocok(faktor, bersih, pada) if len(bersih) == 6 else _pakai_pulih(pengguna, faktor, bersih, pada)
        faktor.gagal = 0 if benar else faktor.gagal + 1
        if faktor.gagal >= MAKS_GAGAL:
            faktor.gagal, faktor.tertahan_sampai = 0, pada + TAHAN
        faktor.save(update_fields=["gagal", "tertahan_sampai"])
    return benar


def tertahan(pengguna, pada):
    """Have too many wrong codes in a row closed the second step for now?"""
    return FaktorKedua.objects.filter(pengguna=pengguna, tertahan_sampai__gt=pada).exists()


def _pakai_pulih(pengguna, faktor, bersih, pada):
    """Uses up a recovery code and tells the owner; False when there is none such."""
    satu = faktor.kode_pulih.filter(
        sidik__in=[_sidik(faktor, bersih, k) for k in _kunci()], dipakai_pada__isnull=True
    ).first()
    if satu is None:
        return False
    satu.dipakai_pada = pada
    satu.save(update_fields=["dipakai_pada"])
    jejak.catat("faktor_pulih", pengguna, pegawai=pengguna.pegawai_id)
    _kabari(pengguna, "Kode pulih akun Anda dipakai untuk masuk", pada)
    return True


def sisa_pulih(pengguna):
    """How many recovery codes are left."""
    return KodePulih.objects.filter(faktor__pengguna=pengguna, dipakai_pada__isnull=True).count()


def _terpasang(pengguna):
    return FaktorKedua.objects.select_for_update().filter(pengguna=pengguna, dipasang_pada__isnull=False).first()


def _cocok(faktor, kode, pada):
    """True for a code of a period around now that is later than the last accepted one; notes the period."""
    kode = "".join(ch for ch in (kode or "") if ch.isdigit())
    rahasia, kini, cocok = _buka(faktor), _langkah(pada), None
    if rahasia is None or len(kode) != 6:
        return False
    for langkah in range(kini - TOLERANSI, kini + TOLERANSI + 1):
        if constant_time_compare(kode_pada(rahasia, langkah), kode) and langkah > faktor.langkah:
            cocok = langkah
    if cocok is None:
        return False
    faktor.langkah = cocok
    faktor.save(update_fields=["langkah"])
    return True


def _kode_pulih_baru(faktor):
    faktor.kode_pulih.all().delete()
    kode = ["".join(secrets.choice(ABJAD) for _ in range(10)) for _ in range(BANYAK_PULIH)]
    KodePulih.objects.bulk_create(
        [KodePulih(faktor=faktor, sidik=_sidik(faktor, k, settings.SECRET_KEY)) for k in kode]
    )
    return [f"{k[:5]}-{k[5:]}" for k in kode]


def _sidik(faktor, kode, kunci):
    return salted_hmac("kepegawaian.faktor.pulih", f"{faktor.pk}:{kode}", secret=kunci, algorithm="sha256").hexdigest()
