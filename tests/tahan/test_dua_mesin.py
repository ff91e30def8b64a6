"""Dua web dan dua pekerja di atas satu basis data: one usulan through all of them, then half of them are stopped in the middle.

The processes are those of production (gunicorn, Celery), each knows of the others only by PostgreSQL, Valkey and the
folder of documents, as on two machines.
"""

import contextlib
import http.client
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import psycopg2
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from bkd_portal.lokal import statis
from bkd_portal.lokal.proses import ekor, hentikan, hidup, luncurkan, porta_bebas, tunggu_nyala
from kepegawaian.models import Naskah, RiwayatPendidikan
from layanan import alur, katalog
from layanan.models import RegisterNomor, Usulan
from tests.layanan import ttd
from tests.layanan.conftest import susun_orang
from tests.pabrik import buat_pegawai, masuk
from tests.tahan.dunia import FUNGSI, GERBANG, tunggu
from tests.tahan.zigot import Zigot

AKAR = Path(__file__).resolve().parents[2]
CSRF = "a" * 32


class Dua:
    """Two web addresses (``a``, ``b``), two workers, and the people."""

    def __init__(self, orang, web, pekerja, catatan):
        self.orang, self.web, self.pekerja, self.catatan = orang, web, pekerja, catatan
        self.sesi = {}

    def minta(self, ke, siapa, jalan, data=None, nomor=""):
        """One request to the web process ``ke`` in the session of ``siapa``; (status, body)."""
        if siapa not in self.sesi:
            self.sesi[siapa] = masuk(Client(), getattr(self.orang, f"akun_{siapa}")).cookies["sessionid"].value
        kepala = {"Cookie": f"sessionid={self.sesi[siapa]}; csrftoken={CSRF}", "X-CSRFToken": CSRF}
        if nomor:
            kepala["X-Request-ID"] = nomor
        if data is not None:
            kepala["Content-Type"] = "application/x-www-form-urlencoded"
        sambungan = http.client.HTTPConnection("127.0.0.1", self.web[ke].porta, timeout=60)
        with contextlib.closing(sambungan):
            sambungan.request(
                "GET" if data is None else "POST", jalan, None if data is None else urlencode(data), kepala
            )
            jawab = sambungan.getresponse()
            return jawab.status, jawab.read()

    def berbuat(self, ke, siapa, nama, usulan, **data):
        """One act on a usulan, which must be taken."""
        segar = Usulan.objects.get(pk=usulan.pk)
        nomor = data.pop("nomor", "")
        status, isi = self.minta(
            ke,
            siapa,
            reverse(f"layanan:usulan_{nama}", args=[segar.nomor]),
            {"versi": segar.versi_baris, **data},
            nomor,
        )
        assert status == 302, isi.decode()[:2000]

    def kata_pekerja(self):
        return "".join(c.read_text(encoding="utf-8") for c in self.catatan)


def nyalakan_web(lingkungan, folder, nama):
    porta = porta_bebas()
    perintah = [sys.executable, "-m", "gunicorn", "tests.tahan.wsgi_tahan:application", "--bind", f"127.0.0.1:{porta}"]
    perintah += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
    proses = luncurkan(perintah, catatan=folder / f"{nama}.log", env=lingkungan, cwd=AKAR)
    proses.porta = porta

    def menjawab():
        with contextlib.suppress(OSError):
            sambungan = http.client.HTTPConnection("127.0.0.1", porta, timeout=10)
            sambungan.request("GET", "/sehat/hidup/")
            return sambungan.getresponse().status == 200

    assert tunggu_nyala(proses, menjawab, batas=60), ekor(folder / f"{nama}.log", 30)
    return proses


@pytest.fixture(scope="module")
def dua(lingkungan_e2e, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dua")
    statis.kumpulkan(AKAR, lingkungan_e2e)
    with connection.cursor() as kursor:
        kursor.execute(FUNGSI)
        for nomor, (tabel, bila) in enumerate(GERBANG.values()):
            kursor.execute(
                f"CREATE TRIGGER uji_gerbang_{nomor} BEFORE UPDATE ON {tabel} FOR EACH ROW WHEN ({bila})"
                f" EXECUTE FUNCTION uji_gerbang('{nomor}')"
            )
    katalog.daftarkan(ttd.LayananTte)
    orang = susun_orang()
    ttd.setel("lokal")
    ttd.pasang_sertifikat(settings.TTE_DIR, orang.dewi)
    catatan = [folder / f"pekerja-{n}.log" for n in "12"]
    with contextlib.ExitStack() as tumpukan:
        tumpukan.callback(lambda: katalog._daftar.pop(ttd.LayananTte.slug))
        zigot = Zigot(env=lingkungan_e2e, cwd=AKAR)
        tumpukan.callback(zigot.padamkan)
        pekerja = []
        for n, satu in enumerate(catatan):
            nama = f"dua{n}@{os.getpid()}"
            argumen = ["-A", "bkd_portal", "worker", "-I", "tests.tahan.layanan_tahan", "--concurrency", "1"]
            argumen += ["--loglevel", "INFO", "--hostname", nama, "--without-gossip", "--without-mingle"]
            proses = zigot.pekerja(argumen, catatan=satu)
            pekerja.append(proses)
            tumpukan.callback(matikan, proses)
            assert tunggu_nyala(proses, lambda n=nama, c=satu: f"{n} ready" in ekor(c, 200), batas=60), ekor(satu, 30)
        web = {}
        for nama in "ab":
            web[nama] = nyalakan_web(lingkungan_e2e, folder, nama)
            tumpukan.callback(hentikan, web[nama])
        yield Dua(orang, web, pekerja, catatan)


def matikan(proses):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(proses.pid, signal.SIGKILL)


@contextlib.contextmanager
def gerbang_cetak():
    """Whoever is about to record a print waits until the block ends; yields how many wait."""
    koneksi = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    with contextlib.closing(koneksi), koneksi.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(%s)", [list(GERBANG).index("cetak")])
        yield lambda: menunggu(kursor, "advisory")


def menunggu(kursor, jenis):
    """How many sessions stand before a lock: ``advisory`` (a gate) or of rows."""
    kursor.execute("SELECT pg_stat_clear_snapshot()")
    kursor.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        " AND (wait_event = 'advisory') = %s",
        [jenis == "advisory"],
    )
    return kursor.fetchone()[0]


