"""Pengaturan produksi, dibaca oleh proses lain dengan lingkungan yang bersih."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import RequestFactory

from kepegawaian.middleware import AlamatProxyMiddleware

AKAR = Path(__file__).resolve().parents[1]
WAJIB = {
    "SECRET_KEY": "x" * 60,
    "DATABASE_URL": "postgresql://u@db/portal",
    "REDIS_URL": "redis://redis:6379/0",
    "ALLOWED_HOSTS": "portal.example.test",
    "DOKUMEN_DIR": "/dokumen",
}
PROGRAM = """
import json
from django.conf import settings as s
print(json.dumps({n: getattr(s, n, None) for n in (
    'DEBUG', 'TIME_ZONE', 'LANGUAGE_CODE', 'SESSION_COOKIE_SECURE', 'CSRF_COOKIE_SECURE', 'SECURE_SSL_REDIRECT',
    'SECURE_HSTS_SECONDS', 'SESSION_COOKIE_HTTPONLY', 'SECURE_PROXY_SSL_HEADER', 'MIDDLEWARE',
    'CONTENT_SECURITY_POLICY', 'DATABASES')}, default=str))
"""


def jalankan(**ubah):
    lingkungan = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "bkd_portal.settings"} | WAJIB | ubah
    lingkungan = {k: v for k, v in lingkungan.items() if v is not None}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=AKAR, env=lingkungan, capture_output=True, text=True, check=False
    )


def test_sambungan_database_hemat_merencana_dan_menuruti_pilihan_dari_luar():
    def pilihan(**ubah):
        return json.loads(jalankan(**ubah).stdout)["DATABASES"]["default"]["OPTIONS"]["options"]

    hemat, luar = "-c join_collapse_limit=6", "-c work_mem=9MB"
    assert pilihan() == hemat
    assert pilihan(PGOPTIONS=luar) == f"{hemat} {luar}"
    assert (
        pilihan(DATABASE_URL=f"{WAJIB['DATABASE_URL']}?options={quote(luar)}", PGOPTIONS="-c x=1") == f"{hemat} {luar}"
    )


def test_produksi_berkuki_aman_ber_hsts_dan_tanpa_kode_sebaris():
    nilai = json.loads(jalankan().stdout)
    assert nilai["DEBUG"] is False
    assert (nilai["TIME_ZONE"], nilai["LANGUAGE_CODE"]) == ("Asia/Jakarta", "id")
    for nama in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_HTTPONLY"):
        assert nilai[nama] is True, nama
    assert nilai["SECURE_HSTS_SECONDS"] >= 31_536_000
    arahan = nilai["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert arahan["script-src"] == arahan["style-src"] == ["'self'"]
    assert "unsafe" not in json.dumps(arahan)
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in nilai["MIDDLEWARE"]
    assert nilai["SECURE_PROXY_SSL_HEADER"] is None
    assert "kepegawaian.middleware.AlamatProxyMiddleware" not in nilai["MIDDLEWARE"]


def test_rahasia_yang_kurang_menghentikan_dengan_namanya():
    hasil = jalankan(SECRET_KEY=None)
    assert hasil.returncode != 0
    assert "SECRET_KEY" in hasil.stderr.strip().splitlines()[-1]


def test_di_balik_proxy_alamat_yang_ditulis_proxy_yang_dipakai():
    nilai = json.loads(jalankan(DI_BALIK_PROXY="1").stdout)
    assert nilai["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert nilai["MIDDLEWARE"][0] == "kepegawaian.middleware.AlamatProxyMiddleware"


@pytest.mark.parametrize(
    ("kepala", "alamat"),
    [
        (None, "10.0.0.9"),
        ("198.51.100.7", "198.51.100.7"),
        ("1.1.1.1, 198.51.100.7", "198.51.100.7"),
        ("", "10.0.0.9"),
    ],
)
def test_alamat_pembaca_di_balik_proxy(kepala, alamat):
    meta = {} if kepala is None else {"HTTP_X_FORWARDED_FOR": kepala}
    permintaan = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", **meta)
    assert AlamatProxyMiddleware(lambda r: r.META["REMOTE_ADDR"])(permintaan) == alamat
