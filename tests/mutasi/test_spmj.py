"""Surat pernyataan masih menduduki jabatan lewat halaman: dinyatakan kepala OPD, tidak mengubah riwayat."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kepegawaian.models import Naskah, RiwayatJabatan
from layanan import naskah as modul_naskah
from tests.dunia_bersama import bersama
from tests.mutasi.conftest import KINI
from tests.pabrik import buat_akun, buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

pytestmark = pytest.mark.django_db
ISIAN = {"tmt": KINI.isoformat(), "keperluan": "tunjangan"}
LANTIK = date(2025, 5, 5)


@pytest.fixture
@bersama
def pejabat(kantor):
    """A head sworn in on a day, with his SPMT the day after; he has an account."""
    orang = buat_pegawai(nama="Kepala Subbagian", unit="DINKES-SUBBAG2", golongan="III/d")
    tambah(orang, "jabatan", jabatan=jabatan_kode("KEPALA-DINKES-SUBBAG2"), unit=unit_kode("DINKES-SUBBAG2"), tmt=LANTIK,
           tmt_pelantikan=LANTIK, tanggal_spmt=LANTIK + timedelta(days=1), nomor_sk="821/4/2025", tanggal_sk=LANTIK)  # fmt: skip
    kantor.akun["pejabat"] = buat_akun(orang)
    return orang


def test_diminta_sendiri_ditandatangani_kepala_opd_dan_tidak_mengubah_riwayat(jalan, kantor, pejabat):
    sebelum = list(RiwayatJabatan.objects.values_list("pk", flat=True))
    usulan = jalan.ajukan("spmj", pejabat, ISIAN, oleh="pejabat")
    assert usulan.status == "diproses"
    for kode in ("verifikasi_opd", "penetapan"):
        usulan = jalan.maju(usulan, kode)
    n = Naskah.objects.get(usulan__usulan=usulan)
    assert n.data["tanda_tangan"]["nama"] == "Kadar Usman"
    assert "masih menduduki jabatan Kepala" in n.data["pembuka"]
    rincian = {r["label"]: r["isi"] for r in n.data["rincian"]}
    assert (rincian["Dilantik"], rincian["Melaksanakan tugas sejak"]) == ("5 Mei 2025", "6 Mei 2025")
    assert modul_naskah.cetak(n.pk) is True
    Naskah.objects.filter(pk=n.pk).update(tahap="menunggu_cetak")
    usulan = jalan.maju(usulan, "tanda_tangan")
    assert jalan.maju(usulan, "serahkan").status == "selesai"
    assert list(RiwayatJabatan.objects.values_list("pk", flat=True)) == sebelum


def test_pelaksana_tidak_dapat_memintanya(jalan, kantor):
    usulan = jalan.ajukan("spmj", kantor.ani, ISIAN)
    assert usulan.status == "draf"
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Bukan jabatan struktural atau fungsional." in isi


def test_bagi_kepala_opd_dinyatakan_sekda(jalan, kantor):
    usulan = jalan.ajukan("spmj", kantor.kadinkes, ISIAN)
    usulan = jalan.maju(usulan, "verifikasi_opd")
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-SETDA"


@pytest.mark.parametrize("hari", [KINI + timedelta(days=1), KINI - timedelta(days=500)])
def test_hari_yang_belum_tiba_atau_terlalu_lampau_ditolak_formulir(jalan, kantor, pejabat, hari):
    masuk(jalan.client, kantor.akun["pejabat"])
    jalan.client.post(reverse("layanan:usulan_create", args=["spmj"]), {"nip": pejabat.nip})
    usulan = pejabat.usulan.get()
    jawab = jalan.client.post(
        reverse("layanan:usulan_update", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "keperluan": "pangkat", "tmt": hari.isoformat()},
    )
    assert jawab.context["form_isian"].errors["tmt"] == ["Isi hari ini, atau paling jauh setahun ke belakang."]
