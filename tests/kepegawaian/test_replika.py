"""Replika: a second database that lags behind; lists read it, everything else and whoever has just written do not."""

import os

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client, override_settings
from django.urls import get_resolver

from bkd_portal.lokal.tempat import ganti_basis, pastikan_basis, sambungan
from kepegawaian import replika
from kepegawaian.models import Pegawai
from tests.layanan.conftest import susun_orang
from tests.pabrik import buat_pegawai, masuk


@pytest.fixture(scope="module")
def orang(basis_e2e):
    """The people, a copy of the database as it stood then, and one pegawai who came after it."""
    server, nama = ganti_basis(os.environ["DATABASE_URL"], "postgres"), f"{basis_e2e}_baca"
    orang = susun_orang()
    connection.close()
    pastikan_basis(server, nama, baru=True, templat=basis_e2e)
    orang.baru = buat_pegawai(nama="SESUDAH SALINAN", unit="DISDIK")
    connections.settings[replika.BACA] = connections.settings["default"] | {"NAME": nama}
    tengah = [*settings.MIDDLEWARE, "kepegawaian.replika.ReplikaMiddleware"]
    with override_settings(MIDDLEWARE=tengah, DATABASE_ROUTERS=["kepegawaian.replika.Rute"]):
        yield orang
    connections[replika.BACA].close()
    del connections[replika.BACA], connections.settings[replika.BACA]
    with sambungan(server) as kursor:
        kursor.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')


@pytest.fixture
def citra(orang):
    return masuk(Client(), orang.akun_citra)


def daftar(klien):
    return klien.get("/pegawai/?q=SESUDAH").content.decode()


def test_daftar_dibaca_dari_salinan_halaman_seorang_dari_aslinya(citra, orang):
    assert "SESUDAH SALINAN" not in daftar(citra)
    assert "SESUDAH SALINAN" in citra.get(f"/pegawai/{orang.baru.nip}/").content.decode()


def test_yang_baru_menulis_membaca_tulisannya_sendiri(citra):
    assert "SESUDAH SALINAN" not in daftar(citra)
    citra.post("/pemberitahuan/baca-semua/")
    assert replika.KUE in citra.cookies
    assert "SESUDAH SALINAN" in daftar(citra)
    del citra.cookies[replika.KUE]
    assert "SESUDAH SALINAN" not in daftar(citra)


def test_di_luar_permintaan_dan_ketika_menulis_selalu_aslinya(orang):
    """Tasks, commands and acts."""
    assert Pegawai.objects.filter(pk=orang.baru.pk).exists()
    assert Pegawai.objects.filter(pk=orang.baru.pk).db == "default"
    assert replika.Rute().db_for_write(Pegawai) == "default"
    assert replika.Rute().allow_migrate(replika.BACA, "layanan") is False


def test_tampilan_yang_disebut_memang_ada():
    ada = {
        f"{ns}:{n}"
        for ns, (_, r) in get_resolver().namespace_dict.items()
        for n in r.reverse_dict
        if isinstance(n, str)
    }
    assert ada >= replika.TAMPILAN
