"""The plumbing below all tests: database, broker, documents, a real worker and a real web server.

Run them by ``make test UJI="…"``, which starts PostgreSQL and Valkey and keeps a migrated template; a bare ``pytest``
needs DATABASE_URL and REDIS_URL. Every test database holds the reference data of ``muat_referensi`` from the start.
Every pytest-xdist worker has its own database, broker number and document folder. Tests of the ORM use pytest-django's
``db``; tests that need real processes use ``basis_e2e``, ``peladen`` and ``pekerja_celery`` (never together with ``db``).
"""

import gc
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import override_settings

from bkd_portal.celery import app
from bkd_portal.lokal import statis
from bkd_portal.lokal.proses import ekor, hentikan, luncurkan, porta_bebas, tunggu_nyala
from bkd_portal.lokal.tempat import ganti_basis, pastikan_basis, sambungan
from tests import panggung_demo, pembagian
from tests.dunia_bersama import Panggung
from tests.e2e import templat_layar

AKAR = Path(__file__).parent
PEKERJA = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
HASHER_PRODUKSI = list(settings.PASSWORD_HASHERS)
TEMPAT_UJI = Path(os.environ.get("TEMPAT_UJI", AKAR / ".data" / "test"))
SENSUS = TEMPAT_UJI / "sensus.txt"  # written by tests/test_sensus.py in whatever worker it runs
TEMPLAT = os.environ.get("BASIS_TEMPLAT", f"bkd_templat_{PEKERJA}_{os.getpid()}")
ADA_TEMPLAT = "BASIS_TEMPLAT" in os.environ
PANGGUNG = Panggung()
URL_SERVER = os.environ.get("DATABASE_URL", "")


def pytest_configure(config):
    """Refuses a run without servers, else gives this xdist worker its own broker, documents and cheap hasher."""
    if not (URL_SERVER and os.environ.get("REDIS_URL")):
        raise pytest.UsageError('Uji memerlukan server sendiri; jalankan: make test UJI="tests/… -k …"')
    nomor = 1 + int(PEKERJA.removeprefix("gw"))
    redis = f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{nomor}"
    settings.REDIS_URL = settings.CELERY_BROKER_URL = app.conf.broker_url = redis
    settings.CACHES["default"]["LOCATION"] = redis
    settings.MEDIA_ROOT = str(Path(os.environ.get("DOKUMEN_DIR", TEMPAT_UJI / "dokumen")) / PEKERJA)
    settings.TTE_DIR = str(TEMPAT_UJI / "tte" / PEKERJA)
    # Thousands of pages asked for by one account within a minute: the limits have tests of their own.
    settings.BATAS_LAJU = False
    # Every test client makes its own middleware; looking at a thousand static files each time took a fifth of all tests.
    settings.WHITENOISE_AUTOREFRESH = True
    # Argon2 costs 20 ms a login by design; the hasher of production is tested through the fixture hasher_produksi.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Django would empty four hundred tables one by one; ``pytest_runtest_teardown`` replaces the whole database instead.
    TransactionTestCase._fixture_teardown = lambda self: None
    if ADA_TEMPLAT:
        # A copy of the template is migrated; looking whether it is takes a second and a half of every start.
        settings.DATABASES["default"].setdefault("TEST", {}).update(TEMPLATE=TEMPLAT, MIGRATE=False)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """``--dist loadfile``, in the pieces and order of ``tests/pembagian.py``."""
    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return pembagian.Pembagi(config, log)


def pytest_collection_modifyitems(items):
    """Every xdist worker puts the tests in the same order; a run without workers keeps that of the files."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        pembagian.urutkan(items)


def pytest_collection_finish():
    """What is loaded by now stays: the collector of cycles need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


# --- what a run says of itself ------------------------------------------------------------------------------------


