"""``make test`` and ``make bench``: servers of their own, never the data of ``make run``."""

import contextlib
import os
import subprocess
import sys

from . import prasyarat
from .galat import Berhenti
from .tempat import Tempat, ganti_basis, nama_basis, pastikan_basis, sambungan, sidik

LORONG = 6  # test runs at one time in one tree
TEMPLAT = "bkd_templat_"


@contextlib.contextmanager
def tempat_uji():
    """The first free of ``.data/test``, ``.data/test-2``, …: two runs in one tree do not disturb each other."""
    for nomor in range(1, LORONG + 1):
        tempat = Tempat("test" if nomor == 1 else f"test-{nomor}", buang=True)
        with contextlib.ExitStack() as tumpukan:
            try:
                tumpukan.enter_context(tempat.kunci("dipakai"))
            except Berhenti:
                continue
            yield tempat
            return
    raise Berhenti(f"Sudah {LORONG} uji berjalan dari folder ini; tunggu salah satunya selesai.")


def templat(tempat, lingkungan):
    """A migrated database with the reference data, made once per state of the sources; tests copy it."""
    url = lingkungan["DATABASE_URL"]
    nama = TEMPLAT + sidik(tempat.akar)
    with sambungan(ganti_basis(url, "postgres")) as kursor:
        kursor.execute("SELECT datname FROM pg_database WHERE left(datname, %s) = %s", [len(TEMPLAT), TEMPLAT])
        ada = {baris[0] for baris in kursor.fetchall()}
    if nama in ada:
        return nama
    print("Menyiapkan basis data uji …", flush=True)
    sementara = "bkd_sementara"
    pastikan_basis(ganti_basis(url, "postgres"), sementara, baru=True)
    hasil = subprocess.run(
        [sys.executable, "-m", "bkd_portal.lokal.siapkan"],
        env=lingkungan | {"DATABASE_URL": ganti_basis(url, sementara)},
        cwd=tempat.akar,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if hasil.returncode:
        raise Berhenti(f"{hasil.stdout}\nBasis data uji tidak dapat disiapkan; lihat pesan di atas.")
    with sambungan(ganti_basis(url, "postgres")) as kursor:
        for lama in ada:
            kursor.execute(f'DROP DATABASE IF EXISTS "{lama}" WITH (FORCE)')
        kursor.execute(f'ALTER DATABASE "{sementara}" RENAME TO "{nama}"')
    return nama


def panggung(tempat, lingkungan):
    """The demo that many test modules copy, played before them on all cores; they would only wait for it."""
    print("Memainkan data contoh bagi uji …", flush=True)
    perintah = [sys.executable, "-m", "tests.panggung_demo", "--pastikan"]
    if subprocess.run(perintah, env=lingkungan, cwd=tempat.akar, check=False).returncode:
        raise Berhenti("Data contoh bagi uji tidak jadi; lihat pesan di atas.")


def test(argumen):
    """Runs pytest with ``argumen`` (default: everything, on all cores) and returns its exit code.

    ``tests/pembagian.py`` deals the tests out to the cores.
    """
    with tempat_uji() as tempat:
        prasyarat.pango()
        prasyarat.peramban()
        lingkungan = tempat.lingkungan() | {"DOKUMEN_DIR": str(tempat.dokumen), "TEMPAT_UJI": str(tempat.folder)}
        with tempat.peladen(lingkungan) as lingkungan:
            lingkungan["BASIS_TEMPLAT"] = templat(tempat, lingkungan)
            # One more than there are cores: a quarter of the time a test waits for a worker, a browser or a clock.
            pekerja = [] if argumen else ["-n", str(min((os.cpu_count() or 1) + 1, 5)), "--dist", "loadfile"]
            if not argumen:
                panggung(tempat, lingkungan)
            perintah = [sys.executable, "-m", "pytest", *pekerja, *argumen]
            return subprocess.run(perintah, env=lingkungan, cwd=tempat.akar, check=False).returncode


def bench(argumen):
    """Runs ``tests.bench`` on a database of its own, also where DATABASE_URL names another server."""
    tempat = Tempat("bench", buang=True)
    with tempat.kunci("make bench sedang berjalan dari folder ini; tunggu sampai selesai."):
        prasyarat.pango()
        lingkungan = tempat.lingkungan() | {"DOKUMEN_DIR": str(tempat.dokumen), "TEMPAT_BENCH": str(tempat.folder)}
        with tempat.peladen(lingkungan) as lingkungan:
            url = lingkungan["DATABASE_URL"]
            nama = nama_basis(url).removesuffix("_bench") + "_bench"
            pastikan_basis(ganti_basis(url, "postgres"), nama)
            lingkungan["DATABASE_URL"] = ganti_basis(url, nama)
            perintah = [sys.executable, "-m", "tests.bench", *argumen]
            return subprocess.run(perintah, env=lingkungan, cwd=tempat.akar, check=False).returncode
