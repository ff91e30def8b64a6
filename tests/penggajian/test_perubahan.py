"""Perubahan gaji bagi kantor keuangan: bulan pembayaran pertama, gaji lama, rapel, cakupan, dan berkasnya."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Naskah, NaskahPegawai
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah, tugaskan
from tests.penggajian.test_halaman_gaji import lembar, tulis

pytestmark = pytest.mark.django_db
URL = "/penggajian/perubahan/"
KINI = timezone.localdate().replace(day=1)


def gaji_baru(pegawai, jenis, tmt, gaji, *, dicatat, lama=None, isi=None):
    """A RiwayatGaji as a decree writes it, known since ``dicatat``; ``lama``: the old pay the decree printed."""
    data = {"lama": {"gaji": {"rupiah": lama}}} if lama else {}
    naskah = Naskah.objects.create(
        jenis="surat", perihal="Pemberitahuan", asal="register", nomor=f"822/{pegawai.pk}/{jenis}", tanggal=tmt,
        penetap="Kepala Dinas", data=data, dibuat_pada=timezone.now(),
    )  # fmt: skip
    np = NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=tmt, data=isi or {})
    return tambah(
        pegawai, "gaji", tmt=tmt, jenis=jenis, golongan_id="III/a", gaji_pokok=gaji, mkg_tahun=4, naskah_pegawai=np,
        nomor_sk=naskah.nomor, tanggal_sk=tmt, dicatat_pada=dicatat,
    )  # fmt: skip


@pytest.fixture
def klien():
    """Five people of the Dinas Pendidikan and one of the Dinas Kesehatan; the operator of DISDIK and a staf of SUB12."""
    lalu = timezone.now() - timedelta(days=75)
    p = {n: buat_pegawai(nama=n, unit="DINKES" if n == "FARIDA" else "DISDIK", tmt=tambah_bulan(KINI, -48))
         for n in ("ANISA", "BENI", "CITRA", "DANI", "ELOK", "FARIDA")}  # fmt: skip
    # ANISA: on time. BENI: three months late. CITRA: next month. DANI: an import. ELOK: nothing printed of the old pay.
    gaji_baru(p["ANISA"], "KGB", KINI, 2_964_000, dicatat=lalu, lama=2_873_500)
    gaji_baru(p["BENI"], "KP", tambah_bulan(KINI, -3), 3_089_300, dicatat=timezone.now(), lama=2_964_000)
    gaji_baru(p["CITRA"], "KGB", tambah_bulan(KINI, 1), 2_964_000, dicatat=timezone.now(), lama=2_873_500)
    tambah(p["DANI"], "gaji", tmt=KINI, jenis="KGB", golongan_id="III/a", gaji_pokok=2_964_000, mkg_tahun=4)
    tambah(p["ELOK"], "gaji", tmt=tambah_bulan(KINI, -24), jenis="KGB", golongan_id="III/a", gaji_pokok=2_873_500,
           mkg_tahun=2)  # fmt: skip
    gaji_baru(p["ELOK"], "PMK", KINI, 3_057_300, dicatat=lalu)
    gaji_baru(p["FARIDA"], "KGB", KINI, 2_964_000, dicatat=lalu)
    # GANI and HADI have died: no salary is paid any more.
    for nama, isi in (
        ("GANI", {"layanan": "kp-anumerta"}),
        ("HADI", {"layanan": "kp-pengabdian", "isian": {"sebab": "meninggal"}}),
    ):
        gaji_baru(buat_pegawai(nama=nama, unit="DISDIK"), "KP", KINI, 3_089_300, dicatat=lalu, isi=isi)
    operator = buat_akun(buat_pegawai(nama="OPERATOR", unit="DISDIK", kelamin="L"))
    tugaskan(operator, "operator_opd", "DISDIK")
    staf = buat_akun(buat_pegawai(nama="STAF", unit="SUB12"))
    return {"operator": masuk(Client(), operator), "staf": masuk(Client(), staf)}


def baris(jawab):
    return {
        b.gaji.pegawai.kini.nama: (b.gaji.jenis, b.lama, b.selisih, b.rapel, b.jumlah_rapel)
        for b, _ in jawab.context["baris"]
    }


def test_bulan_ini_memuat_yang_mulai_dibayar_dan_rapelnya(klien):
    jawab = klien["staf"].get(URL)
    assert baris(jawab) == {
        "ANISA": ("KGB", 2_873_500, 90_500, 0, 0),
        "BENI": ("KP", 2_964_000, 125_300, 3, 375_900),
        "ELOK": ("PMK", 2_873_500, 183_800, 0, 0),
        "FARIDA": ("KGB", None, None, 0, None),
    }
    isi = tulis(jawab)
    assert "Rp375.900" in isi
    assert "gaji lama belum tercatat" in isi


def test_surat_yang_terbit_lebih_dahulu_muncul_pada_bulan_tmt(klien):
    depan = f"{tambah_bulan(KINI, 1):%Y-%m}"
    assert set(baris(klien["staf"].get(URL, {"bulan": depan}))) == {"CITRA"}
    # BENI's decree came late: the months it was due in say nothing of him.
    assert baris(klien["staf"].get(URL, {"bulan": f"{tambah_bulan(KINI, -3):%Y-%m}"})) == {}
    assert klien["staf"].get(URL, {"bulan": "9999-99"}).context["bulan"] == KINI


def test_operator_hanya_opdnya_dan_saringan_berlaku_pada_berkas(klien, django_assert_max_num_queries):
    klien["operator"].get(URL)  # the first page of a process reads the reference tables
    with django_assert_max_num_queries(12):
        assert set(baris(klien["operator"].get(URL))) == {"ANISA", "BENI", "ELOK"}
    kepala, satu = lembar(klien["operator"].get(f"{URL}ekspor/", {"jenis": "KP"}))
    isi = dict(zip(kepala, satu, strict=True))
    assert (isi["NAMA"], isi["GAJI POKOK LAMA"], isi["GAJI POKOK BARU"]) == ("BENI", 2_964_000, 3_089_300)
    assert (isi["SELISIH SEBULAN"], isi["RAPEL BULAN"], isi["RAPEL GAJI POKOK"]) == (125_300, 3, 375_900)
    assert isi["SEBAB"] == "Kenaikan pangkat"
