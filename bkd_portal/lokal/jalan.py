"""``make run`` and ``make demo``: servers, database, then web, worker and beat under honcho; all stop together."""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.process import Popen, Process

from . import prasyarat
from .galat import Berhenti
from .proses import ikut_mati, porta_dipakai, tunggu
from .tempat import BASIS, Tempat, pastikan_basis, sidik

TEMPAT = "run"
SEDANG_JALAN = "Portal sedang berjalan dari folder ini (make run). Hentikan dahulu dengan Ctrl-C di terminalnya."
SESUDAH = Path(__file__).with_name("sesudah.py")
SIAPKAN = (sys.executable, "-m", "bkd_portal.lokal.siapkan", "--demo", "jika-kosong", "--tanda")
DIHENTIKAN = (130, 143)  # honcho's return codes for SIGINT and SIGTERM


class ProsesLokal(Process):
    """A line of the Procfile whose process dies with its supervisor, even when that is killed outright."""

    def run(self, events=None, ignore_signals=False):
        ikut_mati(signal.SIGKILL)
        self._child_ctor = functools.partial(Popen, preexec_fn=functools.partial(ikut_mati, signal.SIGTERM))
        super().run(events, ignore_signals)


class Pengelola(Manager):
    """honcho's manager, silent about itself; it remembers whose end made it stop the others."""

    def __init__(self, sesudah_mulai=None):
        super().__init__()
        self._process_ctor = ProsesLokal
        self.sesudah_mulai = sesudah_mulai
        self.penyebab = None

    def _system_print(self, data):
        pass

    def _start(self):
        super()._start()
        if self.sesudah_mulai:
            threading.Thread(target=self.sesudah_mulai, daemon=True).start()

    def terminate(self):
        if self.returncode not in DIHENTIKAN and self.penyebab is None:
            selesai = [(nama, p["returncode"]) for nama, p in self._processes.items() if "returncode" in p]
            self.penyebab = selesai[0] if selesai else None
        super().terminate()


def porta():
    """The port of ``PORT``, free at this moment; otherwise one sentence."""
    teks = os.environ.get("PORT") or "8000"
    if not teks.isdigit() or not 0 < int(teks) < 65536:
        raise Berhenti(f"PORT harus berupa angka 1–65535, bukan “{teks}”.")
    if porta_dipakai(int(teks)):
        raise Berhenti(
            f"Porta {teks} sedang dipakai program lain. Hentikan program itu, atau pilih porta lain: make run PORT=8080"
        )
    return int(teks)


def alamat_lokal(nomor):
    """The address of the portal on this machine: what QR codes and e-mails point at unless ALAMAT_PORTAL is set."""
    return f"http://127.0.0.1:{nomor}"


@contextlib.contextmanager
def siapkan(tempat, lingkungan, *, bawaan):
    """Runs ``siapkan`` in a child; not again while our own database and the sources are as it left them.

    Yields as soon as the portal is worth opening: None, or the child that still plays the rest of the demo data, which
    ends with the block. Raises Berhenti when the database cannot be prepared.
    """
    cap, kini = tempat.folder / "postgres" / "siap.sidik", sidik(tempat.akar)
    if bawaan and cap.exists() and cap.read_text() == kini:
        yield None
        return
    tanda = tempat.folder / "demo.berjalan"
    dasar = tanda.with_suffix(".dasar")
    terputus = dasar.exists()  # left by an earlier start; says nothing about this one
    anak = subprocess.Popen(  # a session of its own: Ctrl-C is for us, and its forks end with it
        [*SIAPKAN, str(tanda)], env=lingkungan, cwd=tempat.akar, start_new_session=True,
        preexec_fn=functools.partial(ikut_mati, signal.SIGTERM),
    )  # fmt: skip
    try:
        while anak.poll() is None and (terputus or not dasar.exists()):
            time.sleep(0.1)
        if anak.poll():
            raise Berhenti(f"Basis data tidak dapat disiapkan (kode {anak.returncode}); lihat pesan di atas.")
        if bawaan:
            cap.write_text(kini)
        yield None if anak.poll() == 0 else anak
    finally:
        if anak.poll() is None:
            os.killpg(anak.pid, signal.SIGTERM)
            anak.wait(15)


def buang_data(tempat, lingkungan):
    """Throws the run database away with its documents and accounts; queue and timetable belong to it."""
    pastikan_basis(lingkungan["DATABASE_URL"].replace(f"/{BASIS}?", "/postgres?"), BASIS, baru=True)
    shutil.rmtree(tempat.dokumen, ignore_errors=True)
    shutil.rmtree(tempat.folder / "tte", ignore_errors=True)
    tempat.dokumen.mkdir(parents=True)
    for nama in ("akun_demo.txt", "demo.berjalan", "demo.dasar", "postgres/siap.sidik"):
        (tempat.folder / nama).unlink(missing_ok=True)
    for berkas in tempat.folder.glob("jadwal-beat*"):
        berkas.unlink()


