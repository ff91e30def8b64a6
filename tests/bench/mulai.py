"""Mulai: a fresh clone, first ``make run`` to a usable page, then a second start."""

import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bkd_portal.lokal.proses import porta_bebas

BATAS = 600


def ukur(papan):
    """Clones HEAD into a new folder and times both starts; every process is stopped by its own pid."""
    akar = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        tujuan = Path(folder) / "klon"
        subprocess.run(["git", "clone", "--quiet", str(akar), str(tujuan)], check=True)
        pertama = satu_kali(tujuan)
        kedua = satu_kali(tujuan)
    papan.catat("make run pertama, klon baru", 2000, pertama, "s", 180, "includes pip, npm, demo data")
    papan.catat("make run berikutnya", 2000, kedua, "s", 10)


def satu_kali(folder):
    """Seconds until the login page answers 200; then SIGINT and wait."""
    porta = porta_bebas()
    lingkungan = {k: v for k, v in os.environ.items() if k not in LEPAS} | {"PORT": str(porta)}
    mulai = time.monotonic()
    proses = subprocess.Popen(
        ["make", "run"], cwd=folder, env=lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip
    try:
        while not _menjawab(f"http://127.0.0.1:{porta}/masuk/"):
            if proses.poll() is not None or time.monotonic() - mulai > BATAS:
                raise RuntimeError("make run pada klon baru tidak menyala")
            time.sleep(0.1)
        return time.monotonic() - mulai
    finally:
        os.killpg(proses.pid, signal.SIGINT)
        proses.wait(60)


# What the bench's own servers set must not reach the clone.
LEPAS = {"DATABASE_URL", "REDIS_URL", "DOKUMEN_DIR", "DEBUG", "SECRET_KEY", "TEMPAT_BENCH", "VIRTUAL_ENV", "PORT"}


def _menjawab(alamat):
    try:
        with urllib.request.urlopen(alamat, timeout=5) as jawaban:  # noqa: S310 - our own loopback address
            return jawaban.status == 200
    except (urllib.error.URLError, OSError):
        return False