def pytest_sessionstart():
    """Forgets what an earlier run wrote; xdist workers leave what this run has written alone."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        SENSUS.unlink(missing_ok=True)
        templat_layar.mulai()


def pytest_terminal_summary(terminalreporter):
    """Prints what each rule of law answered for the demo people, and names every skipped test with its reason.

    A browser that is missing must not look like a green run.
    """
    if any(
        "server closed the connection" in str(gagal.longrepr) for gagal in terminalreporter.stats.get("failed", [])
    ):
        terminalreporter.section("PostgreSQL memutus sambungan: akhir catatannya", sep="=")
        terminalreporter.write_line(ekor(TEMPAT_UJI / "catatan" / "postgres.log", 60))
    if SENSUS.exists():
        terminalreporter.section("SENSUS SYARAT: jawaban bagi pegawai contoh", sep="=")
        terminalreporter.write(SENSUS.read_text(encoding="utf-8"))
    if keluhan := templat_layar.keluhan(terminalreporter):
        terminalreporter.section("TEMPLAT DAN LAYAR", sep="=", red=True)
        terminalreporter.write_line("\n".join(keluhan))
    lewat = terminalreporter.stats.get("skipped", [])
    if not lewat:
        return
    terminalreporter.section(f"{len(lewat)} UJI DILEWATI", sep="=", red=True)
    for laporan in lewat:
        sebab = laporan.longrepr[2] if isinstance(laporan.longrepr, tuple) else laporan.longrepr
        terminalreporter.write_line(f"{laporan.nodeid}: {sebab}")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """A page template that no browser has shown fails the run; with CI_TANPA_LEWAT=1 a skipped test does, too."""
    pelapor = session.config.pluginmanager.get_plugin("terminalreporter")
    if not pelapor or session.exitstatus:
        return
    lewat = os.environ.get("CI_TANPA_LEWAT") == "1" and pelapor.stats.get("skipped")
    if lewat or templat_layar.keluhan(pelapor):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


# --- database -----------------------------------------------------------------------------------------------------


def dari_templat(nama, templat=TEMPLAT):
    """Makes a database anew as a copy of the migrated template with its reference data, or of another one."""
    pastikan_basis(ganti_basis(URL_SERVER, "postgres"), nama, baru=True, templat=templat)
    _lupakan()


def _lupakan():
    """What a process remembers by id: another database gives the same ids to other rows."""
    from layanan import balik  # noqa: PLC0415 - the apps are loaded only later

    balik._slug_asal.cache_clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Without the template of ``make test``: loads the reference data and makes a template of this very database."""
    if ADA_TEMPLAT:
        yield
        return
    server = ganti_basis(URL_SERVER, "postgres")
    with django_db_blocker.unblock():
        call_command("muat_referensi", verbosity=0)
        connection.close()
        pastikan_basis(server, TEMPLAT, baru=True, templat=connection.settings_dict["NAME"])
    yield
    with sambungan(server) as kursor:
        kursor.execute(f'DROP DATABASE IF EXISTS "{TEMPLAT}" WITH (FORCE)')


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test that really committed leaves its rows; the next one gets a fresh copy of the template."""
    hasil = yield
    if nextitem is None or nextitem.path != item.path:
        PANGGUNG.bubar()
    if _sungguhan(item):
        connection.close()
        dari_templat(connection.settings_dict["NAME"])
    return hasil


def _sungguhan(item):
    penanda = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(penanda and penanda.kwargs.get("transaction"))


@pytest.fixture
def panggung_bersama(request, django_db_setup, django_db_blocker):
    """The shared worlds of a test (``tests/dunia_bersama.py``), made before its own savepoint."""
    PANGGUNG.siapkan(request.node, django_db_blocker, sungguhan=_sungguhan(request.node))
    return PANGGUNG


@pytest.fixture
def _django_db_helper(panggung_bersama, _django_db_helper):
    """pytest-django's own, inside what ``panggung_bersama`` has made."""
    return _django_db_helper


@pytest.fixture
def hasher_produksi():
    """The password hasher of production, for tests of login itself."""
    with override_settings(PASSWORD_HASHERS=HASHER_PRODUKSI):
        yield


@pytest.fixture
def tugas_langsung():
    """Celery tasks run at once in the caller; otherwise they only reach the broker."""
    lama = app.conf.task_always_eager
    app.conf.task_always_eager = True
    yield app
    app.conf.task_always_eager = lama


# --- real processes -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def basis_e2e(request, django_db_setup, django_db_blocker):
    """A committed database for one module, shared with real processes; the module's tests build on each other.

    Within the module ``connection`` points at it and passwords are hashed as in production. A module that says
    ``DARI_DEMO = True`` begins with the whole demo (``tests/panggung_demo.py``), else with the reference data.
    """
    asal = connection.settings_dict["NAME"]
    nama = f"{asal}_{PEKERJA}_e2e"
    if getattr(request.module, "DARI_DEMO", False):
        dari_templat(nama, panggung_demo.pastikan(URL_SERVER, TEMPLAT))
        panggung_demo.salin_berkas(settings.MEDIA_ROOT, settings.TTE_DIR)
    else:
        dari_templat(nama)
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=HASHER_PRODUKSI):
        connection.close()
        connection.settings_dict["NAME"] = nama
        _kosongkan_redis()
        yield nama
        connection.close()
        connection.settings_dict["NAME"] = asal
        _lupakan()


