"""Dunia bersama: every test finds it as it was made, holds copies of its own, and what really commits stands alone."""

import pytest
from django.db import connection

from kepegawaian.models import BatchImpor
from tests.dunia_bersama import bersama
from tests.pabrik import buat_batch

dibuat = []


@pytest.fixture
@bersama
def dunia(db):
    dibuat.append(1)
    return {"batch": buat_batch(nama_berkas="dunia.xlsx")}


@pytest.fixture
@bersama
def anaknya(dunia):
    dunia["anak"] = buat_batch(nama_berkas="anak.xlsx")
    return dunia["anak"]


@pytest.mark.parametrize("ke", [1, 2])
def test_perubahan_satu_uji_tidak_sampai_ke_uji_berikutnya(dunia, ke):
    assert [b.nama_berkas for b in BatchImpor.objects.all()] == ["dunia.xlsx"]
    assert dunia == {"batch": BatchImpor.objects.get()}
    assert dunia["batch"].status == "diterapkan"
    dunia["batch"].status = "batal"
    BatchImpor.objects.update(nama_berkas=f"uji {ke}")
    buat_batch()
    dunia["lain"] = ke
    assert len(dibuat) == 1


def test_yang_satu_benda_tetap_satu_benda_dan_dunia_lain_dibuat_baru(dunia, anaknya):
    assert dunia["anak"] is anaknya
    assert BatchImpor.objects.count() == 2


def test_tanpa_meminta_dunia_tidak_ada_isinya(db):
    assert not BatchImpor.objects.exists()
    assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_yang_sungguh_mencatat_berdiri_sendiri(dunia):
    assert not connection.in_atomic_block
    assert BatchImpor.objects.get() == dunia["batch"]


def test_sesudahnya_dunia_berdiri_lagi(dunia):
    assert BatchImpor.objects.get() == dunia["batch"]


def test_dunia_tidak_bertumpu_pada_fixture_biasa(request, tmp_path):
    from tests.dunia_bersama import dunia_dari  # noqa: PLC0415 - only here

    class Item:
        class _fixtureinfo:
            names_closure = ("keliru",)
            name2fixturedefs = {"keliru": [type("Def", (), {"func": bersama(lambda tmp_path: None)})]}

    with pytest.raises(TypeError, match="tidak boleh bertumpu pada tmp_path"):
        dunia_dari(Item)
