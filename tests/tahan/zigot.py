"""Zigot: a process that has loaded all a Celery worker needs, and forks one whenever a test asks for it.

Starting Python, Django, WeasyPrint and pyHanko takes seven seconds of a core, and the tests of this folder kill and
start dozens of workers. A fork of the zigot runs the same command as ``python -m celery`` does, in a session of its own,
with its own log: from there on it is a worker as any other, killed by its pid. The zigot itself holds no connection.

``Zigot`` is the side of the tests; ``python -m tests.tahan.zigot`` the process. A line of JSON asks, a line answers.
"""

import gc
import json
import os
import resource
import runpy
import signal
import subprocess
import sys
import threading
import traceback

from bkd_portal.lokal.proses import hidup, ikut_mati, tunggu

MODUL = ("celery.bin.celery", "celery.apps.worker", "celery.concurrency.prefork", "kombu.transport.redis",
         "layanan.cetak", "layanan.tte.lokal", "layanan.tte.periksa", "tests.layanan.ttd")  # fmt: skip


class Pekerja:
    """A process the zigot made: to its asker what ``Popen`` is to a parent."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        """None as long as it lives; how it ended only its parent could tell."""
        return None if hidup(self.pid) else 1

    def wait(self, batas):
        if not tunggu(lambda: self.poll() is not None, batas=batas):
            raise subprocess.TimeoutExpired(f"pekerja {self.pid}", batas)


class Zigot:
    """Starts the process; ``pekerja`` waits until it has loaded everything."""

    def __init__(self, **opsi):
        self.proses = subprocess.Popen(
            [sys.executable, "-m", "tests.tahan.zigot"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            start_new_session=True,
            preexec_fn=lambda: ikut_mati(signal.SIGKILL),
            **opsi,
        )

    def pekerja(self, argumen, *, catatan, blok=None):
        """``celery`` with these arguments; ``blok``: as ``ulimit -f``, in units of 512 bytes."""
        catatan.parent.mkdir(parents=True, exist_ok=True)
        print(json.dumps({"argumen": argumen, "catatan": str(catatan), "blok": blok}), file=self.proses.stdin)
        return Pekerja(int(self.proses.stdout.readline()))

    def padamkan(self):
        self.proses.kill()
        self.proses.wait(10)
        self.proses.stdin.close()
        self.proses.stdout.close()


# ── the process ──────────────────────────────────────────────────────────────────────────────────────


def muat():
    """Everything a worker imports by itself at its start or with its first task."""
    import importlib  # noqa: PLC0415 - the side of the tests loads nothing of this

    import django  # noqa: PLC0415 - as above

    from bkd_portal.celery import app  # noqa: PLC0415 - as above

    django.setup()
    app.loader.import_default_modules()
    for nama in MODUL:
        importlib.import_module(nama)
    # Every worker asks Django's checks at its start, which load all URLs; here they are asked for all of them.
    from django.core.checks import run_checks  # noqa: PLC0415 - as above

    run_checks()
    os.environ["CELERY_SKIP_CHECKS"] = "1"


def jadi_pekerja(argumen, catatan, blok):
    """Turns the forked process into the worker; never returns."""
    kode = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        ikut_mati(signal.SIGTERM)
        kosong, keluaran = os.open(os.devnull, os.O_RDONLY), os.open(catatan, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for dari, ke in ((kosong, 0), (keluaran, 1), (keluaran, 2)):
            os.dup2(dari, ke)
        if blok:
            resource.setrlimit(resource.RLIMIT_FSIZE, (blok * 512, blok * 512))
        sys.argv = ["celery", *argumen]
        runpy.run_module("celery", run_name="__main__", alter_sys=True)
    except SystemExit as akhir:
        kode = akhir.code if isinstance(akhir.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(kode)


def main():
    """Forks a worker for each line; ends with the process that asks."""
    muat()
    from django.db import connection  # noqa: PLC0415 - only after ``muat``

    assert connection.connection is None, "sambungan zigot akan dipakai bersama oleh pekerjanya"
    assert threading.active_count() == 1, "utas tidak ikut ke dalam cabangnya"
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system itself takes away who has ended
    while baris := sys.stdin.readline():
        minta = json.loads(baris)
        pid = os.fork()
        if pid == 0:
            jadi_pekerja(**minta)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