def _kosongkan_redis():
    with app.connection_for_read() as koneksi:
        koneksi.default_channel.client.flushdb()


@pytest.fixture(scope="module")
def lingkungan_e2e(basis_e2e, tmp_path_factory):
    """The environment of production for the processes of ``basis_e2e``; e-mail goes to files in SUREL_DIR."""
    surel = tmp_path_factory.mktemp("surel")
    porta = porta_bebas()
    return os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": settings.SECRET_KEY,
        "SECURE_SSL_REDIRECT": "0",
        "ALLOWED_HOSTS": "127.0.0.1",
        "ALAMAT_PORTAL": f"http://127.0.0.1:{porta}",
        "PORT": str(porta),
        "DATABASE_URL": ganti_basis(URL_SERVER, basis_e2e),
        "REDIS_URL": settings.REDIS_URL,
        "DOKUMEN_DIR": settings.MEDIA_ROOT,
        "TTE_DIR": settings.TTE_DIR,
        "EMAIL_URL": f"filemail:///{surel}",  # the URL eats one slash: an absolute path
        "SUREL_DIR": str(surel),
        "PYTEST_XDIST_WORKER": "",
    }


@pytest.fixture(scope="module")
def surel(lingkungan_e2e):
    """The folder of e-mails that web and worker have sent, one file each."""
    return Path(lingkungan_e2e["SUREL_DIR"])


@pytest.fixture(scope="session")
def wsgi():
    """What gunicorn serves; the browser tests put a listener before it."""
    return "bkd_portal.wsgi"


@pytest.fixture(scope="module")
def peladen(lingkungan_e2e, wsgi):
    """gunicorn with production settings (hashed static files, CSP) on the database of the module; yields its address."""
    statis.kumpulkan(AKAR, lingkungan_e2e)
    connection.close()  # a play forks while it prints; the tests begin with a connection of their own
    alamat = lingkungan_e2e["ALAMAT_PORTAL"]
    yield from _proses(
        [sys.executable, "-m", "gunicorn", wsgi, "--bind", alamat.removeprefix("http://")]
        + ["--worker-class", "gthread", "--threads", "4", "--no-control-socket", "--log-level", "warning"],
        nama="peladen",
        lingkungan=lingkungan_e2e,
        siap=lambda: _menjawab(alamat),
        hasil=alamat,
    )


@pytest.fixture(scope="module")
def pekerja_celery(lingkungan_e2e):
    """A real worker on the database and broker of the module; yields its process."""
    nama = f"uji-{PEKERJA}@{os.getpid()}"
    yield from _proses(
        [sys.executable, "-m", "celery", "--quiet", "-A", "bkd_portal", "worker", "--concurrency", "1"]
        + ["--loglevel", "INFO", "--hostname", nama, "--without-gossip", "--without-mingle"],
        nama="pekerja",
        lingkungan=lingkungan_e2e,
        siap=lambda: f"{nama} ready" in ekor(_catatan("pekerja"), baris=200),
    )


def _catatan(nama):
    return TEMPAT_UJI / "catatan" / f"{nama}-{PEKERJA}.log"


def _proses(perintah, *, nama, lingkungan, siap, hasil=None):
    catatan = _catatan(nama)
    catatan.unlink(missing_ok=True)
    proses = luncurkan(perintah, catatan=catatan, env=lingkungan, cwd=AKAR)
    try:
        if not tunggu_nyala(proses, siap, batas=60):
            pytest.fail(f"{nama} tidak mau menyala:\n{ekor(catatan, 30)}", pytrace=False)
        yield hasil or proses
    finally:
        hentikan(proses, signal.SIGTERM, batas=20)


def _menjawab(alamat):
    try:
        urllib.request.urlopen(alamat, timeout=10).close()  # noqa: S310 - our own loopback address
    except urllib.error.HTTPError:
        return True  # even an error page is an answer; the tests say what is wrong with it
    except OSError:
        return False
    return True


@pytest.fixture
def perintah():
    """Runs a Python program of the project in a process of its own and returns what it printed."""

    def jalankan(*argumen, **lingkungan):
        return subprocess.run(
            [sys.executable, *argumen],
            cwd=AKAR,
            env=os.environ | lingkungan,
            capture_output=True,
            text=True,
            check=False,
        )

    return jalankan