def diajukan(dua, nama):
    p = buat_pegawai(nama=nama, unit="DISDIK", golongan="II/d")
    p = type(p).objects.select_related("kini").get(pk=p.pk)
    u = alur.buat_draf(katalog.ambil("uji-tte"), p, oleh=dua.orang.oleh("citra"))
    return alur.ajukan(u, oleh=dua.orang.oleh("citra"), versi=u.versi_baris)


def naskah(usulan):
    return Naskah.objects.filter(usulan__usulan=usulan)


def test_satu_usulan_lewat_dua_web_dan_dua_pekerja_sampai_sk_terunduh(dua):
    p = buat_pegawai(nama="Sri Dua Mesin", unit="DISDIK", golongan="II/d")
    status, isi = dua.minta("a", "citra", reverse("layanan:usulan_create", args=["uji-tte"]), {"nip": p.nip})
    assert status == 302, isi.decode()[:2000]
    u = Usulan.objects.get(pegawai=p)
    dua.berbuat("b", "citra", "ajukan", u)
    dua.berbuat("a", "citra", "tetapkan", u, nomor="uji-dua-mesin-01")
    tunggu(lambda: naskah(u).filter(tahap="tercetak").exists(), "naskah tercetak oleh salah satu pekerja")
    assert '"permintaan": "uji-dua-mesin-01"' in dua.kata_pekerja()  # the id of the click stands in the worker's log
    dua.berbuat("b", "dewi", "tandatangani", u, sandi=ttd.SANDI)
    tunggu(lambda: naskah(u).filter(tahap="ditandatangani", status="berlaku").exists(), "naskah ditandatangani")
    assert RiwayatPendidikan.objects.filter(pegawai=p).count() == 1
    satu = naskah(u).get()
    for ke in "ab":  # both serve the one file
        status, isi = dua.minta(ke, "citra", reverse("layanan:naskah_download", args=[satu.pk]))
        assert (status, isi[:5], b"/ByteRange" in isi) == (200, b"%PDF-", True)
    _, angka = dua.minta("a", "citra", "/metrik/")
    assert b'status="302",view="layanan:usulan_tetapkan"} 1.0' in angka
    assert b'portal_tasks_total{outcome="success"' in angka
    status, isi = dua.minta("b", "citra", "/sehat/siap/")
    assert status == 200
    assert b'"worker": "baik"' in isi


def test_web_dan_pekerja_yang_dihentikan_menyelesaikan_pekerjaannya_yang_lain_terus_melayani(dua):
    lambat, biasa = diajukan(dua, "LAMBAT"), diajukan(dua, "BIASA")
    register = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    with gerbang_cetak() as di_gerbang, ThreadPoolExecutor(1) as kolam:
        dua.berbuat("b", "citra", "tetapkan", biasa)
        tunggu(lambda: di_gerbang() == 1, "satu pekerja mencetak")
        with contextlib.closing(register), register.cursor() as kunci:
            kunci.execute("SELECT FROM layanan_registernomor WHERE klasifikasi = 'TTE' FOR UPDATE")
            janji = kolam.submit(dua.berbuat, "a", "citra", "tetapkan", lambat)
            tunggu(lambda: menunggu(kunci, "baris") == 1, "permintaan lambat menunggu register")
            dua.web["a"].send_signal(signal.SIGTERM)
            time.sleep(1.5)  # it looks once a second whether it shall stop
            assert dua.minta("b", "citra", "/sehat/hidup/")[0] == 200
            assert not janji.done()
        janji.result(30)  # the answer came from the process that was already told to stop
        assert dua.web["a"].wait(30) == 0
        tunggu(lambda: di_gerbang() == 2, "pekerja yang lain mencetak naskah kedua")
        os.kill(dua.pekerja[0].pid, signal.SIGTERM)
        tunggu(lambda: "Warm shutdown" in dua.catatan[0].read_text(), "pekerja pertama tahu ia harus berhenti")
        assert hidup(dua.pekerja[0].pid)
    for u in (lambat, biasa):
        tunggu(lambda u=u: naskah(u).filter(tahap="tercetak").exists(), "tercetak, juga oleh yang dihentikan")
    tunggu(lambda: not hidup(dua.pekerja[0].pid), "pekerja pertama berhenti sendiri")
    assert RegisterNomor.objects.get(klasifikasi="TTE").terakhir == Naskah.objects.filter(asal="register").count() == 3
    terakhir = diajukan(dua, "SESUDAHNYA")
    dua.berbuat("b", "citra", "tetapkan", terakhir)
    tunggu(lambda: naskah(terakhir).filter(tahap="tercetak").exists(), "pekerja kedua sendirian melanjutkan")
