"""Alat: the programs of PostgreSQL that fit the server, and files copied with their hash."""

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from bkd_portal.lokal.postgres import folder_bawaan, folder_terpasang

POTONG = 1024 * 1024
MANIFES, BASIS, DAFTAR = "manifes.json", "basis.dump", "dokumen.sha256"


class GalatCadangan(Exception):
    """A backup or a restore that cannot go on; the text is for the engineer at the keyboard."""


def program(nama, server):
    """Path of ``pg_dump`` or ``pg_restore``, of the server's major version or newer. Raises GalatCadangan."""
    dari_path = shutil.which(nama)
    folder = [Path(dari_path).parent] if dari_path else []
    ada = []
    for satu in [*folder, folder_bawaan(), *folder_terpasang()]:
        jalur = satu and satu / nama
        nomor = jalur and jalur.exists() and _versi(jalur)
        if nomor and nomor >= server:
            return jalur
        if nomor:
            ada.append(f"{jalur} ({nomor})")
    kata = f" Yang ada terlalu lama: {', '.join(ada)}." if ada else ""
    raise GalatCadangan(
        f"{nama} untuk PostgreSQL {server} tidak ditemukan.{kata} Pasang postgresql-client-{server} (Debian/Ubuntu: "
        "dari apt.postgresql.org), atau jalankan perintah ini di dalam kontainer portal."
    )


def _versi(jalur):
    """Major version a program names, None where it does not run."""
    try:
        hasil = subprocess.run([jalur, "--version"], capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None
    cocok = re.search(r"\) (\d+)", hasil.stdout)
    return int(cocok[1]) if cocok else None


def jalankan(jalur, *argumen):
    """Runs a program of PostgreSQL on the portal's database; the password travels in its environment, never in its arguments."""
    satu = connection.settings_dict
    kunci = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    lingkungan = os.environ | {nama: str(satu[asal]) for nama, asal in kunci.items() if satu.get(asal)}
    lingkungan.pop("PGOPTIONS", None)
    if mode := satu.get("OPTIONS", {}).get("sslmode"):
        lingkungan["PGSSLMODE"] = mode
    hasil = subprocess.run([jalur, *argumen], env=lingkungan, capture_output=True, text=True, check=False)
    if hasil.returncode:
        raise GalatCadangan(f"{jalur.name} gagal:\n{hasil.stderr.strip()[-3000:]}")


def sidik(jalur):
    """SHA-256 of a file."""
    with Path(jalur).open("rb") as berkas:
        return hashlib.file_digest(berkas, "sha256").hexdigest()


def salin(asal, tujuan):
    """Copies a file under a temporary name, flushes it, names it; returns (SHA-256, bytes)."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f".{secrets.token_hex(8)}.tulis")
    hasil, besar = hashlib.sha256(), 0
    try:
        with asal.open("rb") as baca, sementara.open("xb") as tulis:
            while potong := baca.read(POTONG):
                hasil.update(potong)
                besar += tulis.write(potong)
            tulis.flush()
            os.fsync(tulis.fileno())
        sementara.chmod(0o640)
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)
    return hasil.hexdigest(), besar


def tautkan(asal, tujuan):
    """A second name for a file of an earlier backup; False where the file system knows none."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        os.link(asal, tujuan)
        return True
    return False


def berkas_di(folder):
    """Names, relative and sorted, of the whole files below ``folder``; half-written ones carry no name yet."""
    if not folder.is_dir():
        return []
    semua = (b for b in folder.rglob("*") if b.is_file() and not (b.name.startswith(".") and b.suffix == ".tulis"))
    return sorted(b.relative_to(folder).as_posix() for b in semua)


def tulis_daftar(jalur, sidik_berkas):
    """``{name: hash}`` as ``sha256sum -c`` reads it."""
    jalur.write_text("".join(f"{h}  dokumen/{n}\n" for n, h in sorted(sidik_berkas.items())), encoding="utf-8")


def baca_daftar(jalur):
    """``{name: hash}``, the opposite of ``tulis_daftar``; {} where there is no list."""
    if not jalur.exists():
        return {}
    baris = (b.split("  dokumen/", 1) for b in jalur.read_text(encoding="utf-8").splitlines())
    return {nama: sidik_ for sidik_, nama in baris}
