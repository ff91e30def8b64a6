"""gunicorn reads this by itself: the folder where its processes keep their counters (tata_kelola/telemetri/metrik.py), and how it stops.

A fresh folder with each start, so that counters of a dead process are not added for ever.
"""

import os
import shutil
import tempfile

# On SIGTERM a process takes no new request and has this long to finish those it has; compose waits longer before it kills.
graceful_timeout = int(os.environ.get("WEB_TENGGAT_HENTI", "30"))
_folder = os.environ.get("METRIK_DIR") or tempfile.mkdtemp(prefix="portal-metrik-")
os.makedirs(_folder, exist_ok=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _folder


def child_exit(_server, worker):
    """A process that ended: its gauges go, its counters stay."""
    from prometheus_client import multiprocess  # noqa: PLC0415 - only after the folder is named

    multiprocess.mark_process_dead(worker.pid)


def on_exit(_server):
    """The whole server ends: nothing of the folder is of use any more."""
    shutil.rmtree(_folder, ignore_errors=True)
