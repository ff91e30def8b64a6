"""The real processes below the browser tests: production's web server and worker on one committed database."""

import http.client
import json
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from bkd_portal.celery import app
from bkd_portal.lokal.proses import hidup


def minta(alamat, jalur):
    """One GET without following redirects, as the proxy sees it."""
    sambungan = http.client.HTTPConnection(urlsplit(alamat).netloc, timeout=20)
    sambungan.request("GET", jalur)
    jawaban = sambungan.getresponse()
    jawaban.isi = jawaban.read()
    return jawaban


def test_peladen_memakai_pengaturan_produksi(peladen):
    jawaban = minta(peladen, "/")
    assert jawaban.status in (200, 302)
    csp = jawaban.headers["Content-Security-Policy"]
    assert "default-src 'none'" in csp
    assert "unsafe" not in csp
    assert jawaban.headers["X-Frame-Options"] == "DENY"
    assert minta(peladen, "/tidak-ada-di-mana-pun/").status in (302, 404)


def test_berkas_statis_bernama_sidik_dan_boleh_disimpan_selamanya(peladen):
    peta = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]
    bernama = peta["bootstrap/css/bootstrap.min.css"]
    assert bernama != "bootstrap/css/bootstrap.min.css"
    jawaban = minta(peladen, f"/static/{bernama}")
    assert jawaban.status == 200
    assert "immutable" in jawaban.headers["Cache-Control"]


def test_orm_uji_menunjuk_basis_data_yang_sama_dengan_peladen(peladen, basis_e2e, lingkungan_e2e):
    assert connection.settings_dict["NAME"] == basis_e2e
    assert f"/{basis_e2e}?" in lingkungan_e2e["DATABASE_URL"] or lingkungan_e2e["DATABASE_URL"].endswith(basis_e2e)
    assert ContentType.objects.exists()
    assert not connection.in_atomic_block


def test_pekerja_menjawab_lewat_broker(pekerja_celery):
    assert hidup(pekerja_celery.pid)
    (jawaban,) = app.control.broadcast("ping", reply=True, limit=1, timeout=10)
    assert list(jawaban.values()) == [{"ok": "pong"}]


def test_peramban_membuka_halaman_peladen_tanpa_keluhan(peladen, layar_ponsel):
    page = layar_ponsel.new_page()
    page.goto("/")
    assert page.url.startswith(peladen)
    assert page.title()
