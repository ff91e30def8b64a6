"""The supervisor of ``make run`` and the containers' health checks: start again, say why not, leave nothing behind."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.state import ModelState

from bkd_portal.lokal import jalan, migrasi, postgres, sehat
from bkd_portal.lokal.galat import Berhenti
from bkd_portal.lokal.proses import hidup, tunggu
from bkd_portal.lokal.tempat import Tempat, baca_env, ganti_basis, nama_basis, sambungan, sidik

AKAR = Path(__file__).parent.parent


@pytest.fixture
def folder():
    """A folder that PostgreSQL's account can reach; pytest closes its own temp folders to all others."""
    induk = Path(os.environ.get("TEMPAT_UJI", AKAR / ".data" / "test")) / "sementara"
    induk.mkdir(parents=True, exist_ok=True)
    hasil = Path(tempfile.mkdtemp(dir=induk))
    hasil.chmod(0o755)
    yield hasil
    shutil.rmtree(hasil, ignore_errors=True)


def test_porta_dipakai_dikatakan_sebelum_apa_pun_menyala(perintah):
    with socket.create_server(("127.0.0.1", 0)) as penghuni:
        nomor = str(penghuni.getsockname()[1])
        mulai = time.monotonic()
        hasil = perintah("-m", "bkd_portal.lokal", "run", PORT=nomor)
    assert hasil.returncode == 1
    assert hasil.stderr == (
        f"Porta {nomor} sedang dipakai program lain. Hentikan program itu, atau pilih porta lain: make run PORT=8080\n"
    )
    assert hasil.stdout == ""
    assert time.monotonic() - mulai < 10


@pytest.mark.parametrize("teks", ["abc", "0", "70000"])
def test_porta_yang_mustahil_ditolak(perintah, teks):
    hasil = perintah("-m", "bkd_portal.lokal", "run", PORT=teks)
    assert (hasil.returncode, hasil.stderr) == (1, f"PORT harus berupa angka 1–65535, bukan “{teks}”.\n")


def test_postgres_menyala_lagi_dengan_datanya(folder):
    """The second start finds the rows of the first, the collation knows Indonesian letters, only the socket listens."""
    for putaran in (1, 2):
        server = postgres.Postgres(folder / "dalam" / "postgres")
        server.nyalakan()
        try:
            with sambungan(server.url("postgres")) as kursor:
                if putaran == 1:
                    kursor.execute(
                        "CREATE TABLE nama (teks text); INSERT INTO nama VALUES ('Siti'), ('Ahmad'), ('Éva')"
                    )
                kursor.execute("SELECT teks, upper(teks) FROM nama ORDER BY teks")
                assert kursor.fetchall() == [("Ahmad", "AHMAD"), ("Siti", "SITI"), ("Éva", "ÉVA")]
                kursor.execute("SHOW listen_addresses")
                assert kursor.fetchone() == ("",)
            pid = server.proses.pid
        finally:
            server.padamkan()
        assert not hidup(pid)


def test_jalur_yang_terlalu_dalam_memakai_soket_pendek(folder):
    dalam = folder / ("a" * 60) / ("b" * 60) / "postgres"
    dalam.parent.mkdir(parents=True)
    server = postgres.Postgres(dalam, buang=True)
    server.nyalakan()
    soket = server.soket
    try:
        assert len(os.fsencode(soket / ".s.PGSQL.5432")) <= postgres.SOKET_MAKS
        with sambungan(server.url("postgres")) as kursor:
            kursor.execute("SELECT 1")
    finally:
        server.padamkan()
    assert not soket.exists()


def test_postgres_terpasang_menggantikan_dan_ketiadaannya_disebut(folder):
    kosong = folder / "bin"
    kosong.mkdir()
    ada = postgres.Postgres(folder / "pg", kandidat=[kosong, *filter(None, [postgres.folder_bawaan()])])
    assert ada.program()[1] >= postgres.VERSI_MIN
    with pytest.raises(Berhenti, match="Pasang PostgreSQL 14 atau lebih baru"):
        postgres.Postgres(folder / "pg", kandidat=[kosong]).program()


def test_folder_yang_dipakai_supervisor_lain_ditolak(tmp_path):
    tempat = Tempat("run", akar=tmp_path)
    with (
        tempat.kunci("pertama"),
        pytest.raises(Berhenti, match="sedang berjalan"),
        Tempat("run", akar=tmp_path).kunci("sedang berjalan"),
    ):
        pass
    with tempat.kunci("sudah dilepas"):
        pass


