"""Penjaga templat layar: a page template that no browser showed is named, but only after a run of all browser tests."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.e2e import templat_layar

BERKAS = [f"tests/e2e/{jalur.name}" for jalur in Path(templat_layar.__file__).parent.glob("test_*.py")]


@pytest.fixture
def catatan(tmp_path, monkeypatch):
    """What axe has looked at, as the workers of a run wrote it."""
    monkeypatch.setenv("TEMPAT_UJI", str(tmp_path))
    dilihat = templat_layar.halaman() - set(templat_layar.BUKAN_LAYAR)
    jalur = tmp_path / "templat-layar.txt"
    jalur.write_text("\n".join(sorted(dilihat)), encoding="utf-8")
    return jalur


def pelapor(berkas=BERKAS, **pilihan):
    option = SimpleNamespace(**({"keyword": "", "markexpr": ""} | pilihan))
    lulus = [SimpleNamespace(nodeid=f"{satu}::test_x") for satu in berkas]
    return SimpleNamespace(config=SimpleNamespace(option=option, args=["tests"]), stats={"passed": lulus})


def test_halaman_ialah_yang_berdiri_pada_kerangka():
    semua = templat_layar.halaman()
    assert {"404.html", "akun/masuk_kode.html", "kepegawaian/riwayat_list.html", "layanan/usulan_detail.html"} <= semua
    assert not {"base.html", "komponen/_menu.html", "kepegawaian/drh_cetak.html"} & semua


def test_semua_dilihat_tidak_ada_keluhan(catatan):
    assert templat_layar.keluhan(pelapor()) == []


def test_yang_tidak_pernah_dilihat_dan_pengecualian_yang_usang_disebut(catatan):
    isi = catatan.read_text(encoding="utf-8").replace("akun/masuk_kode.html", "komponen/galeri.html")
    catatan.write_text(isi, encoding="utf-8")
    assert [satu.partition(":")[0] for satu in templat_layar.keluhan(pelapor())] == [
        "akun/masuk_kode.html",
        "komponen/galeri.html",
    ]


def test_sebagian_uji_tidak_dinilai(catatan):
    catatan.unlink()
    assert templat_layar.keluhan(pelapor(BERKAS[1:])) == []
    assert templat_layar.keluhan(pelapor(keyword="kgb")) == []
    assert templat_layar.keluhan(pelapor())
