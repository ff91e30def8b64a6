"""Panggung demo: the whole play of ``manage.py demo`` over one small regency, made once per day and state of the sources.

A module says ``DARI_DEMO = True``; its ``basis_e2e`` is then a copy of that database, with copies of its documents and
test certificates, and ``panggung_demo.kisah()`` says who plays what. ``make test`` of everything makes it before the
tests (both cores play at once); a part makes it when a module first asks. ``python -m tests.panggung_demo`` is the
process that plays. ``DEMO_LAMA=1`` keeps to the last one there is, while only pages change.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bkd_portal.lokal.tempat import BUKAN_SIDIK, ganti_basis, nama_basis, pastikan_basis, sambungan

AKAR = Path(__file__).parent.parent
JUMLAH, BENIH = 1000, 2026
AWALAN = "bkd_demo_"


@dataclass(frozen=True)
class Kisah:
    """``akun``: {role of the printed list: account name}; ``laporan``: what each part said of itself."""

    akun: dict
    laporan: list


def folder():
    """Where the documents, the certificates and the story of the stage lie."""
    return Path(os.environ.get("TEMPAT_UJI", AKAR / ".data" / "test")) / "demo"


def kisah():
    """The story of the stage that ``pastikan`` made."""
    return Kisah(**json.loads((folder() / "kisah.json").read_text(encoding="utf-8")))


def nama():
    """The database of today's stage."""
    hari_ini = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    hasil = hashlib.sha256(f"{hari_ini} {JUMLAH}".encode())
    for tempat, anak, berkas in os.walk(AKAR):
        anak[:] = sorted(set(anak) - BUKAN_SIDIK)
        for satu in sorted(berkas):
            if satu.endswith((".py", ".csv")):
                hasil.update(Path(tempat, satu).read_bytes())
    hasil.update(Path(__file__).read_bytes())
    return AWALAN + hasil.hexdigest()[:16]


def pastikan(server, templat):
    """Makes the stage where it is missing, one process at a time; returns the name of its database.

    ``server``: address of the servers, ``templat``: the migrated database with reference data. Raises RuntimeError with
    what the play said when it fails.
    """
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "kunci").open("a") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        ini, ada = nama(), _ada(server)
        if os.environ.get("DEMO_LAMA") and ada:
            return ada[-1]
        if ini not in ada:
            _mainkan(server, templat, ini, ada)
        return ini


def _ada(server):
    with sambungan(ganti_basis(server, "postgres")) as kursor:
        kursor.execute("SELECT datname FROM pg_database WHERE left(datname, %s) = %s", [len(AWALAN), AWALAN])
        return [satu for (satu,) in kursor.fetchall()]


def _mainkan(server, templat, ini, lama):
    for anak in ("dokumen", "tte"):
        shutil.rmtree(folder() / anak, ignore_errors=True)
    sementara = f"sementara_{ini}"
    pastikan_basis(ganti_basis(server, "postgres"), sementara, baru=True, templat=templat)
    lingkungan = os.environ | {
        "DATABASE_URL": ganti_basis(server, sementara),
        "DEBUG": "1",
        "DOKUMEN_DIR": str(folder() / "dokumen"),
        "TTE_DIR": str(folder() / "tte"),
        "PYTEST_XDIST_WORKER": "",
        "PGOPTIONS": "-c synchronous_commit=off",
    }
    hasil = subprocess.run(
        [sys.executable, "-m", "tests.panggung_demo"], env=lingkungan, cwd=AKAR, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if hasil.returncode:
        raise RuntimeError(f"Panggung demo tidak jadi:\n{hasil.stdout[-3000:]}\n{hasil.stderr[-6000:]}")
    with sambungan(ganti_basis(server, "postgres")) as kursor:
        for satu in lama:
            kursor.execute(f'DROP DATABASE IF EXISTS "{satu}" WITH (FORCE)')
        kursor.execute(f'ALTER DATABASE "{sementara}" RENAME TO "{ini}"')


def salin_berkas(dokumen, tte):
    """Gives a module its own documents (hard links: nobody writes into a file of the store) and certificates."""
    shutil.rmtree(dokumen, ignore_errors=True)
    shutil.rmtree(tte, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        shutil.copytree(folder() / "dokumen", dokumen, copy_function=os.link)
    with contextlib.suppress(FileNotFoundError):
        shutil.copytree(folder() / "tte", tte)


def main():
    """Plays on the database of the environment and writes the story."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")
    import django  # noqa: PLC0415 - the settings module is named first

    django.setup()
    from tata_kelola.demo import isi_demo  # noqa: PLC0415 - after django.setup()

    assert nama_basis(os.environ["DATABASE_URL"]).startswith("sementara_"), "bukan basis data panggung"
    laporan = []
    akun = isi_demo(JUMLAH, BENIH, lapor=laporan.append)
    isi = {"akun": {a.peran: a.nama_pengguna for a in akun}, "laporan": laporan}
    (folder() / "kisah.json").write_text(json.dumps(isi, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--pastikan"]:
        pastikan(os.environ["DATABASE_URL"], os.environ["BASIS_TEMPLAT"])
    else:
        main()
