"""The folders below ``.data``, the lock that one supervisor holds on each, and the environment of its children."""

import contextlib
import fcntl
import hashlib
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from .galat import Berhenti
from .postgres import Postgres
from .valkey import Valkey

AKAR = Path(__file__).resolve().parent.parent.parent
BASIS = "bkd_portal"
# What shapes a migrated database with its reference data; code that only reads it leaves it as it is.
FOLDER_SIDIK = {"migrations", "models", "data"}
BERKAS_SIDIK = re.compile(
    r"migrasi\.py|models\w*\.py|muat\.py|muat_referensi\.py|siapkan\.py|settings\.py|requirements\.lock"
)
BUKAN_SIDIK = {".venv", ".data", ".git", "node_modules", "tests", "static", "templates", "__pycache__"}


@dataclass
class Tempat:
    """One folder of data (run, test, bench); ``buang`` means that a power cut may lose it."""

    nama: str
    buang: bool = False
    akar: Path = field(default=AKAR)

    @property
    def folder(self):
        return self.akar / ".data" / self.nama

    @property
    def dokumen(self):
        return self.folder / "dokumen"

    @property
    def catatan(self):
        return self.folder / "catatan"

    @contextlib.contextmanager
    def kunci(self, pesan):
        """Holds the folder for one supervisor; the kernel lets go of it however the supervisor ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "kunci").open("a+") as berkas:
            try:
                fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as galat:
                raise Berhenti(pesan) from galat
            os.set_inheritable(berkas.fileno(), False)
            yield

    @contextlib.contextmanager
    def peladen(self, lingkungan):
        """Starts what the environment does not name (PostgreSQL, Valkey) and yields the environment for children."""
        hasil = dict(lingkungan)
        with contextlib.ExitStack() as tumpukan:
            if not hasil.get("DATABASE_URL"):
                postgres = Postgres(self.folder / "postgres", buang=self.buang)
                tumpukan.callback(postgres.padamkan)
                postgres.nyalakan()
                pastikan_basis(postgres.url("postgres"), BASIS)
                hasil |= {"DATABASE_URL": postgres.url(BASIS), "PGHOST": str(postgres.soket), "PGUSER": "postgres"}
            if not hasil.get("REDIS_URL"):
                valkey = Valkey(self.folder / "valkey", simpan=not self.buang)
                tumpukan.callback(valkey.padamkan)
                valkey.nyalakan()
                hasil["REDIS_URL"] = valkey.url
            yield hasil

    def lingkungan(self):
        """The caller's environment and ``.env``, completed for a development machine."""
        hasil = baca_env(self.akar / ".env") | dict(os.environ)
        hasil.setdefault("DEBUG", "1")
        hasil.setdefault("DOKUMEN_DIR", str(self.dokumen))
        hasil.setdefault("TTE_DIR", str(self.folder / "tte"))
        hasil.setdefault("JADWAL_BEAT", str(self.folder / "jadwal-beat"))
        hasil["PATH"] = os.pathsep.join([str(Path(sys.prefix) / "bin"), hasil.get("PATH", os.defpath)])
        hasil["PYTHONUNBUFFERED"] = "1"
        # Celery warns a worker of root; on a developer's machine or in CI that is the reader's own choice.
        hasil.setdefault("PYTHONWARNINGS", "ignore:You're running the worker with superuser privileges")
        Path(hasil["DOKUMEN_DIR"]).mkdir(parents=True, exist_ok=True)
        self.catatan.mkdir(parents=True, exist_ok=True)
        return hasil


def baca_env(berkas):
    """The ``KEY=value`` lines of ``.env``, as settings read them; the process environment goes before."""
    if not berkas.exists():
        return {}
    baris = (teks.strip().removeprefix("export ") for teks in berkas.read_text().splitlines())
    pasangan = (teks.partition("=") for teks in baris if "=" in teks and not teks.startswith("#"))
    return {kunci.strip(): nilai.strip().strip("'\"") for kunci, _, nilai in pasangan if nilai.strip()}


def pastikan_basis(url_server, nama, *, baru=False, templat="template1"):
    """Creates a database where there is none, as a copy of ``templat``; ``baru`` throws away the one there is."""
    with sambungan(url_server) as kursor:
        if baru:
            kursor.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)')
        kursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [nama])
        if not kursor.fetchone():
            kursor.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{templat}"')


@contextlib.contextmanager
def sambungan(url):
    """A cursor outside any transaction."""
    import psycopg2  # noqa: PLC0415 - the lock and port checks must answer before a driver is needed

    koneksi = psycopg2.connect(url)
    try:
        koneksi.autocommit = True
        with koneksi.cursor() as kursor:
            yield kursor
    finally:
        koneksi.close()


def ganti_basis(url, nama):
    """The same server's address with another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{nama}"))


def nama_basis(url):
    """The database an address names."""
    return urlsplit(url).path.lstrip("/")


def sidik(akar):
    """A hash of every source that shapes a fresh database; when it is the same, so is the database."""
    hasil = hashlib.sha256()
    for folder, anak, berkas in os.walk(akar):
        anak[:] = sorted(set(anak) - BUKAN_SIDIK)
        dalam = not FOLDER_SIDIK.isdisjoint(os.path.relpath(folder, akar).split(os.sep))
        for nama in sorted(berkas):
            if (dalam and nama.endswith((".py", ".csv"))) or BERKAS_SIDIK.fullmatch(nama):
                jalur = os.path.join(folder, nama)
                hasil.update(f"{os.path.relpath(jalur, akar)}\0".encode())
                with open(jalur, "rb") as isi:
                    hasil.update(hashlib.file_digest(isi, "sha256").digest())
    return hasil.hexdigest()[:16]
