"""Kantor kesejahteraan: pejabat alur perkawinan dan keluarga, dan ``Jalan`` (tests/mutasi) yang menekan tombolnya."""

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
    "bayu": {"nama": "Bayu Anggara", "unit": "DINKES-SUBBAG1", "golongan": "III/c", "kelamin": "L"},
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kasubbag": {"nama": "Kasubbag Dian", "unit": "DINKES-SUBBAG1", "jabatan": "KEPALA-DINKES-SUBBAG1", "golongan": "III/d"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "sari": {"nama": "Sari Dewi", "unit": "SUB42"},
    "lain": {"nama": "Staf Lain", "unit": "SUB12"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB42", "jabatan": "KEPALA-SUB42", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID4", "jabatan": "KEPALA-BID4", "golongan": "IV/a"},
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
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    for nama, peran in (("perekam", "perekam_pimpinan"), ("inspektorat", "inspektorat")):
        k.akun[nama] = buat_akun(nama_pengguna=f"uji.{nama}", nama=nama)
        tugaskan(k.akun[nama], peran)
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return k


@pytest.fixture
@bersama
def kantor(db):
    """The people of ``susun_kantor``."""
    return susun_kantor()


def kawinkan(pegawai, *, anak=(), nama="Pasangan Uji", sejak=date(2012, 5, 5)):
    """A spouse on the pay list, and children born on the days of ``anak``."""
    tambah(
        pegawai, "keluarga", tmt=sejak, anggota="pasangan-1", hubungan="pasangan", nama=nama, tertanggung=True,
        tanggal_lahir=date(1985, 1, 1), pekerjaan="Wiraswasta",
    )  # fmt: skip
    for i, lahir in enumerate(anak, 1):
        tambah(
            pegawai, "keluarga", tmt=lahir, anggota=f"anak-{i}", hubungan="anak", nama=f"Anak {i}", tertanggung=True,
            tanggal_lahir=lahir, kawin=False, berpenghasilan=False,
        )  # fmt: skip


@pytest.fixture
def jalan(client, kantor):
    """A ``Jalan`` through the pages."""
    return Jalan(client, kantor)
