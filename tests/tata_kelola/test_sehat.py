"""Sehat: 200 "ok" bila database dan broker menjawab, 503 bila tidak; panduan terbuka bagi semua."""

import time

import pytest
import redis
from django.conf import settings

from tata_kelola import sehat
from tata_kelola.views import panduan

pytestmark = pytest.mark.django_db


def test_sehat_terbuka_dan_tidak_membuka_apa_pun(client):
    jawab = client.get("/sehat/")
    assert (jawab.status_code, jawab.content) == (200, b"ok")
    assert "no-store" in jawab["Cache-Control"]
    assert not jawab.cookies
    assert client.post("/sehat/").status_code == 405


def test_broker_mati_menjadi_503(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    jawab = client.get("/sehat/")
    assert (jawab.status_code, jawab.content) == (503, b"sakit")


def test_broker_hidup_menyebut_panjang_antrean():
    broker = sehat.tanya_broker()
    assert broker.hidup
    assert broker.antrean >= 0
    assert settings.CELERY_BROKER_URL


def test_admin_diberi_tahu_bila_broker_mati(buka, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    isi = buka("admin", "/").content.decode()
    assert "Tidak menjawab" in isi


def test_admin_diberi_tahu_bila_jadwal_berhenti_atau_disk_hampir_penuh(buka, settings):
    with redis.Redis.from_url(settings.CELERY_BROKER_URL) as klien:
        klien.set(sehat.DETAK_BEAT, time.time())
        assert "perlu perhatian" not in buka("admin", "/").content.decode()
        klien.set(sehat.DETAK_BEAT, time.time() - 3600)
    settings.SEHAT_DISK_MIN_MB = 10**9
    isi = buka("admin", "/").content.decode()
    assert "Diam sejak 60 menit lalu." in isi
    assert "Ruang disk dokumen" in isi


@pytest.mark.parametrize("bagian", panduan.DAFTAR)
def test_panduan_terbuka_bagi_semua_dan_tautannya_hidup(buka, bagian):
    for nama in ("ani", "admin"):
        assert buka(nama, f"/panduan/{bagian}/").status_code == 200
    assert buka("ani", "/panduan/entah/").status_code == 404


def test_panduan_sendiri_di_atas(buka):
    assert buka("ani", "/panduan/").context["daftar"][0][0] == "asn"
    assert buka("admin", "/panduan/").context["daftar"][0][0] == "admin"
