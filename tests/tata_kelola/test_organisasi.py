"""Perbandingan proses bisnis, bagan organisasi, dan data terbuka k-anonim."""

import csv
import io

import pytest
from django.urls import reverse

from eperformance.models import Pohon
from eperformance.pohon import muat
from kepegawaian.acuan import acuan_kini
from tata_kelola import bagan, perbandingan, potret, terbuka
from tests.pabrik import unit_kode
from tests.tata_kelola.conftest import pertanyaan
from tests.tata_kelola.test_dasbor import HARI_INI


def test_perbandingan_menyebut_yang_belum_cocok(kantor):
    muat.muat(HARI_INI.year)
    Pohon.objects.update(status="berlaku")
    p = perbandingan.susun(kantor.oleh("dewi").hak, acuan_kini(), HARI_INI)
    unit = {b.unit.kode: b for b in p.unit}
    assert (unit["BKPSDM"].kepala, unit["BKPSDM"].eselon) == ("Dewi Kartika", "II.b")
    assert "Kepangkatan" in [s.uraian for s in unit["SUB12"].program]
    assert "kgb" in {la.slug for la in unit["SUB12"].layanan}
    assert unit["SUB12"].temuan == []
    assert any("Tidak ada kepala" in t for t in unit["SUB43"].temuan)
    assert any("Tidak memiliki layanan" in t for t in unit["SUB32"].temuan)
    assert unit["SUB12"].orang == 3  # citra, cici, kasub


def test_setiap_aspek_ada_pada_tepat_satu_proses_inti():
    huruf = [h for _, isi in perbandingan.INTI for h in isi]
    assert sorted(huruf) == sorted([*"abcdefghijklmn", "tata"])


def test_halaman_proses_bisnis_dan_bagan(kantor, buka, client):
    for alamat in (reverse("tata_kelola:proses_bisnis"), reverse("tata_kelola:bagan")):
        assert buka("sekda", alamat).status_code == 200
        assert pertanyaan(client, alamat) <= 12
        assert buka("ani", alamat).status_code == 403
    assert buka("dewi", reverse("tata_kelola:proses_ekspor")).status_code == 200
    assert buka("dewi", reverse("tata_kelola:bagan") + "?unit=999999").status_code == 404


def test_kotak_bagan_tidak_bertumpuk_dan_menyebut_pemangku(kantor):
    b = bagan.susun(unit_kode_acuan("BKPSDM"), acuan_kini(), HARI_INI)
    kotak = b.kotak
    for i, a in enumerate(kotak):
        for c in kotak[i + 1 :]:
            assert a.x + a.w <= c.x or c.x + c.w <= a.x or a.y + a.h <= c.y or c.y + c.h <= a.y, (
                a.unit.nama,
                c.unit.nama,
            )
    assert max(k.x + k.w for k in kotak) <= b.lebar
    assert max(k.y + k.h for k in kotak) <= b.tinggi
    nama = {u.unit.kode: u.kepala for u in b.daftar}
    assert (nama["BKPSDM"], nama["SUB12"], nama["SUB43"]) == ("Dewi Kartika", "Kasub Rahma", "")
    assert len(b.daftar) == 21


def unit_kode_acuan(kode):
    return acuan_kini().unit[unit_kode(kode).pk]


# ── data terbuka ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hitungan", "k", "harapan"),
    [
        ({("A",): 9, ("B",): 5}, 5, [("A", 9), ("B", 5)]),
        # 4 alone would be told by the total: it is merged with the next smallest, not blanked out
        ({("A",): 9, ("B",): 6, ("C",): 4}, 5, [("A", 9), ("Lainnya (digabung)", 10)]),
        ({("A",): 9, ("B",): 3, ("C",): 2}, 5, [("A", 9), ("Lainnya (digabung)", 5)]),
        ({("A",): 3}, 5, []),
        ({}, 5, []),
        # a whole group is merged when one of its cells is small
        (
            {("A", "L"): 9, ("A", "P"): 9, ("B", "L"): 2, ("B", "P"): 30, ("C", "L"): 7, ("C", "P"): 8},
            5,
            [("A", "L", 9), ("A", "P", 9), ("Lainnya (digabung)", "L", 9), ("Lainnya (digabung)", "P", 38)],
        ),
        # a second value rare everywhere is merged first
        (
            {("A", "x"): 9, ("A", "y"): 9, ("A", "?"): 1, ("B", "x"): 8, ("B", "y"): 7},
            5,
            # "?" joins the smaller of the two others: y has 16 in all, x 17
            [("A", "? atau y", 10), ("A", "x", 9), ("B", "? atau y", 7), ("B", "x", 8)],
        ),
    ],
)  # fmt: skip
def test_setiap_baris_mewakili_k_orang(hitungan, k, harapan):
    hasil = terbuka.anonim(hitungan, k)
    assert hasil == harapan
    assert not hasil or sum(b[-1] for b in hasil) == sum(hitungan.values())


def test_data_terbuka_bagi_siapa_saja_tanpa_nama(kantor, client):
    potret.buat_malam(acuan_kini(), HARI_INI)
    assert client.get(reverse("tata_kelola:terbuka_list")).status_code == 200
    k = acuan_kini().setelan(terbuka.K, HARI_INI)
    for kode in terbuka.HIMPUNAN:
        jawab = client.get(reverse("tata_kelola:terbuka_download", args=[kode]))
        baris = list(csv.reader(io.StringIO(jawab.content.decode())))
        assert baris[0][-1] == "jumlah"
        assert all(int(b[-1]) >= k for b in baris[1:])
        assert "Lestari" not in jawab.content.decode()
        assert client.get(reverse("tata_kelola:terbuka_detail", args=[kode])).status_code == 200
    assert client.get(reverse("tata_kelola:terbuka_detail", args=["nama"])).status_code == 404
    assert client.get(reverse("tata_kelola:terbuka_download", args=["nama"])).status_code == 404


def test_k_adalah_setelan(kantor):
    potret.buat_malam(acuan_kini(), HARI_INI)
    himpunan, baris, k, _ = terbuka.susun("status", acuan_kini())
    assert (himpunan.kode, k, baris) == ("status", 5, [("PNS", 10)])
