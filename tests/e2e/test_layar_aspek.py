"""Layar aspek: tiap halaman kepangkatan, mutasi, dan karier di peramban sungguhan, selebar meja dan selebar telepon.

Each passes axe, does not scroll sideways, breaks no word in two and leaves no message in the console. One login per
person. ``ALBUM=folder`` keeps pictures.
"""

import os
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver, reverse
from playwright.sync_api import expect

from tests.e2e import halaman_aspek, halaman_penilaian, panggung_aspek
from tests.e2e.panggung_mesin import KABAN
from tests.e2e.ukuran import LAYAR, buka, lihat, memuat, menurut_peran, ubah_lebar

pytestmark = pytest.mark.usefixtures("panggung", "peladen")
DARI_DEMO = True
TAHUN_BERTITIK = re.compile(r"(?<![\d.p])(?:1\.9|2\.0)\d\d(?![\d.])")  # 2.027 is a number, 2027 a year


@pytest.fixture(scope="module")
def panggung(basis_e2e):
    """The office of these aspects, before the web server starts."""
    return panggung_aspek.siapkan()


def _alamat(resolver):
    """Patterns of an app, those of its included parts as well."""
    for p in resolver.url_patterns:
        yield from [p] if isinstance(p, URLPattern) else _alamat(p)


def test_setiap_halaman_ada_pada_tabel():
    semua = {
        f"{r.app_name}:{p.name}"
        for r in get_resolver().url_patterns
        if getattr(r, "app_name", "") in halaman_aspek.APP
        for p in _alamat(r)
    }
    dilihat, bukan = {b.nama for b in halaman_aspek.HALAMAN}, set(halaman_aspek.BUKAN_HALAMAN)
    assert semua - dilihat - bukan == set(), "belum ada pada tests/e2e/halaman_aspek.py"
    assert {n for n in dilihat if n.split(":")[0] in halaman_aspek.APP} | bukan == semua, "tidak ada lagi pada URLconf"
    assert dilihat & bukan == set()


def periksa(page, axe, nama):
    """At both widths: nothing scrolls sideways, no word is broken, no year written as a number; axe finds nothing."""
    for lebar, tinggi in LAYAR:
        ubah_lebar(page, lebar, tinggi)
        terlihat = lihat(page, lebar)
        if folder := os.environ.get("ALBUM"):
            page.screenshot(path=Path(folder) / f"{nama}-{lebar}.png", full_page=True)
        assert terlihat["isi"] <= lebar, f"{page.url}: halaman {terlihat['isi']} px di layar {lebar} px"
        assert terlihat["patah"] == [], f"{page.url}: kata terpenggal di layar {lebar} px"
        assert TAHUN_BERTITIK.findall(terlihat["teks"]) == [], f"{page.url}: tahun ditulis seperti jumlah"
    axe(page)  # once, on the phone: the document is the same, and the menu of a desk is seen by test_layar_mesin


@pytest.mark.parametrize("baris", menurut_peran(halaman_aspek.HALAMAN), ids=str)
def test_halaman(baris, panggung, layar, axe):
    page = layar(baris.peran)
    pengawas = page.context.pengawas
    alamat = reverse(baris.nama, args=baris.argumen(panggung))
    assert buka(page, f"{alamat}?{baris.kueri}").status == 200, alamat
    memuat(page, baris.kata)
    periksa(page, axe, str(baris))
    assert pengawas.keluhan() == [], page.url


@pytest.mark.parametrize("nama", halaman_aspek.DAFTAR)
def test_daftar_jawaban_ditampilkan_sebelum_direkam(nama, panggung, layar, axe):
    baris, kartu, isi = halaman_aspek.DAFTAR[nama]
    page = layar(baris.peran)
    buka(page, reverse(baris.nama, args=baris.argumen(panggung)))
    form = page.get_by_role("region", name=kartu)
    berkas = {"name": "jawaban.csv", "mimeType": "text/csv", "buffer": isi(*baris.argumen(panggung)).encode()}
    form.locator("input[type=file]").set_input_files(berkas)
    form.get_by_role("button", name="Periksa daftar").click()
    expect(page.get_by_role("main")).to_contain_text(baris.kata)
    periksa(page, axe, nama)
    assert page.context.pengawas.keluhan() == []


def test_evaluasi_menunggu_cetakannya(panggung, layar, axe):
    page = layar(KABAN)
    buka(page, reverse("eperformance:skp_penilaian", args=halaman_penilaian.skp(status="final")(panggung)))
    page.get_by_role("button", name=re.compile("^Cetak ")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cetak evaluasi")
    periksa(page, axe, "evaluasi-menunggu")
    assert page.context.pengawas.keluhan() == []
