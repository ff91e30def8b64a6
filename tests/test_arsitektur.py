"""Panah rumah: kepegawaian ← layanan ← aspek; kepegawaian ← layanan ← indeks; tata_kelola membaca semua."""

import ast
import re
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
ASPEK = (
    "pengadaan",
    "kepangkatan",
    "diklat",
    "karier",
    "mutasi",
    "eperformance",
    "penggajian",
    "kesejahteraan",
    "disiplin",
    "pensiun",
)
APP = ("kepegawaian", "layanan", *ASPEK, "indeks", "tata_kelola")
BOLEH = {"kepegawaian": set(), "layanan": {"kepegawaian"}, "tata_kelola": set(APP)}
BOLEH |= {a: {"kepegawaian", "layanan"} for a in (*ASPEK, "indeks")}


def berkas_app(app):
    return sorted((AKAR / app).rglob("*.py"))


def impor(berkas):
    """Top-level packages a file imports, function-level imports included."""
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Import):
            yield from ((a.name.split(".")[0], simpul.lineno) for a in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.level == 0 and simpul.module:
            yield simpul.module.split(".")[0], simpul.lineno


@pytest.mark.parametrize("app", APP)
def test_panah_impor_satu_arah(app):
    salah = [
        f"{b.relative_to(AKAR)}:{baris} mengimpor {nama}"
        for b in berkas_app(app)
        for nama, baris in impor(b)
        if nama in APP and nama != app and nama not in BOLEH[app]
    ]
    assert salah == []


@pytest.mark.parametrize("app", APP)
def test_kunci_asing_dan_migrasi_mengikuti_panah(app):
    salah = []
    for b in berkas_app(app):
        teks = b.read_text(encoding="utf-8")
        for nama in (
            re.findall(r"""["'](\w+)\.\w+["']""", teks) if "models" in b.parts or b.name == "models.py" else ()
        ):
            if nama in APP and nama != app and nama not in BOLEH[app]:
                salah.append(f"{b.relative_to(AKAR)}: {nama}")
        if b.parent.name == "migrations":
            for nama in re.findall(r"""\(["'](\w+)["'], ["']\d{4}_""", teks):
                if nama in APP and nama != app and nama not in BOLEH[app]:
                    salah.append(f"{b.relative_to(AKAR)}: {nama}")
    assert salah == []


def test_aturan_tidak_mengenal_django_dan_jam():
    salah = []
    for app in APP:
        for b in [AKAR / app / "aturan.py", *(AKAR / app / "aturan").glob("*.py")]:
            if not b.exists():
                continue
            salah += [f"{b.relative_to(AKAR)}:{n}" for nama, n in impor(b) if nama in ("django", "psycopg2", "celery")]
            for simpul in ast.walk(ast.parse(b.read_text(encoding="utf-8"))):
                if isinstance(simpul, ast.Attribute) and simpul.attr in ("today", "now", "localdate", "objects"):
                    salah.append(f"{b.relative_to(AKAR)}:{simpul.lineno} {simpul.attr}")
    assert salah == []


def test_katalog_dan_acuan_dapat_diimpor_tanpa_django():
    for nama in ("layanan/katalog.py", "kepegawaian/acuan.py"):
        pohon = ast.parse((AKAR / nama).read_text(encoding="utf-8"))
        atas = [s for s in pohon.body if isinstance(s, ast.Import | ast.ImportFrom)]
        modul = {(s.module if isinstance(s, ast.ImportFrom) else s.names[0].name).split(".")[0] for s in atas}
        assert "django" not in modul


def test_hanya_alur_yang_mengubah_status_usulan():
    salah = []
    for app in APP:
        for b in berkas_app(app):
            if b.relative_to(AKAR).as_posix() in ("layanan/alur.py", "layanan/gerak.py") or "migrations" in b.parts:
                continue
            teks = b.read_text(encoding="utf-8")
            for pola in (
                r"usulan\.status\s*=[^=]",
                r"usulan\.status,.*=[^=]",
                r"Usulan\.objects[^\n]*update\([^)]*status",
            ):
                salah += [f"{b.relative_to(AKAR)}: {m.group()}" for m in re.finditer(pola, teks)]
    assert salah == []


def test_tiap_app_punya_docstring_hukum():
    for app in APP:
        doc = ast.get_docstring(ast.parse((AKAR / app / "__init__.py").read_text(encoding="utf-8")))
        assert doc, app
        assert "Law:" in doc, app
        assert "Reading order" in doc, app


def test_nama_berkas_rumah():
    terlarang = {"utils.py", "helpers.py", "services.py", "signals.py"}
    assert [str(b) for app in APP for b in berkas_app(app) if b.name in terlarang] == []


def test_berkas_kode_tidak_lebih_dari_400_baris():
    panjang = {
        str(b.relative_to(AKAR)): n
        for app in APP
        for b in berkas_app(app)
        if "migrations" not in b.parts
        and b.name != "kata.py"  # a list of words
        and (n := len(b.read_text(encoding="utf-8").splitlines())) > 420
    }
    assert panjang == {}
