"""Saringan tersimpan: dari daftar sendiri, dipakai sekali tekan; tidak pernah menuju tempat lain."""

import re

import pytest

from kepegawaian import saringan
from kepegawaian.models import SaringanTersimpan
from tests.pabrik import masuk
from tests.tata_kelola.conftest import pertanyaan

pytestmark = pytest.mark.django_db


def cap_dan_kueri(jawab):
    """The hidden inputs of the form a list shows."""
    isi = jawab.content.decode().replace("&amp;", "&")
    return {nama: re.search(rf'name="{nama}" value="([^"]*)"', isi)[1] for nama in ("cap", "kueri")}


def simpan(buka, client, nama="Guru saja", path="/pegawai/?q=ani&halaman=2&baris=50&aktif="):
    return client.post("/saringan/simpan/", cap_dan_kueri(buka("citra", path)) | {"nama": nama})


def test_disimpan_dari_daftarnya_dan_dipakai_lagi_dari_daftar_dan_beranda(buka, client):
    jawab = simpan(buka, client)
    assert jawab.url == "/pegawai/?q=ani"  # neither page nor size nor what is empty
    tautan = 'href="/pegawai/?q=ani"'
    assert tautan in buka("citra", "/pegawai/").content.decode()
    assert tautan in buka("citra", "/").content.decode()
    assert tautan not in buka("citra", "/usulan/").content.decode()  # another list
    isi = buka("citra", "/saringan/").content.decode()
    assert tautan in isi
    assert "Daftar pegawai" in isi
    for orang in ("budi", "dewi"):
        assert "Guru saja" not in buka(orang, "/").content.decode() + buka(orang, "/saringan/").content.decode()


def test_daftar_tidak_bertambah_pertanyaan(buka, client):
    buka("citra", "/pegawai/")
    tanpa = pertanyaan(client, "/pegawai/")
    for i in range(5):
        simpan(buka, client, f"Saringan {i}")
    assert pertanyaan(client, "/pegawai/") == tanpa


def test_alamat_buatan_sendiri_atau_milik_orang_lain_ditolak(buka, client, kantor):
    kueri = {"kueri": "q=ani", "nama": "x"}
    milik_dewi = saringan.cap(kantor.akun_dewi.pk, "/pegawai/")
    for cap in (
        "",
        "https://jahat.example/",
        "//jahat.example",
        saringan.cap(kantor.akun_citra.pk, "/pegawai/") + "x",
        milik_dewi,
    ):
        masuk(client, kantor.akun_citra)
        assert client.post("/saringan/simpan/", kueri | {"cap": cap}).url == "/saringan/"
    assert not SaringanTersimpan.objects.exists()


def test_tanpa_saringan_atau_tanpa_nama_tidak_disimpan(buka, client, kantor):
    masuk(client, kantor.akun_citra)
    cap = saringan.cap(kantor.akun_citra.pk, "/pegawai/")
    for kueri, nama in (("halaman=3", "ada"), ("q=ani", "   "), ("q=ani", "x" * 61), ("q=" + "x" * 1100, "ada")):
        assert client.post("/saringan/simpan/", {"cap": cap, "kueri": kueri, "nama": nama}).status_code == 302
    assert not SaringanTersimpan.objects.exists()
    assert 'name="kueri"' not in buka("citra", "/pegawai/").content.decode()


def test_nama_yang_sama_diganti_isinya_dan_paling_banyak_dua_puluh(buka, client):
    simpan(buka, client, "Satu")
    simpan(buka, client, "Satu", "/pegawai/?q=budi")
    assert [s.kueri for s in SaringanTersimpan.objects.all()] == ["q=budi"]
    for i in range(2, 23):
        simpan(buka, client, f"Nomor {i}")
    assert SaringanTersimpan.objects.count() == 20


def test_ganti_nama_dan_hapus_milik_sendiri_saja(buka, client, kantor):
    simpan(buka, client, "Satu")
    simpan(buka, client, "Dua", "/pegawai/?q=budi")
    satu = SaringanTersimpan.objects.get(nama="Satu")
    masuk(client, kantor.akun_dewi)
    assert client.post(f"/saringan/{satu.pk}/hapus/").status_code == 404
    assert client.post(f"/saringan/{satu.pk}/ubah/", {"nama": "x"}).status_code == 404
    masuk(client, kantor.akun_citra)
    client.post(f"/saringan/{satu.pk}/ubah/", {"nama": "Dua"})  # taken
    client.post(f"/saringan/{satu.pk}/ubah/", {"nama": "  Tiga  kata "})
    assert sorted(SaringanTersimpan.objects.values_list("nama", flat=True)) == ["Dua", "Tiga kata"]
    client.post(f"/saringan/{satu.pk}/hapus/")
    assert [s.nama for s in SaringanTersimpan.objects.all()] == ["Dua"]
