"""Gambar panduan: tiap gambar yang disebut ada dalam dua lebar, halamannya masih ada, dan semuanya tidak berat."""

import re
from pathlib import Path

from django.urls import get_resolver

from tata_kelola.gambar_panduan import GAMBAR, LEBAR, berkas
from tests.e2e.gambar import POTRET

AKAR = Path(__file__).parents[2]
STATIS = AKAR / "static"
TERBERAT = 3 * 1024 * 1024


def test_tiap_gambar_disebut_panduan_dan_dipotret():
    disebut = set()
    for templat in (AKAR / "templates" / "tata_kelola" / "panduan").glob("*.html"):
        disebut.update(re.findall(r'\{% gambar_panduan "([^"]+)" %\}', templat.read_text()))
    assert disebut == GAMBAR.keys() == POTRET.keys()


def test_berkasnya_ada_dan_tidak_ada_yang_tertinggal():
    perlu = {berkas(kode, lebar) for kode in GAMBAR for lebar, _ in LEBAR}
    ada = {f"panduan/{b.name}" for b in (STATIS / "panduan").iterdir()}
    assert ada == perlu, "potret lagi dengan make gambar"
    assert sum((STATIS / b).stat().st_size for b in ada) < TERBERAT


def test_halamannya_masih_ada():
    anak = {
        r.app_name: {getattr(p, "name", "") for p in r.url_patterns}
        for r in get_resolver().url_patterns
        if getattr(r, "app_name", "")
    }
    hilang = [g.halaman for g in GAMBAR.values() if g.halaman.split(":")[1] not in anak[g.halaman.split(":")[0]]]
    assert hilang == []


def test_tiap_gambar_punya_kata_pengganti():
    assert all(len(g.alt) > 30 and g.alt.endswith(".") for g in GAMBAR.values())