class Penjawab(BaseHTTPRequestHandler):
    """Answers like the portal behind its proxy."""

    def do_GET(self):
        baik = self.headers["Host"] == "portal.example" and self.headers["X-Forwarded-Proto"] == "https"
        self.send_response(302 if baik else 400)
        self.send_header("Location", "/masuk/")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def akar(tmp_path):
    """A folder for a Procfile, with a page already answering on the port that worker and beat wait for."""
    with HTTPServer(("127.0.0.1", 0), Penjawab) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (tmp_path / "porta").write_text(str(server.server_port))
        yield tmp_path
        server.shutdown()


def anak(akar, isi):
    """Starts a supervisor of its own in ``akar`` and returns it once it has printed its children's ids."""
    naskah = (
        # a shell that starts the tests in the background lets them inherit an ignored SIGINT
        "import os, signal, sys, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path\nfrom bkd_portal.lokal import jalan\n"
        f"from bkd_portal.lokal.tempat import Tempat\ntempat = Tempat('coba', buang=True, akar=Path({str(akar)!r}))\n"
        + isi
    )
    bersih = {kunci: nilai for kunci, nilai in os.environ.items() if kunci not in ("DATABASE_URL", "REDIS_URL")}
    proses = subprocess.Popen(
        [sys.executable, "-c", naskah],
        cwd=AKAR,
        env=bersih,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return proses


SERVER = """
with tempat.kunci('x'), tempat.peladen(tempat.lingkungan()) as lingkungan:
    print((tempat.folder / 'postgres' / 'postmaster.pid').read_text().split()[0], flush=True)
    time.sleep(60)
"""


def test_supervisor_yang_dibunuh_tidak_meninggalkan_server(folder):
    """After SIGKILL Linux ends the servers for us; elsewhere the next start stops them by their id."""
    pertama = anak(folder, SERVER)
    pid = int(pertama.stdout.readline())
    pertama.kill()
    pertama.wait()
    if sys.platform == "linux":
        assert tunggu(lambda: not hidup(pid), batas=20)
    kedua = anak(folder, SERVER)
    assert int(kedua.stdout.readline()) != pid
    kedua.send_signal(signal.SIGINT)
    kedua.wait(20)
    assert tunggu(lambda: not hidup(pid), batas=5)


PROCFILE = """
lingkungan = tempat.lingkungan()
nomor = int((tempat.akar / 'porta').read_text())
try:
    print(jalan.jalankan_procfile(tempat, lingkungan, nomor, time.monotonic()))
except jalan.Berhenti as galat:
    print(galat)
"""
TIDUR = '{python} -c "import os,time; print(os.getpid(), flush=True); time.sleep({detik})"'


def pid_anak(supervisor, jumlah):
    """The ids that the children of a Procfile print, among whatever the supervisor says itself."""
    pid = []
    keluaran = []
    while len(pid) < jumlah:
        keluaran.append(supervisor.stdout.readline())
        assert keluaran[-1], "".join(keluaran)  # "" is the end: the supervisor has stopped
        cocok = re.search(r"\| (\d+)$", keluaran[-1])
        pid += [int(cocok.group(1))] if cocok else []
    return pid


@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_sinyal_menghentikan_semua_proses(akar, sinyal):
    baris = [f"{nama}: {TIDUR.format(python=sys.executable, detik=60)}" for nama in ("web", "worker", "beat")]
    (akar / "Procfile").write_text("\n".join(baris))
    supervisor = anak(akar, PROCFILE)
    pid = pid_anak(supervisor, 3)
    assert all(map(hidup, pid))
    supervisor.send_signal(sinyal)
    keluaran, _ = supervisor.communicate(timeout=20)
    assert "Semua proses dihentikan." in keluaran
    assert not any(map(hidup, pid))


def test_satu_proses_jatuh_menghentikan_semua_dan_disebut(akar):
    tidur, jatuh = (TIDUR.format(python=sys.executable, detik=detik) for detik in (60, 1))
    (akar / "Procfile").write_text(f"web: {tidur}\nworker: {jatuh}")
    supervisor = anak(akar, PROCFILE)
    pid = pid_anak(supervisor, 2)
    keluaran, _ = supervisor.communicate(timeout=20)
    assert "Proses worker berhenti sendiri (kode 0); semua proses lain ikut dihentikan." in keluaran
    assert not any(map(hidup, pid))


def test_supervisor_procfile_yang_dibunuh_tidak_meninggalkan_proses(akar):
    if sys.platform != "linux":
        return  # only Linux tells a child of its parent's death
    (akar / "Procfile").write_text(f"web: {TIDUR.format(python=sys.executable, detik=60)}")
    supervisor = anak(akar, PROCFILE)
    (pid,) = pid_anak(supervisor, 1)
    supervisor.kill()
    supervisor.communicate(timeout=20)
    assert tunggu(lambda: not hidup(pid), batas=10)


def test_demo_menolak_basis_data_orang_lain_dan_portal_yang_sedang_jalan(tmp_path, monkeypatch):
    monkeypatch.setattr(jalan, "Tempat", lambda nama: Tempat(nama, akar=tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgresql://server/produksi")
    with pytest.raises(Berhenti, match="hanya berlaku untuk PostgreSQL bawaan"):
        jalan.demo()
    with Tempat("run", akar=tmp_path).kunci("x"), pytest.raises(Berhenti, match="Portal sedang berjalan"):
        jalan.demo()


@pytest.mark.parametrize(
    ("diatur", "alamat"), [(None, "http://127.0.0.1:{porta}"), ("https://bkd.go.id", "https://bkd.go.id")]
)
def test_alamat_portal_mengikuti_porta_juga_bagi_data_contoh(tmp_path, monkeypatch, diatur, alamat):
    """QR codes and e-mails of the demo data and of the running portal point at the page that is really there."""
    catat = {}
    monkeypatch.setattr(jalan, "Tempat", lambda nama: Tempat(nama, akar=tmp_path))
    monkeypatch.setattr(jalan.prasyarat, "pango", lambda: None)
    monkeypatch.setattr(
        jalan, "siapkan", lambda t, lingkungan, bawaan: contextlib.nullcontext(catat.update(siapkan=lingkungan))
    )
    monkeypatch.setattr(jalan, "jalankan_procfile", lambda t, lingkungan, *_: catat.update(jalan=lingkungan))
    with socket.create_server(("127.0.0.1", 0)) as sementara:
        porta = sementara.getsockname()[1]
    for nama, isi in {"PORT": str(porta), "DATABASE_URL": "postgresql://server/x", "REDIS_URL": "redis://x"}.items():
        monkeypatch.setenv(nama, isi)
    monkeypatch.delenv("ALAMAT_PORTAL", raising=False)
    if diatur:
        monkeypatch.setenv("ALAMAT_PORTAL", diatur)
    jalan.run()
    diharap = alamat.format(porta=porta)
    assert [catat[x]["ALAMAT_PORTAL"] for x in ("siapkan", "jalan")] == [diharap, diharap]


def test_env_dibaca_seperti_settings_membacanya(tmp_path):
    (tmp_path / ".env").write_text("# komentar\nA=1\nexport B='dua kata'\nC=\nD=x=y\n")
    assert baca_env(tmp_path / ".env") == {"A": "1", "B": "dua kata", "D": "x=y"}
    assert baca_env(tmp_path / "tidak-ada") == {}


def test_alamat_basis_data_lain_di_server_yang_sama():
    url = "postgresql://postgres@/bkd_portal?host=/a/b"
    assert ganti_basis(url, "lain") == "postgresql://postgres@/lain?host=/a/b"
    assert nama_basis(url) == "bkd_portal"


def test_sidik_templat_berubah_bersama_sumbernya(tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "models.py").write_text("a = 1")
    awal = sidik(tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "models.py").write_text("")
    (tmp_path / "app" / "views.py").write_text("")
    assert sidik(tmp_path) == awal
    for folder, nama in (("migrations", "0001_awal.py"), ("data", "acuan.csv"), ("models", "satu.py")):
        (tmp_path / "app" / folder).mkdir()
        (tmp_path / "app" / folder / nama).write_text("")
        awal, lama = sidik(tmp_path), awal
        assert awal != lama
    (tmp_path / "app" / "models.py").write_text("a = 2")
    assert sidik(tmp_path) != awal


def test_sehat_web_bertanya_sebagai_proxy(monkeypatch):
    with HTTPServer(("127.0.0.1", 0), Penjawab) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PORT", str(server.server_port))
        monkeypatch.setenv("ALLOWED_HOSTS", "portal.example,lain.example")
        assert sehat.web()
        monkeypatch.setenv("ALLOWED_HOSTS", "lain.example")
        assert not sehat.web()
        server.shutdown()


def test_sehat_beat_melihat_umur_jadwal(monkeypatch, tmp_path):
    monkeypatch.setenv("JADWAL_BEAT", str(tmp_path / "jadwal"))
    assert not sehat.beat()
    (tmp_path / "jadwal").touch()
    assert sehat.beat()
    lama = time.time() - sehat.BEAT_MAKS_DETIK - 1
    os.utime(tmp_path / "jadwal", (lama, lama))
    assert not sehat.beat()


def test_worker_menunggu_halaman_lalu_menjadi_programnya(akar):
    mulai = time.monotonic()
    porta = (akar / "porta").read_text()
    hasil = subprocess.run(
        [sys.executable, jalan.SESUDAH, porta, "echo", "jadi"], capture_output=True, text=True, check=True
    )
    assert hasil.stdout == "jadi\n"
    assert time.monotonic() - mulai < 10


def _penyiap(monkeypatch, tmp_path, isi):
    """A folder whose ``siapkan`` is the Python lines ``isi``, with the path of the mark as ``tanda``."""
    kepala = "import pathlib, subprocess, sys, time; tanda = pathlib.Path(sys.argv[1])\n"
    monkeypatch.setattr(jalan, "SIAPKAN", (sys.executable, "-c", kepala + isi))
    tempat = Tempat("run", akar=tmp_path)
    (tempat.folder / "postgres").mkdir(parents=True)
    return tempat


def test_mulai_kedua_tidak_mengulang_persiapan_selama_sumber_sama(tmp_path, monkeypatch):
    tempat = _penyiap(monkeypatch, tmp_path, "with tanda.with_suffix('.hitung').open('a') as b: b.write('x')")

    def kali(**cara):
        with jalan.siapkan(tempat, dict(os.environ), **cara) as anak:
            assert anak is None
        return len((tempat.folder / "demo.hitung").read_text())

    assert [kali(bawaan=True), kali(bawaan=True)] == [1, 1]
    (tmp_path / "models.py").write_text("baru = 1")
    assert kali(bawaan=True) == 2
    assert [kali(bawaan=False), kali(bawaan=False)] == [3, 4]


def test_portal_dibuka_selagi_sisa_data_contoh_ditambah(tmp_path, monkeypatch):
    """The block begins at the mark, while the child and its fork still work; both end with the block."""
    isi = (
        "cucu = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "tanda.with_suffix('.cucu').write_text(str(cucu.pid))\n"
        "tanda.touch(); tanda.rename(tanda.with_suffix('.dasar')); time.sleep(60)"
    )
    tempat = _penyiap(monkeypatch, tmp_path, isi)
    with jalan.siapkan(tempat, dict(os.environ), bawaan=True) as anak:
        cucu = int((tempat.folder / "demo.cucu").read_text())
        assert anak.poll() is None
        assert hidup(cucu)
        assert (tempat.folder / "postgres" / "siap.sidik").exists()
    assert anak.poll() is not None
    assert tunggu(lambda: not hidup(cucu) or "Z" in _keadaan(cucu), batas=10)
    # The next start keeps what stands: only the mark tells that something is missing.
    with jalan.siapkan(tempat, dict(os.environ), bawaan=True) as anak:
        assert anak is None
    assert (tempat.folder / "demo.dasar").exists()


def _keadaan(pid):
    """The state letter of a process, for one whose parent has not fetched it yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


def test_persiapan_yang_gagal_dikatakan(tmp_path, monkeypatch):
    tempat = _penyiap(monkeypatch, tmp_path, "sys.exit(3)")
    with pytest.raises(Berhenti, match=r"kode 3"), jalan.siapkan(tempat, dict(os.environ), bawaan=True):
        pytest.fail("portal dibuka")
    assert not (tempat.folder / "postgres" / "siap.sidik").exists()


def _urai(kolom):
    _, jalan, nilai, kata = kolom.deconstruct()
    return jalan, nilai, kata | ({"base_field": _urai(kata["base_field"])} if "base_field" in kata else {})


def test_salinan_kolom_bagi_migrasi_pertama_sama_dengan_klonnya():
    """Fields as migrations hold them: unbound, relations by name."""
    for model in apps.get_models(include_auto_created=True):
        kolom = list(ModelState.from_model(model).fields.values())
        salinan, klon = [migrasi.salin(k) for k in kolom], [k.clone() for k in kolom]
        assert [_urai(s) for s in salinan] == [_urai(k) for k in klon], model
        assert [kolom.index(k) for k in sorted(kolom)] == [salinan.index(s) for s in sorted(salinan)], model
        for asal, satu in zip(kolom, salinan, strict=True):
            assert satu is not asal
            assert asal.remote_field is None or (satu.remote_field is not asal.remote_field)
            assert asal.remote_field is None or satu.remote_field.field is satu
