"""Dunia yang boleh dirusak: PostgreSQL, Valkey, and workers of its own that the tests kill, empty and fill up.

The workers are real processes, each forked from one that has loaded everything (``zigot.py``).

The servers run with the settings of ``make run`` (every commit flushed), since what is tested is that nothing is lost.
A *gerbang* is a trigger of this database alone: it holds whoever comes to one exact point of printing or signing until
the test lets go, so that a process is killed there and nowhere else.
"""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
from django.conf import settings
from django.db import connection
from django.test import override_settings

from bkd_portal.celery import app
from bkd_portal.lokal.postgres import Postgres
from bkd_portal.lokal.proses import ekor, hentikan, tunggu_nyala
from bkd_portal.lokal.tempat import BASIS, pastikan_basis
from bkd_portal.lokal.valkey import Valkey
from layanan import katalog
from layanan.tanda_tangan import KUNCI_BATCH
from tests.layanan import ttd
from tests.layanan.conftest import susun_orang
from tests.tahan.zigot import Zigot

AKAR = Path(__file__).resolve().parents[2]
GERBANG = {  # where a worker is stopped: (table, condition of the UPDATE it stands before)
    "cetak": ("kepegawaian_naskah", "NEW.tahap = 'tercetak' AND OLD.tahap <> 'tercetak'"),
    "sidik": ("layanan_permintaantte", "NEW.sidik <> OLD.sidik"),
    "rentang": ("indeks_rentangputaran", "NEW.selesai_pada IS NOT NULL AND OLD.selesai_pada IS NULL"),
    "akibat": ("layanan_permintaantte", "NEW.status = 'selesai' AND OLD.status <> 'selesai'"),
}
FUNGSI = """
CREATE FUNCTION uji_gerbang() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint); RETURN NEW; END $$"""


def tunggu(syarat, apa, batas=120):
    """Waits until ``syarat()`` holds; fails with a sentence when it never does."""
    akhir = time.monotonic() + batas
    while not syarat():
        assert time.monotonic() < akhir, f"tidak pernah terjadi: {apa}"
        time.sleep(0.02)


