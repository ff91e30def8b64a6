"""Rahasia di repositori ketahuan, laporan kerentanan terbaca, dan docs/keamanan.md menunjuk berkas dan uji yang sungguh ada."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from bkd_portal.lokal import audit, rahasia

AKAR = Path(__file__).parent.parent
ACAK = "Zx81Kq" * 8


@pytest.mark.parametrize(
    "baris",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "ghp_" + "a" * 36,
        "DATABASE_URL=postgresql://portal:" + "kataSandiAsli9@db/bkd",
        f'SECRET_KEY = "{ACAK}"',
        f"api_key: '{ACAK}'",
        "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijklmnop",
    ],
)
def test_baris_yang_memuat_rahasia_ketahuan(baris):
    assert [nomor for nomor, _ in rahasia.periksa_teks(f"x\n{baris}\n")] == [2]
    assert not list(rahasia.periksa_teks(f"{baris}  # bukan rahasia"))


@pytest.mark.parametrize(
    "baris",
    ['SECRET_KEY = env.str("SECRET_KEY")', "DATABASE_URL=postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@db/bkd",
     'SANDI = "portal-bkd-contoh"', "REDIS_URL=redis://127.0.0.1:6379/0"],
)  # fmt: skip
def test_nama_variabel_dan_contoh_bukan_rahasia(baris):
    assert not list(rahasia.periksa_teks(baris))


def test_berkas_kunci_dan_env_yang_terlanjur_masuk_git_ketahuan(tmp_path):
    for nama in ("a.p12", ".env", ".env.example", "b.py"):
        (tmp_path / nama).write_text("x = 1\n")
    for perintah in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *perintah], cwd=tmp_path, check=True)
    assert [t.split(":")[0] for t in rahasia.periksa(tmp_path)] == [".env", "a.p12"]


def test_laporan_kerentanan_terbaca_dan_layanan_yang_mati_bukan_temuan():
    paket = {"name": "django", "version": "5.2", "vulns": [{"id": "CVE-1", "fix_versions": ["5.2.1"]}]}
    assert audit.baca_pip(json.dumps({"dependencies": [paket]})) == ["django 5.2: CVE-1, diperbaiki pada 5.2.1"]
    assert audit.baca_pip(json.dumps({"dependencies": [{"name": "x", "version": "1", "vulns": []}]})) == []
    assert audit.baca_pip(json.dumps({"dependencies": [{"name": "x", "skip_reason": "tidak ditemukan"}]})) is None
    assert audit.baca_pip("") is None
    assert audit.baca_npm('{"vulnerabilities": {"htmx.org": {"severity": "high"}}}') == ["htmx.org: high"]
    assert audit.baca_npm('{"vulnerabilities": {}}') == []
    assert audit.baca_npm('{"message": "ENOTFOUND"}') is None


def test_keamanan_md_menunjuk_yang_ada():
    teks = (AKAR / "docs" / "keamanan.md").read_text(encoding="utf-8")
    salah = []
    for berkas, uji in re.findall(r"`([\w./-]+\.(?:py|html|csv|yml|md|js|lock))(?:::(\w+))?`", teks):
        jalur = next((AKAR / d / berkas for d in ("", "tests") if (AKAR / d / berkas).exists()), None)
        if jalur is None or (uji and f"def {uji}" not in jalur.read_text(encoding="utf-8")):
            salah.append(f"{berkas}::{uji}")
    assert salah == []
    assert {f"V{n}" for n in range(1, 15)} <= set(re.findall(r"^## (V\d+)", teks, re.M))
