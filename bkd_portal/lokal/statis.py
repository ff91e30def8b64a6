"""Static files as production serves them (hashed names, manifest), for the servers of the browser tests.

The same manifest as ``collectstatic`` makes, without its minute of compression; done again only when a file changed.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from .galat import Berhenti

FOLDER = ("static", "node_modules/.package-lock.json", "bkd_portal/settings.py")
KUMPULKAN = """
import django
from django.conf import settings
from django.core.management import call_command
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
django.setup()
call_command("collectstatic", interactive=False, verbosity=0)
"""


def sidik(akar):
    """A hash of name, size and time of every file that collectstatic would take from us, and of npm's own lock."""
    jalur = [Path(akar) / nama for nama in FOLDER]
    berkas = sorted(b for j in jalur for b in ([j] if j.is_file() else j.rglob("*")) if b.is_file())
    baris = [f"{b} {b.stat().st_size} {b.stat().st_mtime_ns}" for b in berkas]
    return hashlib.sha256("\n".join(baris).encode()).hexdigest()


def kumpulkan(akar, lingkungan):
    """Collects into ``.data/static``, one process at a time."""
    folder = Path(akar) / ".data"
    folder.mkdir(exist_ok=True)
    with (folder / "static.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        cap = folder / "static.sidik"
        kini = sidik(akar)
        if cap.exists() and cap.read_text() == kini and (folder / "static" / "staticfiles.json").exists():
            return
        hasil = subprocess.run(
            [sys.executable, "-c", KUMPULKAN],
            cwd=akar,
            env=os.environ | lingkungan | {"DJANGO_SETTINGS_MODULE": "bkd_portal.settings"},
            capture_output=True,
            text=True,
            check=False,
        )
        if hasil.returncode:
            raise Berhenti(f"Berkas statis tidak dapat dikumpulkan:\n{hasil.stderr.strip()[-2000:]}")
        cap.write_text(kini)