class Dunia:
    """The servers, the environment of child processes, and the people of ``susun_orang`` (``orang``)."""

    def __init__(self, folder):
        self.folder = folder
        self.dokumen = folder / "dokumen"
        self.surel = folder / "surel"
        self.postgres = Postgres(folder / "postgres")
        self.valkey = Valkey(folder / "valkey")
        self.zigot = None
        self.pekerja = []
        self.orang = None

    @property
    def lingkungan(self):
        return os.environ | {
            "DATABASE_URL": self.postgres.url(BASIS),
            "REDIS_URL": self.valkey.url,
            "DOKUMEN_DIR": str(self.dokumen),
            "TTE_DIR": str(self.folder / "tte"),
            "EMAIL_URL": f"filemail:///{self.surel}",
            "PYTEST_XDIST_WORKER": "",
        }

    @contextlib.contextmanager
    def hidup(self):
        """Starts the servers and points this process (ORM, cache, broker, documents) at them; puts it back at the end."""
        lama, broker = dict(connection.settings_dict), app.conf.broker_url
        with contextlib.ExitStack() as tumpukan:
            tumpukan.callback(self.postgres.padamkan)
            tumpukan.callback(self.valkey.padamkan)
            self.dokumen.mkdir(parents=True)
            self.surel.mkdir()
            self.postgres.nyalakan()
            self.valkey.nyalakan()
            self.zigot = Zigot(env=self.lingkungan, cwd=AKAR)
            tumpukan.callback(self.zigot.padamkan)
            self._isi_basis()
            connection.close()
            connection.settings_dict |= {"NAME": BASIS, "HOST": str(self.postgres.soket), "PORT": "", "PASSWORD": "",
                                         "USER": "postgres"}  # fmt: skip
            cache = {"default": settings.CACHES["default"] | {"LOCATION": self.valkey.url}}
            tumpukan.enter_context(
                override_settings(MEDIA_ROOT=str(self.dokumen), TTE_DIR=str(self.folder / "tte"), CACHES=cache)
            )
            self._pindah_broker(self.valkey.url)
            katalog.daftarkan(ttd.LayananTte)
            try:
                self._isi()
                yield self
            finally:
                self.bunuh_semua()
                katalog._daftar.pop(ttd.LayananTte.slug)
                connection.close()
                connection.settings_dict.clear()
                connection.settings_dict.update(lama)
                self._pindah_broker(broker)

    @staticmethod
    def _pindah_broker(url):
        app.conf.broker_url = url
        app.amqp._producer_pool = None
        app._pool = None

    def _isi_basis(self):
        """The migrated database with reference data, poured over from the template of this test run."""
        pastikan_basis(self.postgres.url("postgres"), BASIS)
        asal = os.environ.get("BASIS_TEMPLAT")
        folder, _ = self.postgres.program()
        if asal and (folder / "pg_dump").exists() and os.environ.get("PGHOST"):
            sumber = f"postgresql://postgres@/{asal}?host={os.environ['PGHOST']}"
            with subprocess.Popen([folder / "pg_dump", "--no-owner", sumber], stdout=subprocess.PIPE) as tuang:
                hasil = subprocess.run(
                    [folder / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, self.postgres.url(BASIS)],
                    stdin=tuang.stdout, capture_output=True, text=True, check=False,
                )  # fmt: skip
            assert hasil.returncode == tuang.returncode == 0, hasil.stderr
            return
        siapkan = [sys.executable, "-m", "bkd_portal.lokal.siapkan"]
        subprocess.run(siapkan, env=self.lingkungan, cwd=AKAR, check=True, stdout=subprocess.DEVNULL)

    def _isi(self):
        with connection.cursor() as kursor:
            kursor.execute(FUNGSI)
            for nomor, (tabel, bila) in enumerate(GERBANG.values()):
                kursor.execute(
                    f"CREATE TRIGGER uji_gerbang_{nomor} BEFORE UPDATE ON {tabel} FOR EACH ROW WHEN ({bila})"
                    f" EXECUTE FUNCTION uji_gerbang('{nomor}')"
                )
        self.orang = susun_orang()
        ttd.setel("lokal")
        ttd.pasang_sertifikat(settings.TTE_DIR, self.orang.dewi)

    # ── workers ──────────────────────────────────────────────────────────────────────────────────────

    def nyalakan_pekerja(self, *, blok=None):
        """A Celery worker with two processes, ready; ``blok``: no file of it grows beyond so many times 512 bytes."""
        nomor = len(self.pekerja) + 1
        nama, catatan = f"tahan{nomor}@{os.getpid()}", self.folder / "catatan" / f"pekerja-{nomor}.log"
        argumen = ["-A", "bkd_portal", "worker", "-I", "tests.tahan.layanan_tahan", "--concurrency", "2"]
        argumen += ["--loglevel", "INFO", "--hostname", nama, "--without-gossip", "--without-mingle"]
        proses = self.zigot.pekerja([*argumen, "--without-heartbeat"], catatan=catatan, blok=blok)
        self.pekerja.append(proses)
        assert tunggu_nyala(proses, lambda: f"{nama} ready" in ekor(catatan, 200), batas=60), ekor(catatan, 30)
        return proses

    def bunuh(self, proses):
        """kill -9 of a worker and the processes it made (one group, by its pid)."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(proses.pid, signal.SIGKILL)
        proses.wait(10)

    def bunuh_semua(self):
        for proses in self.pekerja:
            self.bunuh(proses)

    @staticmethod
    def anak(proses):
        """Pids of the processes a worker made."""
        return [int(p) for p in Path(f"/proc/{proses.pid}/task/{proses.pid}/children").read_text().split()]

    # ── faults ───────────────────────────────────────────────────────────────────────────────────────

    @contextlib.contextmanager
    def gerbang(self, nama):
        """Closes a gate of ``GERBANG``; yields a Gerbang. Open again at the end, however that comes."""
        koneksi = psycopg2.connect(self.postgres.url(BASIS))
        koneksi.autocommit = True
        try:
            with koneksi.cursor() as kursor:
                kursor.execute("SELECT pg_advisory_lock(%s)", [list(GERBANG).index(nama)])
                yield Gerbang(kursor, nama)
        finally:
            koneksi.close()

    @contextlib.contextmanager
    def kunci_register(self, klasifikasi):
        """Holds the row of a number register; yields a function that counts who stands before it."""
        koneksi = psycopg2.connect(self.postgres.url(BASIS))
        with contextlib.closing(koneksi), koneksi.cursor() as kursor:
            kursor.execute("SELECT FROM layanan_registernomor WHERE klasifikasi = %s FOR UPDATE", [klasifikasi])
            assert kursor.rowcount == 1

            def banyak():
                kursor.execute("SELECT pg_stat_clear_snapshot()")
                kursor.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND wait_event_type = 'Lock' AND wait_event <> 'advisory'"
                )
                return kursor.fetchone()[0]

            yield banyak

    @contextlib.contextmanager
    def pegang_batch(self, batch):
        """Holds a batch of signing as a worker does that has it in hand."""
        koneksi = psycopg2.connect(self.postgres.url(BASIS))
        with contextlib.closing(koneksi), koneksi.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_lock(%s, %s)", [KUNCI_BATCH, batch.pk])
            yield

    def catatan_pekerja(self):
        """What the worker that started last has said."""
        return (self.folder / "catatan" / f"pekerja-{len(self.pekerja)}.log").read_text(encoding="utf-8")

    def jatuhkan_postgres(self):
        """Immediate shutdown, as after a crash: no session ends in order, the next start recovers from the log."""
        hentikan(self.postgres.proses, signal.SIGQUIT)
        connection.close()
        self.postgres.nyalakan()


class Gerbang:
    """A closed gate; ``tunggu(n)`` until ``n`` processes stand before it."""

    def __init__(self, kursor, nama):
        self.kursor, self.nama = kursor, nama

    def _di_depan(self, apa="count(*)"):
        self.kursor.execute(
            f"SELECT {apa} FROM pg_stat_activity WHERE datname = current_database()"  # noqa: S608 - constants of this file
            " AND wait_event_type = 'Lock' AND wait_event = 'advisory'"
        )
        return self.kursor.fetchall()

    def tunggu(self, banyak):
        tunggu(lambda: self._di_depan()[0][0] >= banyak, f"{banyak} proses di depan gerbang {self.nama}")

    def putus(self):
        """Ends the sessions that wait here: what they sent is undone, as when the server falls with the worker."""
        assert self._di_depan("pg_terminate_backend(pid)")


def sidik(jalur):
    return hashlib.sha256(Path(jalur).read_bytes()).hexdigest()
