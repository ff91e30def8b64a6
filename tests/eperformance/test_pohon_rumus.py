"""Pohon kinerja, bagian murni: urutan tingkat, lingkaran, capaian, lampu. Expected values by hand."""

from decimal import Decimal

import pytest

from eperformance.pohon import rumus

AMBANG = {"hijau": 90, "kuning": 70}


@pytest.mark.parametrize(
    ("jenis", "induk", "boleh"),
    [
        ("tujuan", None, True), ("sasaran", None, False), ("sasaran", "tujuan", True), ("program", "tujuan", True),
        ("tujuan", "tujuan", False), ("program", "kegiatan", False), ("sub_kegiatan", "kegiatan", True),
        ("kegiatan", "kegiatan", False),
    ],
)  # fmt: skip
def test_hanya_tingkat_di_atasnya_menjadi_induk(jenis, induk, boleh):
    assert rumus.boleh_di_bawah(jenis, induk) is boleh


def test_lingkaran_ditemukan_pada_jarak_berapa_pun():
    induk = {1: None, 2: 1, 3: 2, 4: 3}
    assert rumus.melingkar(1, 4, induk)
    assert rumus.melingkar(2, 2, induk)
    assert not rumus.melingkar(4, 1, induk)
    assert rumus.melingkar(9, 5, {5: 6, 6: 5})  # a circle that stands already is not walked for ever


@pytest.mark.parametrize(
    ("persen", "kode"),
    [
        ("90", "hijau"),
        ("89.99", "kuning"),
        ("70", "kuning"),
        ("69.99", "merah"),
        ("0", "merah"),
        (None, "tanpa_target"),
    ],
)
def test_lampu_pada_batasnya(persen, kode):
    assert rumus.lampu(persen and Decimal(persen), AMBANG).kode == kode


@pytest.mark.parametrize(
    ("target", "nyata", "arah", "triwulan", "persen"),
    [
        ({1: 80}, {1: 60}, "naik", 1, "75"),  # 60 / 80
        ({1: 8}, {1: 10}, "turun", 1, "75"),  # 2 − 10/8
        ({1: 10}, {1: 30}, "naik", 1, "120"),  # capped, PP 30/2019
        ({0: 50}, {4: 45}, "naik", 4, "90"),  # the fourth quarter is measured against the year
        ({4: 50}, {0: 45}, "naik", 0, "90"),
        ({1: 50}, {2: 45}, "naik", 2, None),
    ],
)
def test_capaian(target, nyata, arah, triwulan, persen):
    target = {k: Decimal(v) for k, v in target.items()}
    nyata = {k: Decimal(v) for k, v in nyata.items()}
    assert rumus.capaian(target, nyata, arah, triwulan) == (persen and Decimal(persen))


def test_setahun_didahulukan_lalu_triwulan_terakhir():
    assert (rumus.terakhir({}), rumus.terakhir({1: 1, 3: 1}), rumus.terakhir({0: 1, 4: 1})) == (None, 3, 0)
