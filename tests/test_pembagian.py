"""Pembagian uji: whole files but for those that may be dealt out by parameter, the heaviest first, nothing lost."""

from pathlib import Path
from types import SimpleNamespace

from tests import pembagian

AKAR = Path(__file__).parent.parent


def test_hanya_menyebut_berkas_yang_ada():
    assert [b for b in (*pembagian.TERBAGI, *pembagian.BERAT) if not (AKAR / b).is_file()] == []


def test_berkas_tetap_utuh_kecuali_yang_terbagi_menurut_parameternya():
    assert pembagian.potong("tests/layanan/test_tte.py::test_a[x]") == "tests/layanan/test_tte.py"
    assert pembagian.potong("tests/test_akses.py::test_a[ani]") == pembagian.potong("tests/test_akses.py::test_b[ani]")
    assert pembagian.potong("tests/test_akses.py::test_a[ani]") != pembagian.potong("tests/test_akses.py::test_a[eko]")
    assert pembagian.potong("tests/test_akses.py::test_a[/../.env]") == "tests/test_akses.py[/../.env]"
    assert pembagian.potong("tests/test_akses.py::test_a") == "tests/test_akses.py"


def test_yang_terlama_dahulu_dan_urutan_dalam_berkas_tetap():
    nama = ["tests/a.py::t1", "tests/b.py::t1", "tests/b.py::t2", "tests/test_sensus.py::t",
            "tests/test_akses.py::t[a]", "tests/test_akses.py::t[b]", "tests/test_akses.py::u[a]"]  # fmt: skip
    items = [SimpleNamespace(nodeid=n) for n in nama]
    pembagian.urutkan(items)
    assert [i.nodeid for i in items] == [
        "tests/test_akses.py::t[a]",
        "tests/test_akses.py::u[a]",
        "tests/test_akses.py::t[b]",
        "tests/test_sensus.py::t",
        "tests/b.py::t1",
        "tests/b.py::t2",
        "tests/a.py::t1",
    ]
