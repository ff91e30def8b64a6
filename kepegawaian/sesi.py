"""Sesi: siapa masuk di peranti mana, batas banyaknya, batas diamnya, dan mengakhirinya.

A session is Django's own; a row ``Sesi`` beside it lets the owner see and end it. ``buka`` at login, ``jaga`` at every
request (no query but once in five minutes), ``akhiri`` and ``akhiri_lain``. A session that no row stands for ends by itself.
"""

import logging
import time
from importlib import import_module

from django.conf import settings
from django.utils import timezone
from redis.exceptions import RedisError

from kepegawaian import jejak
from kepegawaian.models import Sesi

log = logging.getLogger(__name__)

TANDA = "sesi"  # in the session: [began, last seen], seconds
SELANG = 300  # seconds between two notes of the last use
# First match wins: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
PERAMBAN = (("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
            ("Chrome/", "Chrome"), ("CriOS", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
SISTEM = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
          ("CrOS", "ChromeOS"), ("Linux", "Linux"))  # fmt: skip


def nama_peranti(agen):
    """Browser and system out of a User-Agent, as in Chrome di Windows; what is unknown is said so."""
    peramban = next((nama for kata, nama in PERAMBAN if kata in agen), "Peramban lain")
    sistem = next((nama for kata, nama in SISTEM if kata in agen), "")
    return f"{peramban} di {sistem}" if sistem else peramban


def buka(request, pengguna, acuan):
    """Notes the session that ``login`` has just made; ends the oldest beyond the limit. Returns how many it ended."""
    request.session[TANDA] = [int(time.time())] * 2
    Sesi.objects.create(
        pengguna=pengguna, kunci=request.session.session_key, alamat=request.alamat[:45],
        peranti=nama_peranti(request.META.get("HTTP_USER_AGENT", "")),
    )  # fmt: skip
    maks = acuan.setelan("akun_sesi_maks", timezone.localdate())
    return _buang(_hidup(pengguna)[maks:]) if maks else 0


def pindah(request, lama):
    """The session got a new key (new password): its row follows."""
    Sesi.objects.filter(kunci=lama).update(kunci=request.session.session_key)


def jaga(request, acuan):
    """True when the session is too old or has been idle for too long and must end; else notes its use now and then."""
    tanda, kini = request.session.get(TANDA), int(time.time())
    if tanda is None or kini - tanda[1] < SELANG:
        return False
    diam = acuan.setelan("akun_sesi_diam_menit", request.hari_ini)
    if kini - tanda[0] > settings.SESSION_COOKIE_AGE or (diam and kini - tanda[1] > diam * 60):
        return True
    request.session[TANDA] = [tanda[0], kini]
    Sesi.objects.filter(kunci=request.session.session_key).update(terakhir=timezone.now(), alamat=request.alamat[:45])
    return False


def daftar(pengguna, kunci_kini=""):
    """Running sessions of an account, newest first; ``kini`` marks the one that asks."""
    hasil = _hidup(pengguna)
    for satu in hasil:
        satu.kini = satu.kunci == kunci_kini
    return hasil


def _hidup(pengguna):
    batas = timezone.now() - timezone.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return list(Sesi.objects.filter(pengguna=pengguna, mulai__gt=batas).order_by("-mulai", "-id"))


def akhiri(pengguna, pk):
    """Ends one session of the account; False when it is not his or has ended. Inside ``request.sebagai()``."""
    satu = Sesi.objects.filter(pengguna=pengguna, pk=pk).first()
    if satu is None:
        return False
    jejak.catat("sesi_akhiri", pengguna, pegawai=pengguna.pegawai_id, peranti=satu.peranti)
    _buang([satu])
    return True


def akhiri_lain(pengguna, kecuali=""):
    """Ends every session of the account but the one with the key ``kecuali``; returns how many."""
    return _buang(list(Sesi.objects.filter(pengguna=pengguna).exclude(kunci=kecuali)))


def lupakan(kunci):
    """The row of a session that its owner has left."""
    Sesi.objects.filter(kunci=kunci).delete()


def bereskan():
    """Rows and sessions that are over; run at night."""
    batas = timezone.now() - timezone.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    Sesi.objects.filter(mulai__lte=batas).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def _buang(sesi):
    gudang = import_module(settings.SESSION_ENGINE).SessionStore
    for satu in sesi:
        try:
            gudang(satu.kunci).delete()  # the row first, then its copy in the cache
        except (RedisError, OSError) as galat:
            log.warning("salinan sesi di cache tidak terhapus: %s", type(galat).__name__)
    Sesi.objects.filter(pk__in=[s.pk for s in sesi]).delete()
    return len(sesi)
