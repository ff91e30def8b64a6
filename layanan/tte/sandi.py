"""Titipan kata sandi: dari pejabat ke pekerja latar tanpa pernah tersimpan atau terbaca di tengah jalan.

The task carries the passphrase encrypted under a random key that lives ten minutes in Valkey under a random
name. Neither half opens anything alone; the key goes when the batch ends. Nothing of it reaches the database.
"""

import secrets
from contextlib import suppress

from cryptography.fernet import Fernet, InvalidToken
from django.core.cache import cache
from redis.exceptions import RedisError

from kepegawaian.antrean import MATI, AntreanMati

UMUR = 600  # seconds


def titip(sandi):
    """Encrypts ``sandi``; returns the text for the task argument. Raises AntreanMati when Valkey is away."""
    kunci, nama = Fernet.generate_key(), secrets.token_urlsafe(12)
    try:
        cache.set(f"tte:{nama}", kunci.decode(), UMUR)
    except RedisError as galat:
        raise AntreanMati(MATI) from galat
    return f"{nama}:{Fernet(kunci).encrypt(sandi.encode()).decode()}"


def ambil(titipan):
    """The passphrase, or None when its key is gone."""
    nama, _, isi = titipan.partition(":")
    kunci = cache.get(f"tte:{nama}")
    if kunci is None:
        return None
    try:
        return Fernet(kunci).decrypt(isi.encode()).decode()
    except InvalidToken:
        return None


def buang(titipan):
    """Forgets the key: the text of the task is worth nothing from now on. With Valkey away it ends by its age."""
    with suppress(RedisError):
        cache.delete(f"tte:{titipan.partition(':')[0]}")
