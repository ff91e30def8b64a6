"""Health checks of the containers: ``python -m bkd_portal.lokal.sehat web|worker|beat``; exit code 0 means healthy."""

import os
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

BEAT_MAKS_DETIK = 15 * 60  # beat writes its timetable at least every 3 minutes


class TanpaAlihan(urllib.request.HTTPRedirectHandler):
    """A redirect to the login page is an answer, not a way to follow."""

    def redirect_request(self, *_):
        return None


def web():
    """The portal answers as behind its proxy: own host name, https."""
    tuan = (os.environ.get("ALLOWED_HOSTS") or "127.0.0.1").split(",")[0].lstrip(".").replace("*", "localhost")
    alamat = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}/"
    permintaan = urllib.request.Request(alamat, headers={"Host": tuan, "X-Forwarded-Proto": "https"})
    try:
        with urllib.request.build_opener(TanpaAlihan).open(permintaan, timeout=5) as jawaban:
            return jawaban.status < 400
    except urllib.error.HTTPError as galat:
        return galat.code < 400


def worker():
    """This container's worker answers a ping through the broker."""
    from bkd_portal.celery import app  # noqa: PLC0415 - the other checks need no Celery

    nama = f"celery@{socket.gethostname()}"
    return bool(app.control.ping(destination=[nama], timeout=5))


def beat():
    """The timetable file is fresh."""
    berkas = [Path(nama) for nama in (os.environ["JADWAL_BEAT"], os.environ["JADWAL_BEAT"] + ".db")]
    return any(b.exists() and time.time() - b.stat().st_mtime < BEAT_MAKS_DETIK for b in berkas)


if __name__ == "__main__":
    try:
        sehat = {"web": web, "worker": worker, "beat": beat}[sys.argv[1]]()
    except OSError as galat:
        print(galat)
        sehat = False
    sys.exit(0 if sehat else 1)
