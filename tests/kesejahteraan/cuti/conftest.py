"""Kantor cuti: seorang pelaksana dinas, atasannya, kepala dinas, para pejabat BKD, dan perekam Bupati."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import PejabatLuar
from tests.dunia_bersama import bersama
from tests.mutasi.conftest import KINI, Jalan
from tests.pabrik import buat_akun, buat_pegawai, tugaskan

ORANG = {
    "ani": {"nama": "Ani Lestari", "unit": "DINKES-SUBBAG1", "golongan": "III/c"},
    "kasubbag": {"nama": "Kasubbag Umum", "unit": "DINKES-SUBBAG1", "jabatan": "KEPALA-DINKES-SUBBAG1", "golongan": "III/d"},
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "eko": {"nama": "Eko Prasetyo", "unit": "DISDIK", "kelamin": "L"},
    "sita": {"nama": "Sita Ayu", "unit": "SUB42"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB42", "jabatan": "KEPALA-SUB42", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID4", "jabatan": "KEPALA-BID4", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
}  # fmt: skip


def pekan_penuh(sejak=KINI):
    """The next Monday of a week of five working days inside one year, two weeks or more ahead."""
    acuan, senin = acuan_kini(), sejak + timedelta(days=14 - sejak.weekday())
    while (
        not all(acuan.hari_kerja(senin + timedelta(days=i)) for i in range(5))
        or (senin + timedelta(days=4)).year != senin.year
    ):
        senin += timedelta(days=7)
    return senin


@pytest.fixture
@bersama
def kantor(db):
    """Everybody of ``ORANG`` with an account, an operator of DINKES, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    k.akun["perekam"] = buat_akun(nama_pengguna="perekam.bupati", nama="Perekam Bupati")
    tugaskan(k.akun["perekam"], "perekam_pimpinan")
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return k


@pytest.fixture
def jalan(client, kantor):
    """A ``Jalan`` through the pages."""
    return Jalan(client, kantor)


@pytest.fixture
@bersama
def senin(db):
    """A Monday with five working days after it."""
    return pekan_penuh()
