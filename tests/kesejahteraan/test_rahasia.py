"""Rahasia perceraian: terbuka bagi orangnya dan yang menanganinya; bagi yang lain tidak ada, di daftar mana pun."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kepegawaian.models import Dosir, Naskah, Pemberitahuan
from tests.dunia_bersama import bersama
from tests.kesejahteraan.conftest import KINI, kawinkan
from tests.kesejahteraan.test_perkawinan import CERAI, putuskan, sampai_kasubbid
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
# the superior and the head of the OPD held a step, the subbid owns it, kabid and Kepala BKD stand above
MEMBUKA = {"ani", "kasubbag", "kadinkes", "sari", "kasub", "kabid", "dewi"}
TERTUTUP = {"opi", "lain", "bayu", "inspektorat", "sekda", "perekam"}


@pytest.fixture
@bersama
def perkara(kantor):
    """A permit that was granted, signed and handed over."""
    kawinkan(kantor.ani)
    jalan = Jalan(Client(), kantor)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    return putuskan(jalan, sampai_kasubbid(jalan, usulan, "buntu"), "izin")


def buka(jalan, nama, alamat, **kueri):
    """(status, text) of a page for a person."""
    masuk(jalan.client, jalan.kantor.akun[nama])
    jawab = jalan.client.get(alamat, kueri)
    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    return jawab.status_code, isi.decode("latin-1")


def test_usulan_dan_naskahnya_hanya_bagi_orangnya_dan_penangan(jalan, kantor, perkara):
    sk = perkara.naskah.get(surat=False).naskah
    for nama in kantor.akun:
        boleh = nama in MEMBUKA
        assert buka(jalan, nama, reverse("layanan:usulan_detail", args=[perkara.nomor]))[0] == (
            200 if boleh else 404
        ), nama
        assert buka(jalan, nama, reverse("layanan:naskah_download", args=[sk.pk]))[0] == (200 if boleh else 404), nama
    assert set(kantor.akun) == MEMBUKA | TERTUTUP


def test_daftar_pencarian_dan_register_tidak_menyebutnya(jalan, kantor, perkara):
    sk = perkara.naskah.get(surat=False).naskah
    halaman = [
        (reverse("layanan:usulan_list"), {"q": "Ani"}), (reverse("layanan:naskah_list"), {}), (reverse("layanan:kotak_list"), {}),
        (reverse("tata_kelola:cari"), {"q": perkara.nomor}), (reverse("tata_kelola:cari"), {"q": sk.nomor}),
        (reverse("tata_kelola:beranda"), {}), (reverse("tata_kelola:tugas_list"), {}),
    ]  # fmt: skip
    for nama in sorted(TERTUTUP):
        for alamat, kueri in halaman:
            status, isi = buka(jalan, nama, alamat, **kueri)
            assert status == 200, (nama, alamat)
            assert f"/usulan/{perkara.nomor}/" not in isi, (nama, alamat)
            assert f"/naskah/{sk.pk}/" not in isi, (nama, alamat)
            assert "Naskah rahasia" not in isi, (nama, alamat)
    for nama in ("lain", "inspektorat"):
        _, isi = buka(jalan, nama, reverse("layanan:register_list"), klasifikasi="474.2")
        assert sk.nomor in isi  # the number stays in the register
        assert "Ani Lestari" not in isi


def test_berkas_permohonan_tidak_tampak_pada_dosir(jalan, kantor, perkara):
    assert set(
        Dosir.objects.filter(pegawai=kantor.ani, jenis="permohonan").values_list("riwayat_jenis", flat=True)
    ) == {"perkara"}
    for nama in ("kasubbag", "opi", "lain", "sari", "ani"):
        status, isi = buka(jalan, nama, reverse("kepegawaian:dosir_list", args=[kantor.ani.nip]))
        assert status == 200
        assert "Permohonan" not in isi, nama
    berkas = perkara.berkas.first()
    assert buka(jalan, "sari", reverse("layanan:berkas_download", args=[perkara.nomor, berkas.pk]))[0] == 200
    assert buka(jalan, "lain", reverse("layanan:berkas_download", args=[perkara.nomor, berkas.pk]))[0] == 404


def test_pemberitahuan_bertanda_rahasia_dan_hanya_kepada_yang_dituju(kantor, perkara):
    kabar = Pemberitahuan.objects.filter(url__contains=perkara.nomor)
    assert set(kabar.values_list("rahasia", flat=True)) == {True}
    tujuan = {n for n, akun in kantor.akun.items() if kabar.filter(pengguna=akun).exists()}
    assert tujuan <= MEMBUKA
    assert Naskah.objects.get(usulan__usulan=perkara, usulan__surat=False).perihal == "Naskah rahasia"


def test_kepala_lain_yang_tidak_memegang_langkah_tidak_membukanya(jalan, kantor, perkara):
    lain = buat_pegawai(nama="Kepala Lain", unit="DINKES-SUBBAG2", jabatan="KEPALA-DINKES-SUBBAG2", golongan="III/d")
    kantor.akun["kepala_lain"] = buat_akun(lain)
    assert buka(jalan, "kepala_lain", reverse("layanan:usulan_detail", args=[perkara.nomor]))[0] == 404


def test_bukti_laporan_cerai_tersimpan_bagi_pembaca_keluarga_saja(jalan, kantor):
    kawinkan(kantor.ani)
    isi = {
        "anggota": "pasangan-1",
        "nomor_akta": "7/AC/2026",
        "tanggal_akta": KINI.isoformat(),
        "penerbit": "PA",
        "nomor_izin": "474.2/1",
    }
    usulan = jalan.ajukan("lapor-cerai", kantor.ani, isi, oleh="ani")
    usulan = jalan.maju(jalan.maju(usulan, "verifikasi_bkd"), "periksa_kasubbid")
    naskah = usulan.naskah.get(surat=False).naskah
    assert (naskah.perihal, naskah.nomor, naskah.tanggal) == ("Naskah rahasia", "7/AC/2026", KINI)
    assert set(
        Dosir.objects.filter(pegawai=kantor.ani, riwayat_id__isnull=False).values_list("riwayat_jenis", flat=True)
    ) == {"keluarga"}
    _, isi = buka(jalan, "kasubbag", reverse("kepegawaian:dosir_list", args=[kantor.ani.nip]))
    assert "7/AC/2026" not in isi
    assert kantor.ani.riwayatkeluarga.filter(keadaan="cerai", tmt__gte=date(2020, 1, 1), dibatalkan_pada=None).exists()
