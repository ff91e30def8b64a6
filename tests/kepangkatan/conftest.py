"""Orang kantor dari uji layanan, dan satu usulan yang dimainkan lewat pintu yang sama sampai SK-nya berlaku."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil_satu
from layanan import katalog
from tata_kelola.demo.panggung import Sutradara
from tests.dunia_bersama import bersama
from tests.layanan.conftest import susun_orang
from tests.pabrik import tambah


@pytest.fixture
@bersama
def orang(db):
    """The people of ``susun_orang``: operator of DISDIK, its head, the BKD up to its head, the recorder of the Bupati."""
    return susun_orang()


@pytest.fixture
@bersama
def hari_ini():
    """Today, as the acts see it."""
    return timezone.localdate()


def bulan_depan(hari):
    """The first of the next month."""
    return tambah_bulan(hari.replace(day=1), 1)


def kinerja(pegawai, *tahun, predikat="Baik"):
    """Yearly results, recorded on the last day of their year."""
    for satu in tahun:
        tambah(pegawai, "kinerja", tmt=date(satu, 12, 31), tahun=satu, predikat=predikat)


def mainkan(slug, pegawai, isian, sampai="selesai"):
    """Plays one usulan through every step; returns the usulan."""
    pegawai = Pegawai.objects.select_related("kini__opd").get(pk=pegawai.pk)
    isian = {k: v.isoformat() if isinstance(v, date) else v for k, v in isian.items()}
    return Sutradara(katalog.ambil(slug), timezone.localdate()).mainkan(pegawai, sampai, isian=isian)


def sebelum_sesudah(pegawai, tmt):
    """The profile of the day before and of the TMT."""
    return profil_satu(pegawai.pk, per=tmt - timedelta(days=1)), profil_satu(pegawai.pk, per=tmt)
