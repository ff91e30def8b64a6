"""Pemberitahuan: hanya milik sendiri, dibuka dengan POST, lencananya satu pertanyaan."""

import pytest
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.models import Pemberitahuan
from tests.pabrik import masuk
from tests.tata_kelola.conftest import pertanyaan

pytestmark = pytest.mark.django_db


@pytest.fixture
def kirim(kantor):
    def jalankan(nama, kunci="k1", **isi):
        isi = {"judul": "Usulan diterima", "url": "/usulan/US-2026-000001/"} | isi
        jejak.beri_tahu([getattr(kantor, f"akun_{nama}").pk], kunci=kunci, pada=timezone.now(), **isi)
        return Pemberitahuan.objects.get(pengguna=getattr(kantor, f"akun_{nama}"), kunci=kunci)

    return jalankan


def test_hanya_milik_sendiri_yang_tampil(buka, kirim):
    kirim("ani", judul="Untuk Ani")
    kirim("eko", judul="Untuk Eko")
    isi = buka("ani", "/pemberitahuan/").content.decode()
    assert "Untuk Ani" in isi
    assert "Untuk Eko" not in isi


def test_membuka_menandai_dibaca_lalu_menuju_alamatnya(client, kantor, kirim):
    satu = kirim("ani")
    masuk(client, kantor.akun_ani)
    assert client.get(f"/pemberitahuan/{satu.pk}/buka/").status_code == 405
    jawab = client.post(f"/pemberitahuan/{satu.pk}/buka/")
    assert (jawab.status_code, jawab.url) == (302, "/usulan/US-2026-000001/")
    satu.refresh_from_db()
    assert satu.dibaca_pada is not None


def test_milik_orang_lain_404_dan_tidak_berubah(client, kantor, kirim):
    satu = kirim("eko")
    masuk(client, kantor.akun_ani)
    assert client.post(f"/pemberitahuan/{satu.pk}/buka/").status_code == 404
    client.post("/pemberitahuan/baca-semua/")
    satu.refresh_from_db()
    assert satu.dibaca_pada is None


def test_alamat_luar_tidak_pernah_dituju(client, kantor, kirim):
    satu = kirim("ani", url="https://jahat.example/")
    masuk(client, kantor.akun_ani)
    assert client.post(f"/pemberitahuan/{satu.pk}/buka/").url == "/pemberitahuan/"


def test_tandai_semua_dan_lencana(client, buka, kantor, kirim):
    kirim("ani", "k1")
    kirim("ani", "k2")
    assert buka("ani", "/pemberitahuan/").context["lencana"]["pemberitahuan"] == 2
    assert client.post("/pemberitahuan/baca-semua/").status_code == 302
    jawab = client.get("/pemberitahuan/?belum=1")
    assert jawab.context["lencana"]["pemberitahuan"] == 0
    assert "Semua sudah dibaca" in jawab.content.decode()


def test_jumlah_pertanyaan_tetap(client, kantor, kirim):
    masuk(client, kantor.akun_ani)

    kirim("ani", "k0")
    client.get("/pemberitahuan/")
    sedikit = pertanyaan(client, "/pemberitahuan/")
    for i in range(1, 20):
        kirim("ani", f"k{i}")
    assert pertanyaan(client, "/pemberitahuan/") == sedikit <= 11
