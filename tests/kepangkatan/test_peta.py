"""Peta jabatan: seats, kebutuhan, vacancy and findings counted by SQL; names inside the scope only."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kepangkatan.peta import bezetting, kosong
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan, KebutuhanJabatan
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


@pytest.fixture
def dunia():
    b = {"batch": buat_batch()}
    d = {
        "kepala": buat_pegawai(nama="Kepala Dinas", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c", **b),
        "staf": buat_pegawai(nama="Staf Dinas", unit="DISDIK", **b),
        "pppk": buat_pegawai(nama="Kontrak Dinas", unit="DISDIK", status="PPPK", golongan="IX", kedudukan="P1",
                             nip="198605172024211001", **b),
        "citra": buat_pegawai(nama="Citra", unit="SUB12", **b),
    }  # fmt: skip
    tambah(d["citra"], "jabatan", tmt=date(2026, 1, 1), sampai=HARI_INI + timedelta(days=30), penugasan="PLT",
           jabatan=jabatan_kode("KEPALA-SUB12"), **b)  # fmt: skip
    return d


def baris(unit, jabatan):
    return next(
        j for j in bezetting.jabatan(HARI_INI, [unit_kode(unit).pk]) if j.jabatan_id == jabatan_kode(jabatan).pk
    )


def test_bezetting_menghitung_kursi_kebutuhan_dan_pengisi(dunia):
    kepala = baris("DISDIK", "KEPALA-DISDIK")
    assert (kepala.kebutuhan, kepala.pns, kepala.selisih) == (1, 1, 0)
    staf = baris("DISDIK", "P-PENELAAH-TEKNIS-KEBIJAKAN")
    assert (staf.kebutuhan, staf.pns, staf.pppk, staf.selisih) == (None, 1, 1, None)
    KebutuhanJabatan.objects.create(
        jabatan=jabatan_kode("P-PENELAAH-TEKNIS-KEBIJAKAN"), unit=unit_kode("DISDIK"), kebutuhan=5,
        berlaku_sejak=date(2026, 1, 1), dasar="ABK contoh",
    )  # fmt: skip
    assert baris("DISDIK", "P-PENELAAH-TEKNIS-KEBIJAKAN").selisih == -3


def test_plt_tidak_mengisi_jabatan(dunia):
    assert baris("SUB12", "KEPALA-SUB12").terisi == 0
    satu = next(k for k in kosong.jabatan_kosong(HARI_INI) if k.nama == jabatan_kode("KEPALA-SUB12").nama)
    assert satu.kosong
    assert (satu.plt, satu.plt_id, satu.plt_sampai) == ("PLT", dunia["citra"].pk, HARI_INI + timedelta(days=30))


def test_kosong_sejak_pejabat_terakhir_pergi(dunia):
    kursi = jabatan_kode("KEPALA-DISDIK").pk

    def cari():
        return next((k for k in kosong.jabatan_kosong(HARI_INI) if k.jabatan_id == kursi), None)

    assert cari() is None
    tambah(dunia["kepala"], "kedudukan", tmt=date(2026, 5, 1), kedudukan_id="99")
    assert (cari().kosong_sejak, cari().pernah) == (date(2026, 5, 1), True)


def test_akan_kosong_bila_pejabat_pensiun_dalam_setahun(dunia):
    tua = buat_pegawai(nama="Tua", unit="SUB11", jabatan="KEPALA-SUB11", lahir=HARI_INI - timedelta(days=int(57.5 * 365.25)),
                       tmt=date(1995, 3, 1))  # fmt: skip
    satu = next(k for k in kosong.jabatan_kosong(HARI_INI) if k.pegawai_id == tua.pk)
    assert not satu.kosong
    assert satu.tmt_pensiun == tua.kini.tmt_pensiun


def test_pohon_menjumlahkan_cabang(dunia):
    acuan = acuan_kini()
    akar = next(u.id for u in acuan.unit.values() if u.induk_id is None)
    induk, anak = bezetting.simpul(acuan, akar, HARI_INI)
    assert induk.terisi == 4
    disdik = next(s for s in anak if s.unit.kode == "DISDIK")
    assert disdik.terisi == 3
    assert disdik.banyak > 0


def test_penertiban_menemukan_yang_bertentangan(dunia):
    Jabatan.objects.filter(kode="KEPALA-DISDIK").update(berlaku_sampai=HARI_INI - timedelta(days=1))
    buat_pegawai(nama="Kedua", unit="SUB11", jabatan="KEPALA-BKPSDM", golongan="IV/b")
    buat_pegawai(nama="Ketiga", unit="BKPSDM", jabatan="KEPALA-BKPSDM", golongan="IV/b")
    buat_pegawai(nama="Hampa", unit="SUB11", jabatan=None)
    ada = {(t.temuan, t.banyak) for t in kosong.penertiban(HARI_INI) if t.pegawai_id}
    assert {("berakhir", 1), ("beda_unit", 1), ("ganda", 2), ("tanpa_jabatan", 1)} <= ada


def test_nama_pemangku_hanya_dalam_cakupan(dunia):
    url = reverse("jabatan:peta_detail", args=[unit_kode("DISDIK").pk])
    kepala, citra = (masuk(Client(), buat_akun(dunia[n])) for n in ("kepala", "staf"))
    assert "Kontrak Dinas" in kepala.get(url).content.decode()
    html = citra.get(url).content.decode()
    assert "Kontrak Dinas" not in html
    assert "terisi" in html


@pytest.mark.parametrize("nama", ["peta_list", "bezetting_list", "kosong_list", "penertiban_list"])
def test_halaman_berkueri_tetap(dunia, nama, django_assert_max_num_queries):
    klien = masuk(Client(), buat_akun(dunia["citra"]))
    klien.get(reverse(f"jabatan:{nama}"))
    with django_assert_max_num_queries(12):
        assert klien.get(reverse(f"jabatan:{nama}") + "?keadaan=semua").status_code == 200
