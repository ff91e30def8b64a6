"""CLTN dari permintaan sampai pengaktifan kembali: kedudukan, jabatan yang lepas, gaji, dan batas melapor."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepangkatan.peta.kosong import jabatan_kosong
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import RiwayatCuti, RiwayatJabatan, RiwayatTinggal
from kepegawaian.profil import profil_satu, segarkan
from layanan.models import Usulan
from tests.kesejahteraan.cuti.test_cuti_tahunan import SETUJU, isian, kirim
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI
from tests.pabrik import jabatan_kode, masuk, tambah

pytestmark = pytest.mark.django_db
MULAI = tambah_bulan(KINI.replace(day=1), 1)
AKHIR = tambah_bulan(MULAI, 24) - timedelta(days=1)
BKN = {"hasil": "disetujui", "nomor": "K.26-30/V.1/2026", "tanggal": KINI.isoformat()}


def minta(client, kantor, orang="ani"):
    isi = isian(MULAI) | {"sampai": AKHIR.isoformat(), "jenis": "baru", "berkas_bukti": pdf()}
    jawab = kirim(client, kantor.akun[orang], "cltn", isi)
    assert jawab.status_code == 302, (jawab.context["form"].errors, jawab.context["galat"])
    return Usulan.objects.get(pegawai=getattr(kantor, orang), layanan="cltn")


def sampai_bkn(jalan, usulan):
    usulan = jalan.maju(usulan, "pertimbangan", **SETUJU)
    for kode in ("persetujuan_opd", "verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        usulan = jalan.maju(usulan, kode)
    return usulan


def terbit(jalan, kantor, orang="ani"):
    usulan = sampai_bkn(jalan, minta(jalan.client, kantor, orang))
    usulan = jalan.maju(usulan, "persetujuan_bkn", **BKN, berkas=pdf())
    usulan = jalan.maju(usulan, "keputusan", **SETUJU)
    return jalan.maju(jalan.maju(usulan, "penetapan"), "tanda_tangan")


def test_cltn_melepas_jabatan_dan_mengubah_kedudukan(jalan, kantor):
    terbit(jalan, kantor, "kasubbag")
    orang, kursi = kantor.kasubbag, jabatan_kode("KEPALA-DINKES-SUBBAG1").pk
    p = profil_satu(orang.pk, per=MULAI)
    assert (p.kedudukan, p.tinggal, p.tinggal_sampai) == ("02", "CLTN", AKHIR)
    assert RiwayatCuti.objects.get(pegawai=orang).jenis == "CLTN"
    assert [x.pegawai_id for x in akses.pemangku(MULAI - timedelta(days=1), [kursi])[kursi]] == [orang.pk]
    assert akses.pemangku(MULAI, [kursi])[kursi] == []
    kosong = {k.jabatan_id: k for k in jabatan_kosong(MULAI)}
    assert (kosong[kursi].kosong_sejak, kosong[kursi].pernah) == (MULAI, True)
    hak = hitung_hak(kantor.akun["kasubbag"], per=MULAI, acuan=acuan_kini())
    assert (hak.kantor, "atasan" in hak.peran, "asn" in hak.peran) == ((), False, True)


def test_ditolak_bkn_berakhir_tanpa_akibat(jalan, kantor):
    usulan = sampai_bkn(jalan, minta(jalan.client, kantor))
    tolak = BKN | {"hasil": "ditolak", "dasar_tolak": "Surat BKN K.26-30/V.1/2026", "berkas": pdf()}
    usulan = jalan.maju(usulan, "persetujuan_bkn", **tolak)
    assert usulan.status == "ditolak"
    assert not RiwayatTinggal.objects.exists()


def selesai_cltn(orang, sampai, mulai=None):
    """He has been on CLTN until ``sampai``, by import."""
    mulai = mulai or tambah_bulan(sampai, -24)
    tambah(orang, "tinggal", jenis="CLTN", tmt=mulai, sampai=sampai, segarkan=False)
    tambah(orang, "cuti", jenis="CLTN", tmt=mulai, sampai=sampai, segarkan=False)
    tambah(orang, "kedudukan", kedudukan_id="02", tmt=mulai, segarkan=False)
    segarkan([orang.pk], per=KINI)


def test_aktif_kembali_pada_jabatan_pelaksana(jalan, kantor):
    orang = kantor.kasubbag
    selesai_cltn(orang, KINI + timedelta(days=40))
    isi = {"tanggal_lapor": KINI.isoformat(), "tmt": MULAI.isoformat(), "jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN"}
    usulan = jalan.ajukan("cltn-aktif", orang, isi)
    assert usulan.status == "diproses"
    for kode in (
        "verifikasi_bkd",
        "periksa_kasubbid",
        "periksa_kabid",
        "persetujuan_kaban",
        "penetapan",
        "tanda_tangan",
    ):
        usulan = jalan.maju(usulan, kode)
    p = profil_satu(orang.pk, per=MULAI)
    assert (p.kedudukan, p.tinggal, p.jabatan_kode) == ("01", None, "P-PENELAAH-TEKNIS-KEBIJAKAN")
    sisa = RiwayatTinggal.objects.get(pegawai=orang, dibatalkan_pada__isnull=True)
    assert sisa.sampai == MULAI - timedelta(days=1)
    assert RiwayatCuti.objects.get(pegawai=orang, dibatalkan_pada__isnull=True).sampai == MULAI - timedelta(days=1)
    assert jalan.maju(usulan, "serahkan").status == "selesai"


def test_yang_melepas_jabatan_struktural_harus_ditempatkan(jalan, kantor):
    selesai_cltn(kantor.kasubbag, KINI - timedelta(days=3))
    masuk(jalan.client, kantor.akun["opi"])
    jalan.client.post(reverse("layanan:usulan_create", args=["cltn-aktif"]), {"nip": kantor.kasubbag.nip})
    usulan = Usulan.objects.get(pegawai=kantor.kasubbag)
    jawab = jalan.client.post(
        reverse("layanan:usulan_update", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "tanggal_lapor": KINI.isoformat(), "tmt": MULAI.isoformat(), "jabatan": ""},
    )
    assert "pilih jabatan pelaksana" in jawab.context["form_isian"].errors["jabatan"][0]
    assert RiwayatJabatan.objects.filter(pegawai=kantor.kasubbag).count() == 1


def test_lewat_sebulan_tidak_dapat_diaktifkan_dan_tampil_pada_pantauan(jalan, kantor):
    selesai_cltn(kantor.ani, tambah_bulan(KINI, -1) - timedelta(days=2))
    isi = {"tanggal_lapor": KINI.isoformat(), "tmt": MULAI.isoformat(), "jabatan": ""}
    usulan = jalan.ajukan("cltn-aktif", kantor.ani, isi)
    assert usulan.status == "draf"
    teks = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "lewat batas" in teks
    masuk(jalan.client, kantor.akun["sita"])
    teks = jalan.client.get(reverse("kesejahteraan:cltn_list")).content.decode()
    assert "Ani Lestari" in teks
    assert "lewat batas" in teks


def test_cltn_yang_berakhir_menjadi_tugas_operatornya(client, kantor):
    selesai_cltn(kantor.ani, KINI - timedelta(days=3))
    masuk(client, kantor.akun["opi"])
    assert "Proses pengaktifan kembali Ani Lestari sesudah CLTN" in client.get("/tugas/").content.decode()


def test_yang_sedang_cltn_tidak_mendapat_cuti_tahunan(client, kantor, senin):
    tambah(kantor.ani, "tinggal", jenis="CLTN", tmt=KINI - timedelta(days=90), sampai=senin + timedelta(days=200))
    jawab = kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(senin))
    teks = jawab.content.decode()
    assert "Tanggal bertumpuk dengan cuti di luar tanggungan negara" in teks
    assert "Sisa cuti tahunan Anda 0 hari kerja." in teks
