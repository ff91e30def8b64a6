"""``make lint``: style, secrets in the repository, migrations, and Django's checks; all run, then the verdict.

Style is ruff and djlint; migrations are looked at twice, for missing ones and for those that would stop the portal while the
release before still runs; Django's own checks are those of production.
"""

import secrets
import subprocess
import sys

from .tempat import AKAR, Tempat

# W021: pramuat HSTS berlaku untuk seluruh domain kabupaten; itu keputusan pengelola domain, bukan portal ini.
CEK_PRODUKSI = """
import django
from django.conf import settings
from django.core.management import call_command
django.setup()
settings.SILENCED_SYSTEM_CHECKS += ["security.W021"]
call_command("check", deploy=True, fail_level="WARNING")
"""
PERIKSA = {
    "ruff check": ["-m", "ruff", "check", "--output-format", "concise", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--output-format", "concise", "."],
    "djlint": ["-m", "djlint", "--lint", "--quiet", "templates"],
    "rahasia": ["-m", "bkd_portal.lokal.rahasia"],
    "migrasi": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "migrasi tanpa henti": ["-m", "bkd_portal.lokal.lint_migrasi"],
    "pengaturan produksi": ["-c", CEK_PRODUKSI],
}


def lint():
    """Prints each failing check with its output; the exit code is 1 when any failed."""
    dev = Tempat("run").lingkungan() | {
        "PYTHONWARNINGS": "ignore::RuntimeWarning",
        "DJANGO_SETTINGS_MODULE": "bkd_portal.settings",
    }
    dev.setdefault("DATABASE_URL", "postgresql://127.0.0.1:1/tidak-perlu")
    produksi = dev | {"DEBUG": "0", "SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": "portal.example"}
    gagal = []
    for nama, perintah in PERIKSA.items():
        hasil = subprocess.run(
            [sys.executable, *perintah],
            cwd=AKAR,
            env=produksi if "produksi" in nama else dev,
            capture_output=True,
            text=True,
            check=False,
        )
        print(f"{'baik ' if hasil.returncode == 0 else 'GAGAL'} {nama}", flush=True)
        if hasil.returncode:
            gagal.append(nama)
            print(hasil.stdout + hasil.stderr)
    if gagal:
        print(f"Lint gagal: {', '.join(gagal)}.")
    return 1 if gagal else 0
