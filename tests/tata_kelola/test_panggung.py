"""Panggung data contoh: jawaban BKN direkam selengkap yang diminta formulirnya, dengan pindaian dan dasar penolakan."""

from dataclasses import replace
from datetime import date

import pytest

from kepegawaian.models import Pegawai
from layanan.forms_luar import PertekForm
from tata_kelola.demo.panggung import Sutradara
from tests.layanan.conftest import layanan_uji, orang  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def mainkan(layanan_uji, orang, monkeypatch):  # noqa: F811 - fixtures
    """Plays a usulan of ani on a route whose pertek is that of KP reguler."""
    alur = tuple(replace(s, form=PertekForm) if s.kode == "pertek" else s for s in layanan_uji.alur)
    monkeypatch.setattr(type(layanan_uji), "alur", alur)
    sutradara = Sutradara(layanan_uji, date(2026, 11, 30), cetak=False)
    ani = Pegawai.objects.select_related("kini__opd").get(pk=orang.ani.pk)
    return lambda sampai, akhir="": sutradara.mainkan(ani, sampai, akhir=akhir)


def test_pertek_yang_memenuhi_syarat_berpindaian(mainkan):
    u = mainkan("penetapan")
    assert (u.status, u.langkah_kini.kode) == ("diproses", "penetapan")
    assert u.berkas.filter(kode="pertek").count() == 1


def test_pertek_yang_menolak_menyebut_suratnya(mainkan):
    u = mainkan("pertek", "tms")
    assert u.status == "ditolak"
    assert u.pasal_tolak == f"Surat Kepala Kantor Regional II BKN Nomor TMS-3524{u.pk:05d}"


def test_berkas_tidak_lengkap_kembali_ke_verifikasi(mainkan):
    assert mainkan("pertek", "bts").langkah_kini.kode == "verifikasi_bkd"
