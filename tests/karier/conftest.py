"""Orang bagi uji karier: staf dan kepala Subbid Pembinaan Karier, calon pejabat, dan yang tidak boleh melihat."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from layanan import alur
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

HARI_INI = date.today()
LALU = HARI_INI.year - 1
ENAM = {"INT": 3, "KS": 3, "KOM": 3, "OPH": 3, "PP": 3, "PDO": 3, "MP": 3, "PK": 3, "PB": 3}


class Orang(SimpleNamespace):
    """People by name; ``akun`` their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])

    def oleh(self, nama):
        akun = self.akun[nama]
        return alur.Pelaku(akun, hitung_hak(akun, per=HARI_INI, acuan=acuan_kini()), "127.0.0.1")


def lengkapi(pegawai, batch, predikat="Baik", pendidikan="40"):
    """Education and the results of the last two years."""
    isi = {"batch": batch, "segarkan": False}
    tambah(pegawai, "pendidikan", tmt=date(2008, 8, 1), tingkat_id=pendidikan, nama="S1 Administrasi", **isi)
    for tahun in (LALU - 1, LALU):
        tambah(pegawai, "kinerja", tmt=date(tahun + 1, 1, 20), tahun=tahun, predikat=predikat, **isi)


def hasil(pegawai, batch, nilai=None, *, kesesuaian=90, potensi=85, tmt=None):
    """A recorded result as an import would leave it."""
    tmt = tmt or HARI_INI - timedelta(days=100)
    return tambah(
        pegawai, "uji_kompetensi", batch=batch, tmt=tmt, sampai=tmt + timedelta(days=1095), tujuan="pemetaan",
        nilai=nilai or ENAM, kesesuaian=kesesuaian, potensi=potensi, hasil="MS",
    )  # fmt: skip


@pytest.fixture
@bersama
def orang(db):
    """staf and kasub of SUB22, kaban, staf12; pengawas (kasubbid SUB12) and pelaksana as candidates; eko elsewhere."""
    cache.clear()
    batch, lama = buat_batch(), date(2010, 3, 1)
    mau = {
        "staf": {"nama": "SITI KARIER", "unit": "SUB22"},
        "kasub": {"nama": "KASUB KARIER", "unit": "SUB22", "jabatan": "KEPALA-SUB22", "golongan": "III/d"},
        "kaban": {"nama": "KABAN UJI", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
        "staf12": {"nama": "STAF PANGKAT", "unit": "SUB12"},
        "pengawas": {"nama": "PENGAWAS CAKAP", "unit": "SUB12", "jabatan": "KEPALA-SUB12", "golongan": "III/d"},
        "pelaksana": {"nama": "PELAKSANA MUDA", "unit": "SUB13"},
        "eko": {"nama": "EKO PUSKESMAS", "unit": "PKM-PUCUK", "kelamin": "L"},
        "sekda": {"nama": "SEKDA UJI", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
    }
    o = Orang(batch=batch, akun={})
    for nama, isi in mau.items():
        pegawai = buat_pegawai(batch=batch, tmt=lama, **isi)
        setattr(o, nama, pegawai)
        o.akun[nama] = buat_akun(pegawai)
    for nama in ("pengawas", "pelaksana", "eko"):
        lengkapi(getattr(o, nama), batch)
    o.akun["perekam"] = buat_akun(nama_pengguna="perekam", nama="Perekam pimpinan")
    o.akun["irma"] = buat_akun(nama_pengguna="irma", nama="Inspektorat")
    tugaskan(o.akun["perekam"], "perekam_pimpinan")
    tugaskan(o.akun["irma"], "inspektorat")
    o.kini = timezone.now()
    return o
