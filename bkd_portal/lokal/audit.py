"""``make audit``: kerentanan yang diketahui pada paket terkunci, Python dan npm. Needs the network; says so when it is away.

pip-audit runs in an environment of its own (``uv tool run``), so that its twenty packages never lie beside the portal's. The exit
code is 1 only for a vulnerability that was found: a mirror without the advisory service is no finding.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .tempat import AKAR

PIP_AUDIT = "pip-audit==2.9.0"
BATAS = 180


def _jalankan(perintah):
    """(exit code, output, errors); code None when it cannot run or does not end."""
    lingkungan = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    try:
        hasil = subprocess.run(
            perintah, cwd=AKAR, env=lingkungan, capture_output=True, text=True, check=False, timeout=BATAS
        )
    except (OSError, subprocess.TimeoutExpired) as galat:
        return None, "", str(galat)
    return hasil.returncode, hasil.stdout, hasil.stderr


def python():
    """Sentences about vulnerable Python packages, or None when nobody could be asked."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    _, keluar, _ = _jalankan(
        [uv, "tool", "run", "--quiet", PIP_AUDIT, "--requirement", "requirements.lock", "--no-deps", "--disable-pip"]
        + ["--progress-spinner", "off", "--format", "json"]
    )
    return baca_pip(keluar)


def baca_pip(keluar):
    """Reads the report of pip-audit; None when no package at all was found in the advisory service."""
    try:
        paket = json.loads(keluar)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    if all("skip_reason" in p for p in paket):
        return None
    return [
        f"{p['name']} {p['version']}: {v['id']}, diperbaiki pada {', '.join(v['fix_versions']) or 'belum ada'}"
        for p in paket
        for v in p.get("vulns", ())
    ]


def npm():
    """Sentences about vulnerable npm packages that reach the browser, or None when nobody could be asked."""
    perintah = ["npm"] if shutil.which("npm") else [sys.executable, "-m", "nodejs", "npm"]
    _, keluar, _ = _jalankan([*perintah, "audit", "--omit=dev", "--json"])
    return baca_npm(keluar)


def baca_npm(keluar):
    """Reads the report of npm audit; None when it could not ask."""
    try:
        laporan = json.loads(keluar)
    except ValueError:
        return None
    if "vulnerabilities" not in laporan:
        return None
    return [f"{nama}: {v['severity']}" for nama, v in laporan["vulnerabilities"].items()]


def audit():
    """Prints what was found; 1 when something is vulnerable."""
    gagal = 0
    for nama, tanya in (("Python", python), ("npm", npm)):
        temuan = tanya()
        if temuan is None:
            print(f"{nama}: layanan kerentanan tidak terjangkau dari sini; ulangi di mesin yang punya jaringan.")
        elif temuan:
            gagal = 1
            print(f"{nama}: {len(temuan)} kerentanan\n  " + "\n  ".join(temuan))
        else:
            print(f"{nama}: tidak ada kerentanan yang diketahui.")
    return gagal
