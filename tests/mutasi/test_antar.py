"""Mutasi keluar dan masuk lewat halaman: surat persetujuan tidak mengubah apa pun, keputusan yang direkam mengubahnya."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepegawaian.models import ProfilKini, RiwayatJabatan, RiwayatKedudukan
from kepegawaian.profil import profil_satu, segarkan
from layanan import naskah as modul_naskah
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI, TMT, lengkapi
from tests.pabrik import buat_pegawai, masuk

pytestmark = pytest.mark.django_db
SURAT = {"nomor_surat": "800/12/2026", "tanggal_surat": KINI.isoformat(), "nomor_bebas_temuan": "700/1/2026",
         "tanggal_bebas_temuan": KINI.isoformat()}  # fmt: skip
KELUAR = SURAT | {"jenis": "M2", "tmt": TMT.isoformat(), "instansi_lain": "Pemerintah Kota Surabaya",
                  "jabatan_penerima": "Analis Kebijakan Ahli Muda"}  # fmt: skip
SETUJU = {"hasil": "disetujui", "nomor": "PT-1", "tanggal": KINI.isoformat()}


def keputusan(tmt):
    return {
        "nomor_sk": "821/9/2026",
        "tanggal_sk": KINI.isoformat(),
        "pejabat": "Gubernur Jawa Timur",
        "tmt_sk": tmt.isoformat(),
    }


def test_keluar_sampai_pindah_instansi(jalan, kantor):
    usulan = jalan.ajukan("mutasi-keluar", kantor.ani, KELUAR)
    for kode in ("persetujuan_opd", "telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "paraf_sekda",
                 "penetapan"):  # fmt: skip
        usulan = jalan.maju(usulan, kode)
    assert modul_naskah.cetak(usulan.naskah.get(surat=False).naskah_id) is True
    usulan.naskah.get(surat=False).naskah.refresh_from_db()
    type(usulan.naskah.get(surat=False).naskah).objects.filter(usulan__usulan=usulan).update(tahap="menunggu_cetak")
    usulan = jalan.maju(usulan, "tanda_tangan")
    assert not RiwayatKedudukan.objects.filter(pegawai=kantor.ani, kedudukan_id="M1").exists()
    usulan = jalan.maju(usulan, "pertek", **SETUJU, berkas=pdf())
    usulan = jalan.maju(usulan, "keputusan_luar", **keputusan(TMT + timedelta(days=31)), berkas=pdf())
    pindah = RiwayatKedudukan.objects.get(pegawai=kantor.ani, kedudukan_id="M1")
    assert (pindah.tmt, pindah.nomor_sk) == (TMT + timedelta(days=31), "821/9/2026")
    assert profil_satu(kantor.ani.pk, per=pindah.tmt).berhenti is True
    assert profil_satu(kantor.ani.pk, per=pindah.tmt - timedelta(days=1)).aktif is True
    usulan = jalan.maju(usulan, "skpp", nomor_skpp="SKPP-1", tanggal_skpp=KINI.isoformat())
    assert jalan.maju(usulan, "pembaruan").status == "selesai"


def test_keluar_tanpa_surat_inspektorat_tidak_dapat_diajukan(jalan, kantor):
    usulan = jalan.ajukan("mutasi-keluar", kantor.ani, KELUAR | {"nomor_bebas_temuan": ""})
    assert usulan.status == "draf"


def test_pertek_yang_menolak_mengakhiri(jalan, kantor):
    usulan = jalan.ajukan("mutasi-keluar", kantor.ani, KELUAR | {"jenis": "M5"})
    assert "pertek" not in [r["kode"] for r in usulan.rute]  # BKN decides itself


@pytest.fixture
@bersama
def pendatang(kantor):
    """A PNS of another instansi, imported with kedudukan "Tidak aktif" and his riwayat."""
    orang = lengkapi(buat_pegawai(nama="Rahmat Pendatang", unit=None, jabatan="P-PENELAAH-TEKNIS-KEBIJAKAN", kedudukan="52",
                                  golongan="III/c"))  # fmt: skip
    segarkan([orang.pk], per=KINI)
    return orang


def test_masuk_sampai_aktif_di_lamongan(jalan, kantor, pendatang):
    masuk(jalan.client, kantor.akun["sari"])
    isi = jalan.client.get(reverse("layanan:usulan_create", args=["mutasi-masuk"]), {"q": "Rahmat"}).content.decode()
    assert pendatang.nip[:8] in isi
    isian = SURAT | {
        "jenis": "M2",
        "tmt": TMT.isoformat(),
        "instansi_lain": "Kota Surabaya",
        "jabatan_tujuan": "KEPALA-SUB12",
    }
    usulan = jalan.ajukan("mutasi-masuk", pendatang, isian, oleh="sari")
    for kode in ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "persetujuan_asal", **SETUJU, berkas=pdf())
    for kode in ("penetapan", "tanda_tangan"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "pertek", **SETUJU, berkas=pdf())
    usulan = jalan.maju(usulan, "keputusan_luar", **keputusan(KINI), berkas=pdf())
    baris = RiwayatJabatan.objects.get(pegawai=pendatang, tmt=KINI)
    assert (baris.jabatan.kode, baris.unit.kode) == ("KEPALA-SUB12", "SUB12")
    kini = ProfilKini.objects.get(pegawai=pendatang)
    assert (kini.aktif, kini.unit.kode) == (True, "SUB12")
    usulan = jalan.maju(usulan, "spmt", tanggal_spmt=TMT.isoformat())
    assert jalan.maju(usulan, "pembaruan").status == "selesai"
