"""gunicorn reads this by itself: where its processes keep their counters (tata_kelola/telemetri/metrik.py), how it stops, and its voice.

A fresh folder with each start, so that counters of a dead process are not added for ever.
"""

import logging
import os
import shutil
import tempfile

# On SIGTERM a process takes no new request and has this long to finish those it has; compose waits longer before it kills.
graceful_timeout = int(os.environ.get("WEB_TENGGAT_HENTI", "30"))
_folder = os.environ.get("METRIK_DIR") or tempfile.mkdtemp(prefix="portal-metrik-")
os.makedirs(_folder, exist_ok=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _folder


def post_worker_init(_worker):
    """What gunicorn complains of in a process that serves leaves by Django's handler: as JSON, without paths."""
    catatan = logging.getLogger("gunicorn.error")
    catatan.handlers.clear()
    catatan.propagate = True


def child_exit(_server, worker):
    """A process that ended: its gauges go, its counters stay."""
    from prometheus_client import multiprocess  # noqa: PLC0415 - only after the folder is named

    multiprocess.mark_process_dead(worker.pid)


def on_exit(_server):
    """The whole server ends: nothing of the folder is of use any more."""
    shutil.rmtree(_folder, ignore_errors=True)
