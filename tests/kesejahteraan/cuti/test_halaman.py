"""Halaman cuti: kueri tetap, cakupan, kalender, saldo, dan catatan dari kertas."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kesejahteraan.cuti.models import CatatanCuti
from tests.mutasi.conftest import KINI
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


def buka(client, akun, nama, *argumen, **kueri):
    masuk(client, akun)
    alamat = reverse(f"kesejahteraan:{nama}", args=argumen)
    client.get(alamat, kueri)
    with CaptureQueriesContext(
        connection,
    ) as catat:
        jawab = client.get(alamat, kueri)
    return jawab, len(catat)


def test_cuti_saya_memuat_saldo_dan_jenisnya_dalam_dua_belas_kueri(client, kantor):
    jawab, banyak = buka(client, kantor.akun["ani"], "cuti_saya")
    teks = jawab.content.decode()
    assert jawab.status_code == 200
    assert "12–24" in teks
    assert "Cuti Melahirkan" in teks
    assert banyak <= 12


@pytest.mark.parametrize(
    "slug", ["cuti-tahunan", "cuti-sakit", "cuti-melahirkan", "cuti-alasan-penting", "cuti-besar", "cltn"]
)
def test_formulir_tiap_jenis_terbuka_dalam_dua_belas_kueri(client, kantor, slug):
    jawab, banyak = buka(client, kantor.akun["ani"], "cuti_create", slug)
    assert jawab.status_code == 200
    assert banyak <= 12


def test_kalender_sama_banyak_kuerinya_dan_menyamarkan_penyakit(client, kantor):
    tambah(kantor.ani, "cuti", jenis="CS3", tmt=KINI, sampai=KINI + timedelta(days=2))
    jawab, satu = buka(client, kantor.akun["kadinkes"], "cuti_kalender")
    teks = jawab.content.decode()
    assert "Ani Lestari" in teks
    assert "Cuti sakit" in teks
    assert "gugur" not in teks
    for i in range(3):
        orang = buat_pegawai(nama=f"Orang {i}", unit="DINKES-SUBBAG1")
        tambah(orang, "cuti", jenis="CT", tmt=KINI, sampai=KINI + timedelta(days=2), hari_kerja=2)
    _, tiga = buka(client, kantor.akun["kadinkes"], "cuti_kalender")
    assert satu == tiga
    assert tiga <= 12
    jawab, _ = buka(client, kantor.akun["kadinkes"], "cuti_kalender", bulan="2020-02")
    assert "Tidak ada yang cuti bulan ini" in jawab.content.decode()


def test_saldo_list_sebatas_lingkup_dan_tetap_kuerinya(client, kantor):
    jawab, satu = buka(client, kantor.akun["opi"], "cuti_saldo_list")
    teks = jawab.content.decode()
    assert "Ani Lestari" in teks
    assert "Eko Prasetyo" not in teks
    for i in range(3):
        buat_pegawai(nama=f"Orang {i}", unit="DINKES-SUBBAG1")
    _, tiga = buka(client, kantor.akun["opi"], "cuti_saldo_list")
    assert satu == tiga
    assert tiga <= 12


def test_operator_mencatat_pemakaian_lama_dan_saldonya_menjadi_pasti(client, kantor):
    masuk(client, kantor.akun["opi"])
    alamat = reverse("kesejahteraan:cuti_catatan_create", args=[kantor.ani.nip])
    for tahun in range(KINI.year - 4, KINI.year):
        isi = {
            "tahun": tahun,
            "jenis": "dipakai",
            "hari": 8 if tahun == KINI.year - 1 else 12,
            "sumber": f"formulir cuti {tahun}",
        }
        assert client.post(alamat, isi).status_code == 302
    jawab, banyak = buka(client, kantor.akun["opi"], "cuti_saldo_detail", kantor.ani.nip)
    assert [s.sisa_tampil for s, _ in jawab.context["tahun"] if s.tahun == KINI.year] == ["16"]
    assert banyak <= 12
    jawab = client.post(alamat, {"tahun": KINI.year - 1, "jenis": "dipakai", "hari": 3, "sumber": "lagi"})
    assert jawab.status_code == 422
    assert "sudah dicatat" in jawab.content.decode()
    satu = CatatanCuti.objects.filter(tahun=KINI.year - 1).get()
    client.post(reverse("kesejahteraan:cuti_catatan_batalkan", args=[kantor.ani.nip, satu.pk]))
    satu.refresh_from_db()
    assert satu.dibatalkan_pada is not None


def test_atasan_melihat_saldo_tetapi_tidak_mencatat(client, kantor):
    jawab, _ = buka(client, kantor.akun["kasubbag"], "cuti_saldo_detail", kantor.ani.nip)
    assert "Simpan catatan" not in jawab.content.decode()
    isi = {"tahun": KINI.year - 1, "jenis": "dipakai", "hari": 3, "sumber": "x"}
    assert client.post(reverse("kesejahteraan:cuti_catatan_create", args=[kantor.ani.nip]), isi).status_code == 403


def test_cltn_kosong(client, kantor):
    jawab, banyak = buka(client, kantor.akun["sita"], "cltn_list")
    assert "Tidak ada yang menjalani CLTN" in jawab.content.decode()
    assert banyak <= 12
