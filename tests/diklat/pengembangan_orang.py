"""Orang bagi uji pengembangan dan tugas belajar; fixtures are imported by name, so that no conftest is shared."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import timezone

from kepegawaian.models import PejabatLuar
from tests.dunia_bersama import bersama
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun, buat_pegawai, tambah, tugaskan

KINI = timezone.localdate()
ORANG = {
    "ani": {"nama": "Ani Lestari", "unit": "DINKES-SUBBAG1", "golongan": "III/c"},
    "tini": {"nama": "Tini Pppk", "unit": "DINKES-SUBBAG1", "golongan": "IX", "status": "PPPK"},
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kasubbag": {"nama": "Kasubbag Dian", "unit": "DINKES-SUBBAG1", "jabatan": "KEPALA-DINKES-SUBBAG1", "golongan": "III/d"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "asing": {"nama": "Eko Asing", "unit": "DISDIK", "kelamin": "L"},
    "sari": {"nama": "Sari Diklat", "unit": "SUB31"},
    "lain": {"nama": "Staf Lain", "unit": "SUB12"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB31", "jabatan": "KEPALA-SUB31", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID3", "jabatan": "KEPALA-BID3", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
}  # fmt: skip


def susun_kantor():
    """Everybody of ``ORANG`` with an account, an operator of DINKES, the inspektorat, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    for tahun in (KINI.year - 2, KINI.year - 1):
        tambah(k.ani, "kinerja", tmt=date(tahun + 1, 1, 31), tahun=tahun, predikat="Baik", segarkan=False)
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    for nama, peran in (("perekam", "perekam_pimpinan"), ("inspektorat", "inspektorat")):
        k.akun[nama] = buat_akun(nama_pengguna=f"uji.{nama}", nama=nama)
        tugaskan(k.akun[nama], peran)
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return k


@pytest.fixture(name="kantor")
@bersama
def kantor_diklat(db):
    """The people of ``susun_kantor``."""
    return susun_kantor()


@pytest.fixture(name="jalan")
def jalan_diklat(client, kantor):
    """A ``Jalan`` through the pages."""
    return Jalan(client, kantor)


def diklat(pegawai, tanggal, jp=20, **lain):
    """One technical training on the record."""
    isi = {"jenis_id": "3", "nama": "Diklat Teknis Arsip", "nomor_sertifikat": "1/ARSIP"} | lain
    return tambah(pegawai, "diklat", tmt=tanggal, jp=jp, **isi)
