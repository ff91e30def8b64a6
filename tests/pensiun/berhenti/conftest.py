"""Kantor pensiun: para pejabat alur pemberhentian; ``jalan`` menekan tombol lewat HTTP sebagai pemegangnya."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import PejabatLuar
from tests.dunia_bersama import bersama
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun, buat_pegawai, tambah, tugaskan

KINI = timezone.localdate()
BULAN = KINI.replace(day=1)
TMT = tambah_bulan(BULAN, 8)  # of the pension of ani
ORANG = {
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "pia": {"nama": "Pia Anggraini", "unit": "SUB43"},
    "sita": {"nama": "Sita Ayu", "unit": "SUB13"},
    "kasub": {"nama": "Kasub Pensiun", "unit": "SUB43", "jabatan": "KEPALA-SUB43", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Pensiun", "unit": "BID4", "jabatan": "KEPALA-BID4", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
}  # fmt: skip


def lahir_untuk(tmt, tahun=58):
    """A birth date whose retirement age of ``tahun`` falls in the month before ``tmt``."""
    bulan = tambah_bulan(tmt, -1)
    return date(bulan.year - tahun, bulan.month, 11)


def buat_ani(*, tmt_pensiun=TMT, angkat=None, tahun=58, **lain):
    """A PNS of the DINKES who retires on ``tmt_pensiun``, by default after 30 years and one month."""
    isi = {"nama": "Ani Lestari", "unit": "DINKES-SUBBAG1", "golongan": "III/c", "mkg": (20, 0),
           "tmt": angkat or tambah_bulan(tmt_pensiun, -361), "lahir": lahir_untuk(tmt_pensiun, tahun)} | lain  # fmt: skip
    pegawai = buat_pegawai(**isi)
    tambah(pegawai, "kinerja", tmt=date(tmt_pensiun.year - 1, 1, 31), tahun=tmt_pensiun.year - 1, predikat="Baik",
           segarkan=False)  # fmt: skip
    tambah(
        pegawai, "kinerja", tmt=date(tmt_pensiun.year, 1, 31), tahun=tmt_pensiun.year, predikat="Baik", segarkan=False
    )
    tambah(pegawai, "keluarga", tmt=date(2016, 1, 1), anggota="p1", hubungan="pasangan", nama="Suami Ani")
    return pegawai


@pytest.fixture
@bersama
def kantor(db):
    """Everybody of ``ORANG`` and ani with an account, an operator of DINKES, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    k.ani = buat_ani()
    k.akun["ani"] = buat_akun(k.ani)
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
