"""Istilah: artinya ada di halaman tempat ia pertama disebut, sekali saja, dan semuanya pada panduan."""

import csv
import re
from pathlib import Path

import pytest

from kepegawaian.istilah import ISTILAH
from tests.pabrik import buat_akun, buat_pegawai, masuk

AKAR = Path(__file__).parents[2]
DISEBUT = {
    berkas: re.findall(r'\{% istilah "([^"]+)"', berkas.read_text()) for berkas in (AKAR / "templates").rglob("*.html")
}


def test_peraturannya_ada_pada_tabel_acuan():
    with (AKAR / "kepegawaian" / "data" / "regulasi.csv").open() as berkas:
        kode = {baris["kode"] for baris in csv.DictReader(berkas)}
    assert {i.dasar for i in ISTILAH.values() if i.dasar} - kode == set()


def test_artinya_kalimat_biasa_tanpa_pasal():
    for i in ISTILAH.values():
        assert i.arti.endswith(".")
        assert "Pasal" not in i.arti + i.dasar


def test_yang_disebut_halaman_ada_pada_kamus():
    dipakai = {kode for daftar in DISEBUT.values() for kode in daftar}
    assert dipakai <= ISTILAH.keys()
    assert len(dipakai) >= 12


@pytest.mark.django_db
def test_arti_tampil_sekali_di_halaman_tempat_istilah_disebut(client):
    masuk(client, buat_akun(buat_pegawai(unit="SUB12")))
    isi = client.get("/daftar/").content.decode()
    assert isi.count('popovertarget="istilah-duk"') == isi.count('id="istilah-duk"') == 1
    assert "Diatur dalam PP 15/1979." in isi
    assert 'id="istilah-' not in client.get("/pemberitahuan/").content.decode()


@pytest.mark.django_db
def test_panduan_memuat_semua_istilah(client):
    masuk(client, buat_akun(buat_pegawai(unit="SUB12")))
    isi = client.get("/panduan/istilah/").content.decode()
    assert [kode for kode in ISTILAH if f'<dt id="{kode}">' not in isi] == []