def umumkan(alamat, tempat, mulai, anak=None):
    """Prints address and demo accounts once the page answers, and when ``anak`` has played the rest of the demo data."""

    def menjawab():
        try:
            with urllib.request.urlopen(alamat, timeout=20) as jawaban:  # noqa: S310 - our own loopback address
                return jawaban.status < 500
        except urllib.error.HTTPError as galat:
            return galat.code < 500
        except OSError:
            return False

    if not tunggu(menjawab, batas=120, jeda=0.1):
        print(f"Halaman {alamat} belum menjawab setelah 2 menit; lihat pesan galat di atas.", flush=True)
        return
    garis = "─" * 72
    baris = [garis, f"Portal BKD siap di {alamat} ({time.monotonic() - mulai:.1f} detik). Berhenti: Ctrl-C."]
    akun = tempat.folder / "akun_demo.txt"
    if akun.exists():
        baris += ["Akun contoh:", akun.read_text().rstrip()]
    if anak is not None:
        baris.append("Data contoh aspek lain masih ditambah; selesainya disebut di sini.")
    elif (tempat.folder / "demo.dasar").exists():
        baris.append("Data contoh belum lengkap karena pembuatannya terputus. make demo membuatnya baru.")
    print("\n".join([*baris, garis]), flush=True)
    if anak is not None:
        sudah = set(akun.read_text().splitlines()) if akun.exists() else set()
        lengkap = anak.wait() == 0
        if akun.exists() and (tambahan := [b for b in akun.read_text().splitlines() if b not in sudah]):
            print("\n".join(["Akun contoh tambahan:", *tambahan]), flush=True)
        kata = "Data contoh lengkap" if lengkap else "Sebagian data contoh tidak selesai; lihat pesan di atas"
        print(f"{kata} ({time.monotonic() - mulai:.1f} detik sejak mulai).", flush=True)


def run():
    """Starts everything, waits, stops everything; returns the exit code."""
    mulai = time.monotonic()
    nomor = porta()
    tempat = Tempat(TEMPAT)
    with tempat.kunci(SEDANG_JALAN):
        prasyarat.pango()
        lingkungan = tempat.lingkungan() | {"PORT": str(nomor)}
        lingkungan.setdefault("ALAMAT_PORTAL", alamat_lokal(nomor))
        bawaan = not lingkungan.get("DATABASE_URL")
        with tempat.peladen(lingkungan) as lingkungan:
            if bawaan and (tempat.folder / "demo.berjalan").exists():
                print("Pembuatan data contoh terakhir terputus; diulang dari awal.")
                buang_data(tempat, lingkungan)
            with siapkan(tempat, lingkungan, bawaan=bawaan) as anak:
                return jalankan_procfile(tempat, lingkungan, nomor, mulai, anak)


def jalankan_procfile(tempat, lingkungan, nomor, mulai, anak=None):
    """Runs the lines of the Procfile until Ctrl-C, SIGTERM, or the end of any one of them."""
    alamat = f"{alamat_lokal(nomor)}/"
    pengelola = Pengelola(functools.partial(umumkan, alamat, tempat, mulai, anak))
    for nama, perintah in parse_procfile((tempat.akar / "Procfile").read_text()).processes.items():
        milik = lingkungan | {"NAMA_PROSES": f"portal-bkd-{nama}"}
        # The page comes first: worker and beat wait for it, else three starts of Django share the cores.
        menunggu = "" if nama == "web" else f'"{sys.executable}" "{SESUDAH}" {nomor} '
        pengelola.add_process(nama, f"exec {menunggu}{perintah}", env=milik, cwd=str(tempat.akar))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    pengelola.loop()
    if pengelola.penyebab:
        nama, kode = pengelola.penyebab
        raise Berhenti(f"Proses {nama} berhenti sendiri (kode {kode}); semua proses lain ikut dihentikan.")
    print("Semua proses dihentikan.")
    return 0


def demo():
    """Fresh demo data in the run database; refused while the portal runs or where the database is not ours."""
    tempat = Tempat(TEMPAT)
    with tempat.kunci(SEDANG_JALAN):
        lingkungan = tempat.lingkungan()
        if lingkungan.get("DATABASE_URL"):
            raise Berhenti(
                "make demo membuang isi basis data, maka hanya berlaku untuk PostgreSQL bawaan. Kosongkan DATABASE_URL."
            )
        lingkungan.setdefault("ALAMAT_PORTAL", alamat_lokal(os.environ.get("PORT") or "8000"))
        prasyarat.pango()
        shutil.rmtree(tempat.folder / "valkey", ignore_errors=True)
        with tempat.peladen(lingkungan) as lingkungan:
            buang_data(tempat, lingkungan)
            with siapkan(tempat, lingkungan, bawaan=True) as anak:
                if anak is not None and anak.wait():
                    raise Berhenti(
                        f"Sebagian data contoh tidak selesai (kode {anak.returncode}); lihat pesan di atas."
                    )
    print("Data contoh baru siap; jalankan make run.")
    return 0
