"""Tiruan SIASN bagi tiap uji: satu peladen tiap modul, isinya kosong pada tiap uji."""

from collections import Counter
from datetime import date

import pytest
from django.core.cache import cache

from kepegawaian.jejak import sebagai
from kepegawaian.models import JawabanSiasn, Naskah, NaskahPegawai
from kepegawaian.siasn import ambil, peta
from tests.kepegawaian.siasn.tiruan import Tiruan


@pytest.fixture(scope="module")
def peladen_tiruan():
    """The server, once a module."""
    tiruan = Tiruan()
    yield tiruan
    tiruan.tutup()


@pytest.fixture
def tiruan(peladen_tiruan, settings):
    """It knows nothing and behaves; the settings point at it."""
    t = peladen_tiruan
    t.isi, t.ulah, t.tersimpan, t.panggilan, t.token = {}, [], [], Counter(), Counter()
    t.apim, t.sso, t.umur, t.simpan = "apim-1", "sso-1", 3600, None
    settings.SIASN = t.atur()
    cache.clear()
    yield t
    cache.clear()


@pytest.fixture
def jawab(tiruan, orang):
    """``jawab(pegawai, jenis, [rows])``: SIASN says so, and it is fetched; returns the answer as kept."""

    def ambil_jawaban(pegawai, jenis, baris):
        tiruan.isi[peta.TABEL[jenis].jalur, pegawai.nip] = baris
        with sebagai(orang.akun["citra"]):
            satu = ambil.minta(jenis=[jenis], pegawai=pegawai, oleh=orang.akun["citra"])
        assert ambil.lanjutkan(satu.pk) is False
        return JawabanSiasn.objects.filter(pegawai=pegawai, jenis=jenis, terbaru=True).first()

    return ambil_jawaban


def bernaskah(pegawai):
    """A NaskahPegawai riwayat rows may rest on."""
    naskah = Naskah.objects.create(
        jenis="sk", perihal="SK uji", asal="luar", nomor="800/1/2020", tanggal=date(2020, 1, 2), penetap="Bupati",
        tahap="menunggu_cetak", dibuat_pada="2020-01-02T00:00:00Z",
    )  # fmt: skip
    return NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=date(2020, 1, 2))
