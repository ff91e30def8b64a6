"""Siapa yang tercetak sebagai pejabat penilai: pejabat itu dalam kantor yang dipakainya, dan Bupati, bukan perekamnya."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from eperformance import siklus
from eperformance.models import Skp
from eperformance.penilaian import distribusi, masa
from eperformance.skp import cetak
from kepegawaian.models import PejabatLuar, UnitKerja
from tests.eperformance.conftest import HARI_INI, isi_skp, skp_ditetapkan
from tests.eperformance.panggung_penilaian import bagi, nilai_sah, periode_lalu
from tests.pabrik import jabatan_kode, tambah, unit_kode


@pytest.fixture
def bupati(orang):
    """The Bupati in office."""
    PejabatLuar.objects.filter(kantor="BUPATI").delete()
    return PejabatLuar.objects.create(
        kantor="BUPATI", nama="SITI PEMIMPIN", jabatan="Bupati Lamongan", sejak=date(HARI_INI.year - 2, 1, 1)
    )


def test_skp_kepala_opd_memuat_nama_bupati_bukan_perekam(orang, periode, bupati):
    skp = siklus.buka(orang.kaban.pk, periode.pk, oleh=orang.oleh("kaban"))
    beku = siklus.kepala_dokumen(Skp.objects.get(pk=skp.pk), orang.oleh("perekam"))
    assert (beku["penilai"]["nama"], beku["penilai"]["jabatan"]) == ("SITI PEMIMPIN", "Bupati Lamongan")
    isi = orang.masuk("kaban").get(reverse("eperformance:skp_detail", args=[skp.pk])).content.decode()
    assert "SITI PEMIMPIN" in isi


def test_penilaian_kepala_opd_menyebut_bupati_dan_siapa_yang_mencatat(orang, bupati):
    lalu = periode_lalu()
    skp, m = bagi(orang, lalu, "kaban", penilai="perekam"), masa.satu(lalu, 0)
    distribusi.tetapkan_capaian(
        UnitKerja.objects.get(kode="BKPSDM"), m, capaian="Baik", dasar="PK 97%", versi=0, oleh=orang.oleh("perekam")
    )
    e = nilai_sah(orang, skp, m, hasil="", penilai="perekam")
    assert e.rincian["penilai"]["nama"] == "SITI PEMIMPIN"
    assert e.sebagai.startswith("Bupati Lamongan, dicatat ")


def test_plh_tercetak_dengan_namanya_dan_sebutannya(orang, periode):
    """The rekan acts as Plh. of the kasub, who is still in office."""
    atasan = isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), rencana="Kepangkatan tertib")
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(skp, induk=atasan)
    tambah(orang.rekan, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), penugasan="PLH",
           tmt=HARI_INI, sampai=HARI_INI + timedelta(days=9))  # fmt: skip
    siklus.ajukan(skp.pk, oleh=orang.oleh("pela"), versi=1)
    siklus.tetapkan(skp.pk, oleh=orang.oleh("rekan"), versi=2)
    penilai = Skp.objects.get(pk=skp.pk).beku["penilai"]
    assert (penilai["nama"], penilai["nip"]) == ("REKAN SEBELAH", orang.rekan.nip)
    assert penilai["jabatan"] == f"Plh. {jabatan_kode('KEPALA-SUB12').nama}"


def test_tanggal_ditetapkan_menurut_waktu_jakarta(orang, periode):
    """Set at half past midnight in Jakarta: the day there, not the one before it in UTC."""
    skp = skp_ditetapkan(orang, periode)
    Skp.objects.filter(pk=skp.pk).update(
        ditetapkan_pada=datetime(HARI_INI.year, 3, 5, 0, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    )
    ikut = ("periode", "pegawai__kini", "jabatan", "unit", "opd", "penilai__unit")
    data = cetak.data(Skp.objects.select_related(*ikut).get(pk=skp.pk), HARI_INI)
    assert data["tetap"] == f"5 Maret {HARI_INI.year}"
    assert dict(map(tuple, data["orang"][0][1]))["NIP"] == orang.pela.nip


def test_tidak_seorang_pun_mengganti_penilai_atau_mengakhiri_skpnya_sendiri(orang, periode):
    skp = siklus.buka(orang.kasub41.pk, periode.pk, oleh=orang.oleh("kasub41"))
    k = orang.masuk("kasub41")
    isi = k.get(reverse("eperformance:skp_detail", args=[skp.pk])).content.decode()
    assert "Ganti pejabat penilai" not in isi
    assert "Akhiri masa SKP" not in isi
    assert k.get(reverse("eperformance:skp_akhiri", args=[skp.pk])).status_code == 403
    k.post(reverse("eperformance:skp_penilai", args=[skp.pk]), {"jabatan": 0, "versi": 1, "alasan": "Mau saya"})
    assert Skp.objects.get(pk=skp.pk).penilai.kode == "KEPALA-BID4"
