"""Orang bagi uji kebutuhan dan kontrak: operator DINKES, Subbid Formasi, para pejabat, perekam Bupati. Imported, no plugin."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import PejabatLuar
from layanan import alur
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

KINI = timezone.localdate()
ORANG = {
    "opi": {"nama": "OPI OPERATOR", "unit": "DINKES-SUBBAG1"},
    "olan": {"nama": "OLAN OPERATOR", "unit": "DISDIK-SUBBAG1"},
    "kadinkes": {"nama": "KADAR USMAN", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c"},
    "sari": {"nama": "SARI FORMASI", "unit": "SUB21"},
    "kasub": {"nama": "KASUB FORMASI", "unit": "SUB21", "jabatan": "KEPALA-SUB21", "golongan": "III/d"},
    "kabid": {"nama": "KABID KARIER", "unit": "BID2", "jabatan": "KEPALA-BID2", "golongan": "IV/a"},
    "kaban": {"nama": "KABAN UJI", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "SEKDA UJI", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
    "staf12": {"nama": "STAF PANGKAT", "unit": "SUB12"},
}


class Orang(SimpleNamespace):
    """People by name; ``akun`` their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])

    def oleh(self, nama):
        akun = self.akun[nama]
        return alur.Pelaku(akun, hitung_hak(akun, per=KINI, acuan=acuan_kini()), "127.0.0.1")


@pytest.fixture
@bersama
def kantor(db):
    """Everybody of ``ORANG``, the clerk of the Bupati, and the inspektorat."""
    cache.clear()
    o = Orang(batch=buat_batch(), akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(batch=o.batch, **isi)
        setattr(o, nama, pegawai)
        o.akun[nama] = buat_akun(pegawai)
    for nama, opd in (("opi", "DINKES"), ("olan", "DISDIK")):
        tugaskan(o.akun[nama], "operator_opd", opd)
    for nama, peran in (("perekam", "perekam_pimpinan"), ("irma", "inspektorat")):
        o.akun[nama] = buat_akun(nama_pengguna=nama, nama=nama.title())
        tugaskan(o.akun[nama], peran)
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return o


def pppk(
    o, *, sampai, nama="PIPIT PPPK", unit="DINKES-SUBBAG1", status="PPPK", mulai=None, predikat="Baik", upah=None
):
    """A PPPK of DINKES whose contract ends on ``sampai``, with last year's result."""
    mulai = mulai or date(sampai.year - 4, 1, 1)
    orang = buat_pegawai(nama=nama, unit=unit, status=status, golongan="IX", tmt=mulai, batch=o.batch)
    isi = {"batch": o.batch, "segarkan": False}
    if predikat:
        tambah(orang, "kinerja", tmt=date(KINI.year, 1, 20), tahun=KINI.year - 1, predikat=predikat, **isi)
    tambah(orang, "kontrak", tmt=mulai, sampai=sampai, golongan_id="IX", paruh_waktu=status == "PPPK_PW", upah=upah,
           nomor_sk="813/45/2022", batch=o.batch)  # fmt: skip
    return orang


def delapan_bulan():
    """The last day of the month eight months ahead: inside the first reminder, before the legal limit."""
    akhir = (KINI.replace(day=1) + timedelta(days=31 * 8)).replace(day=1)
    return akhir - timedelta(days=1)
