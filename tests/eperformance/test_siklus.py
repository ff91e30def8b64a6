"""Siklus SKP: siapa boleh apa, kapan ditolak, dan apa yang dibekukan."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from eperformance import siklus
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import Skp
from kepegawaian.models import Jejak, Pemberitahuan
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import TAHUN, isi_skp, skp_ditetapkan


@pytest.fixture
@bersama
def draf(orang, periode):
    """A draft of ``pela`` that meets all rules."""
    atasan = isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), rencana="Kepangkatan tertib")
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(skp, induk=atasan)
    return skp


def test_draf_baru_bermasa_setahun_dan_bertujuh_perilaku(orang, periode):
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    assert (skp.mulai, skp.sampai, skp.jenjang) == (date(TAHUN, 1, 1), date(TAHUN, 12, 31), "pelaksana")
    assert skp.penilai.kode == "KEPALA-SUB12"
    assert skp.perilaku.count() == 7


@pytest.mark.parametrize(
    ("nama", "penilai", "jenjang"),
    [("kasub", "KEPALA-BID1", "pengawas"), ("kabid", "KEPALA-BKPSDM", "administrator"), ("kaban", "BUPATI", "jpt")],
)
def test_penilai_ialah_kepala_satu_tingkat_di_atas(orang, periode, nama, penilai, jenjang):
    skp = siklus.buka(getattr(orang, nama).pk, periode.pk, oleh=orang.oleh(nama))
    assert (skp.penilai.kode if skp.penilai else skp.penilai_luar) == penilai
    assert skp.jenjang == jenjang


def test_dua_skp_pada_masa_yang_sama_ditolak(orang, periode, draf):
    with pytest.raises(DitolakKinerja, match="sudah ada"):
        siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    assert Skp.objects.filter(pegawai=orang.pela).count() == 1


def test_draf_orang_lain_tidak_dapat_dibuat(orang, periode):
    with pytest.raises(DitolakKinerja):
        siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("rekan"))
    assert siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("staf41")).status == "draf"


def test_skp_kosong_ditolak_dengan_kode_aturannya(orang, periode):
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    with pytest.raises(DitolakKinerja, match="SKP-1: SKP belum memuat hasil kerja utama"):
        siklus.ajukan(skp.pk, oleh=orang.oleh("pela"), versi=1)
    assert Skp.objects.get(pk=skp.pk).status == "draf"


def test_ajukan_lalu_tetapkan_membekukan_kepala_dan_memberi_kabar(orang, draf):
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["kasub"], peristiwa="kinerja").count() == 1
    siklus.tetapkan(draf.pk, oleh=orang.oleh("kasub"), versi=2)
    skp = Skp.objects.get(pk=draf.pk)
    assert (skp.status, skp.versi) == ("ditetapkan", 3)
    assert skp.beku["pegawai"]["nip"] == orang.pela.nip
    assert skp.beku["penilai"]["nama"] == "KASUB UJI"
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], peristiwa="kinerja").count() == 1
    assert list(Jejak.objects.filter(aksi__startswith="skp_", pegawai=orang.pela).order_by("pk").values_list("aksi", flat=True)) == [
        "skp_buka", "skp_ajukan", "skp_tetapkan",
    ]  # fmt: skip


@pytest.mark.parametrize("nama", ["pela", "rekan", "kabid", "staf41", "eko", "irma"])
def test_hanya_penilainya_yang_menetapkan(orang, draf, nama):
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    with pytest.raises(DitolakKinerja, match="pejabat penilai"):
        siklus.tetapkan(draf.pk, oleh=orang.oleh(nama), versi=2)
    assert Skp.objects.get(pk=draf.pk).status == "diajukan"


def test_halaman_basi_tidak_mengubah_apa_pun(orang, draf):
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    with pytest.raises(VersiLama):
        siklus.tetapkan(draf.pk, oleh=orang.oleh("kasub"), versi=1)
    assert Skp.objects.get(pk=draf.pk).status == "diajukan"


def test_kembali_dengan_alasan_lalu_diajukan_lagi(orang, draf):
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    with pytest.raises(DitolakKinerja, match="perlu diperbaiki"):
        siklus.kembalikan(draf.pk, " ", oleh=orang.oleh("kasub"), versi=2)
    siklus.kembalikan(draf.pk, "Target waktu terlalu longgar.", oleh=orang.oleh("kasub"), versi=2)
    assert Skp.objects.get(pk=draf.pk).catatan_akhir == "Target waktu terlalu longgar."
    assert siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=3).status == "diajukan"


def test_pindah_di_tengah_tahun_memberi_dua_masa(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    siklus.akhiri(lama.pk, date(TAHUN, 6, 30), "Mutasi", oleh=orang.oleh("staf41"), versi=3)
    baru = siklus.buka(
        orang.pela.pk, periode.pk, oleh=orang.oleh("pela"), mulai=date(TAHUN, 7, 1), pendahulu=lama, alasan="Mutasi"
    )
    assert [(s.mulai, s.sampai) for s in Skp.objects.filter(pegawai=orang.pela).order_by("mulai")] == [
        (date(TAHUN, 1, 1), date(TAHUN, 6, 30)), (date(TAHUN, 7, 1), date(TAHUN, 12, 31)),
    ]  # fmt: skip
    assert baru.pendahulu == lama


def test_draf_bagi_semua_berbiaya_tetap(orang, periode):
    banyak = []
    lain = [getattr(orang, n).pk for n in ("pela", "rekan", "kasub", "kabid", "kaban", "staf41", "kasub41")]
    for ids, orangnya in (([orang.eko.pk], 1), (lain, 7), (None, 0)):
        with CaptureQueriesContext(connection) as tangkap:
            assert len(siklus.buka_banyak(periode, ids, pada=timezone.now())) == orangnya
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]
