"""Kantor dari uji layanan beserta bidang kesejahteraan, Korpri, dan Sekda; usulan dimainkan lewat pintu yang sama."""

from datetime import date

import pytest
from django.utils import timezone

from kepegawaian.models import Pegawai
from layanan import katalog
from tata_kelola.demo.penghargaan import Pemain
from tests.dunia_bersama import bersama
from tests.layanan.conftest import susun_orang
from tests.pabrik import buat_akun, buat_pegawai

TAMBAHAN = {
    "wulan": {"nama": "Wulan Sari", "unit": "SUB42"},
    "kasub42": {"nama": "Kasub Sejahtera", "unit": "SUB42", "jabatan": "KEPALA-SUB42", "golongan": "III/d"},
    "kabid4": {"nama": "Kabid Sejahtera", "unit": "BID4", "jabatan": "KEPALA-BID4", "golongan": "IV/a"},
    "korpri": {"nama": "Korpri Jaya", "unit": "SUB23"},
    "kabid2": {"nama": "Kabid Karier", "unit": "BID2", "jabatan": "KEPALA-BID2", "golongan": "IV/a"},
    "sekda": {"nama": "Sekda Agung", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
}


@pytest.fixture
@bersama
def orang(db):
    """The people of ``susun_orang`` and those of TAMBAHAN, each with an account."""
    o = susun_orang()
    for nama, isi in TAMBAHAN.items():
        setattr(o, nama, buat_pegawai(**isi))
        setattr(o, f"akun_{nama}", buat_akun(getattr(o, nama)))
    return o


@pytest.fixture
@bersama
def hari_ini():
    """Today, as the acts see it."""
    return timezone.localdate()


def segar(pegawai):
    """The pegawai with what a play needs."""
    return Pegawai.objects.select_related("kini__opd").get(pk=pegawai.pk)


def mainkan(slug, pegawai, isian, sampai="selesai", **cara):
    """Plays one usulan through its steps; returns the usulan."""
    isian = {k: v.isoformat() if isinstance(v, date) else v for k, v in isian.items()}
    return Pemain(katalog.ambil(slug), timezone.localdate()).mainkan(segar(pegawai), sampai, isian=isian, **cara)
