"""Sakelar: menyala atau tidak, laju panggilan, dan pemutus bila layanan berulang kali tidak menjawab.

All of it in Redis, so that every worker and every page sees the same. The breaker: after GAGAL_MAKS failures in a row
nobody calls for ISTIRAHAT seconds; then one call tries, and only its success lets the others go on.
"""

import time
from datetime import UTC, datetime

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from kepegawaian.siasn import peraga
from kepegawaian.siasn.galat import SiasnMati, Terganggu

GAGAL_MAKS = 5
ISTIRAHAT = 120
SIMPAN = 90 * 24 * 3600
MATI = "Sambungan SIASN belum dinyalakan pada pemasangan ini."


def menyala():
    """Is the connection configured at all, or does the demo stand in for it?"""
    return bool(settings.SIASN["url"]) or peraga.kini() is not None


def boleh_kirim():
    """May rows be sent to SIASN (SIASN_KIRIM)? Reading needs less courage than writing."""
    return peraga.kini() is not None or (menyala() and settings.SIASN["kirim"])


def periksa():
    """Raises SiasnMati when off, Terganggu while the breaker is open."""
    if not menyala():
        raise SiasnMati(MATI)
    sampai = cache.get("siasn:putus")
    if sampai is None:
        return
    sisa = sampai - time.time()
    if sisa > 0 or not cache.add("siasn:coba", 1, settings.SIASN["tunggu"] + 5):
        raise Terganggu("SIASN sedang tidak menjawab; portal mencoba lagi beberapa menit lagi.", max(sisa, 5))


def antre():
    """Waits until one more call fits into this second (setting ``laju``)."""
    while True:
        detik = int(time.time())
        kunci = f"siasn:laju:{detik}"
        cache.add(kunci, 0, 5)
        if cache.incr(kunci) <= settings.SIASN["laju"]:
            return
        time.sleep(max(detik + 1 - time.time(), 0.01))


def berhasil():
    """An answer came: the breaker closes."""
    if peraga.kini() is not None:
        return
    cache.delete_many(["siasn:gagal", "siasn:putus", "siasn:coba"])
    cache.set("siasn:berhasil", time.time(), SIMPAN)


def gagal(kalimat):
    """No usable answer: remembered for the page; one failure more for the breaker."""
    if peraga.kini() is not None:
        return
    cache.set("siasn:galat", (time.time(), kalimat), SIMPAN)
    cache.add("siasn:gagal", 0, 600)
    if cache.incr("siasn:gagal") >= GAGAL_MAKS or cache.get("siasn:putus") is not None:
        cache.set("siasn:putus", time.time() + ISTIRAHAT, 24 * 3600)
        cache.delete("siasn:coba")


def _waktu(detik):
    return timezone.localtime(datetime.fromtimestamp(detik, UTC)) if detik else None


def keadaan():
    """What the page shows on top: ``(kata, jenis tanda)``, last success, last failure."""
    isi = cache.get_many(["siasn:putus", "siasn:berhasil", "siasn:galat", "siasn:gagal"])
    galat_pada, galat = isi.get("siasn:galat") or (None, "")
    sukses = isi.get("siasn:berhasil")
    if not menyala():
        tanda = ("mati", "netral")
    elif isi.get("siasn:putus"):
        tanda = ("tidak menjawab", "gagal")
    elif isi.get("siasn:gagal"):
        tanda = ("terganggu", "perhatian")
    else:
        tanda = ("menjawab", "terpenuhi") if sukses else ("belum pernah dihubungi", "netral")
    return {
        "tanda": tanda,
        "berhasil": _waktu(sukses),
        "galat": galat if galat_pada and (not sukses or galat_pada > sukses) else "",
        "galat_pada": _waktu(galat_pada),
        "coba_lagi": _waktu(isi.get("siasn:putus")),
    }
