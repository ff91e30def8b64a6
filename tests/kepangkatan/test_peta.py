"""Peta jabatan: seats, kebutuhan, vacancy and findings counted by SQL; names inside the scope only."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kepangkatan.peta import bezetting, kosong
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan, KebutuhanJabatan
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


@pytest.fixture
@bersama
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


# ── another day ──────────────────────────────────────────────────────────────────────────────────────


def pada(hari, kode):
    kursi = jabatan_kode(kode).pk
    return next((k for k in kosong.jabatan_kosong(hari) if k.jabatan_id == kursi), None)


def test_bezetting_tanggal_lampau_menurut_riwayat_waktu_itu(dunia):
    """He came to the office on 1 June 2020, left it on 1 May 2026 (pensioned); the peta of then asked for three."""
    pindah = date(2020, 6, 1)
    tambah(
        dunia["staf"],
        "jabatan",
        tmt=pindah,
        jabatan=jabatan_kode("KEPALA-DISDIK-SUBBAG1"),
        unit=unit_kode("DISDIK-SUBBAG1"),
    )
    tambah(dunia["staf"], "unit", tmt=pindah, unit=unit_kode("DISDIK-SUBBAG1"))
    KebutuhanJabatan.objects.create(
        jabatan=jabatan_kode("P-PENELAAH-TEKNIS-KEBIJAKAN"), unit=unit_kode("DISDIK"), kebutuhan=3,
        berlaku_sejak=date(2018, 1, 1), berlaku_sampai=date(2021, 12, 31), dasar="ABK contoh",
    )  # fmt: skip

    def isi(hari, unit, jabatan):
        daftar = bezetting.jabatan(hari, [unit_kode(unit).pk])
        return next(j for j in daftar if j.jabatan_id == jabatan_kode(jabatan).pk)

    lampau = isi(pindah - timedelta(days=1), "DISDIK", "P-PENELAAH-TEKNIS-KEBIJAKAN")
    assert (lampau.kebutuhan, lampau.pns) == (3, 1)
    assert isi(pindah - timedelta(days=1), "DISDIK-SUBBAG1", "KEPALA-DISDIK-SUBBAG1").terisi == 0
    assert isi(pindah, "DISDIK-SUBBAG1", "KEPALA-DISDIK-SUBBAG1").pns == 1
    # Today by ProfilKini and by the profile query are the same rows.
    hari_ini = bezetting.jabatan(HARI_INI)
    assert sorted(hari_ini) == sorted(bezetting.jabatan(HARI_INI, sepengetahuan=timezone.now()))


def test_kosong_lampau_dan_mendatang(dunia):
    tambah(dunia["kepala"], "kedudukan", tmt=date(2026, 5, 1), kedudukan_id="99")
    assert pada(date(2026, 4, 30), "KEPALA-DISDIK") is None
    assert pada(date(2026, 5, 1), "KEPALA-DISDIK").kosong_sejak == date(2026, 5, 1)
    # Born 17 May 1986, struktural of eselon IV: BUP 58 (1 June 2044).
    buat_pegawai(nama="Muda", unit="SUB21", jabatan="KEPALA-SUB21", golongan="III/d")
    besok = HARI_INI + timedelta(days=1)
    assert pada(besok, "KEPALA-SUB21") is None
    lahir = HARI_INI.replace(day=1) - timedelta(days=int(57.5 * 365.25))
    tua = buat_pegawai(
        nama="Tua", unit="SUB22", jabatan="KEPALA-SUB22", golongan="III/d", lahir=lahir, tmt=date(1995, 3, 1)
    )
    pensiun = tua.kini.tmt_pensiun
    assert pensiun > HARI_INI
    akan = pada(HARI_INI, "KEPALA-SUB22")
    assert (akan.kosong, akan.tmt_pensiun) == (False, pensiun)
    assert not pada(pensiun - timedelta(days=1), "KEPALA-SUB22").kosong
    kelak = pada(pensiun, "KEPALA-SUB22")
    assert (kelak.kosong, kelak.kosong_sejak, kelak.pernah) == (True, pensiun, True)


def test_pengetahuan_waktu_itu_tidak_berubah_oleh_catatan_kemudian(dunia):
    """The second clock: what is recorded later does not change a list as it was known before."""
    sebelum = timezone.now()
    tambah(dunia["kepala"], "kedudukan", tmt=date(2026, 5, 1), kedudukan_id="99")
    kursi = jabatan_kode("KEPALA-DISDIK").pk
    hari = date(2026, 6, 1)
    assert kursi in {k.jabatan_id for k in kosong.jabatan_kosong(hari)}
    assert kursi not in {k.jabatan_id for k in kosong.jabatan_kosong(hari, sepengetahuan=sebelum)}


@pytest.mark.parametrize("nama", ["bezetting_list", "kosong_list"])
def test_halaman_tanggal_lain_dan_unduhannya(dunia, nama, django_assert_max_num_queries):
    klien = masuk(Client(), buat_akun(dunia["citra"]))
    url = reverse(f"jabatan:{nama}")
    klien.get(url)
    with django_assert_max_num_queries(12):
        html = klien.get(url + "?keadaan=&per=2024-12-31").content.decode()
    assert "Keadaan 31 Desember 2024." in html
    assert "per=2024-12-31" in html
    assert "Susun daftar resmi (PDF)" in html
    assert (
        klien.get(url + "?per=1066-10-14").context["form"].hari == klien.get(url + "?per=besok").context["form"].hari
    )
    jawab = klien.get(reverse(f"jabatan:{nama.replace('_list', '_ekspor')}") + "?per=2024-12-31")
    assert "31-12-2024" in jawab["Content-Disposition"]
