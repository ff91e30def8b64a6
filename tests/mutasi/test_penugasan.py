"""Penugasan pada instansi lain lewat halaman: masa pada riwayat, jabatan yang dilepas, pertek menurut kasus, perpanjangan."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Naskah, RiwayatJabatan, RiwayatTinggal
from kepegawaian.profil import profil_satu
from layanan import naskah as modul_naskah
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI, TMT, lengkapi
from tests.pabrik import buat_pegawai, jabatan_kode, masuk, tambah

pytestmark = pytest.mark.django_db
AKHIR = tambah_bulan(TMT, 24) - timedelta(days=1)
ISIAN = {"jenis": "INSTANSI", "prakarsa": "permintaan", "instansi": "Sekretariat KPU Kabupaten Lamongan",
         "tugas": "Pelaksana pada Subbagian Teknis", "tmt": TMT.isoformat(), "sampai": AKHIR.isoformat(),
         "nomor_surat": "800/12/2026", "tanggal_surat": KINI.isoformat(), "pertek": "ya"}  # fmt: skip
SETUJU = {"hasil": "disetujui", "nomor": "PT-1", "tanggal": KINI.isoformat()}
AWAL = ("persetujuan_opd", "telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban")


def sampai_tanda_tangan(jalan, usulan, *, pertek=True):
    for kode in AWAL:
        usulan = jalan.maju(usulan, kode)
    if pertek:
        usulan = jalan.maju(usulan, "pertek", **SETUJU, berkas=pdf())
    for kode in ("paraf_sekda", "keputusan", "penetapan"):
        usulan = jalan.maju(usulan, kode)
    return usulan


def test_pelaksana_bertugas_di_luar_selama_masanya_dan_jabatannya_tetap(jalan, kantor):
    usulan = jalan.ajukan("penugasan-luar", kantor.ani, ISIAN)
    usulan = sampai_tanda_tangan(jalan, usulan)
    sk = Naskah.objects.get(usulan__usulan=usulan)
    assert modul_naskah.cetak(sk.pk) is True
    assert sk.data["tentang"] == "PENUGASAN PEGAWAI NEGERI SIPIL"
    assert "tetap" in sk.data["diktum"][1]["isi"]
    Naskah.objects.filter(pk=sk.pk).update(tahap="menunggu_cetak")
    usulan = jalan.maju(usulan, "tanda_tangan")
    baris = RiwayatTinggal.objects.get(pegawai=kantor.ani, jenis="TUGAS")
    assert (baris.tmt, baris.sampai) == (TMT, AKHIR)
    assert not RiwayatJabatan.objects.filter(pegawai=kantor.ani, tmt=TMT).exists()
    selama = profil_satu(kantor.ani.pk, per=AKHIR)
    assert (selama.tinggal, selama.aktif, selama.tinggal_sampai) == ("TUGAS", True, AKHIR)
    assert profil_satu(kantor.ani.pk, per=AKHIR + timedelta(days=1)).tinggal is None
    usulan = jalan.maju(usulan, "mulai", tanggal_mulai=TMT.isoformat(), nomor_surat="KPU/1")
    assert jalan.maju(usulan, "pembaruan").status == "selesai"


@pytest.fixture
@bersama
def kepala(kantor):
    """A head of an office of the OPD, whose seat falls vacant."""
    return lengkapi(
        buat_pegawai(nama="Kepala Seksi", unit="DINKES-SUBBAG2", jabatan="KEPALA-DINKES-SUBBAG2", golongan="III/d")
    )


def test_pejabat_melepas_jabatannya_dan_kursinya_kosong(jalan, kepala):
    usulan = jalan.ajukan("penugasan-luar", kepala, ISIAN)
    assert usulan.status == "draf"
    assert "jabatan yang sekarang dilepas" in halaman(jalan, usulan)
    isian = ISIAN | {"jabatan_selama": "P-PENELAAH-TEKNIS-KEBIJAKAN", "pertek": "tidak"}
    jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]), {"versi": usulan.versi_baris} | isian)
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    usulan = jalan.segar(usulan)
    assert "pertek" not in [r["kode"] for r in usulan.rute]
    usulan = jalan.maju(sampai_tanda_tangan(jalan, usulan, pertek=False), "tanda_tangan")
    baris = RiwayatJabatan.objects.get(pegawai=kepala, tmt=TMT)
    assert (baris.jabatan.kode, baris.unit.kode) == ("P-PENELAAH-TEKNIS-KEBIJAKAN", "DINKES-SUBBAG2")
    kursi = jabatan_kode("KEPALA-DINKES-SUBBAG2").pk
    assert [p.pegawai_id for p in akses.pemangku(TMT - timedelta(days=1), [kursi])[kursi]] == [kepala.pk]
    assert akses.pemangku(TMT, [kursi])[kursi] == []
    # Back again: the placement says so by itself.
    masuk(jalan.client, jalan.kantor.akun["sari"])


def halaman(jalan, usulan):
    return jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()


def test_pertek_yang_ditolak_mengakhiri_dan_tidak_mengubah_riwayat(jalan, kantor):
    usulan = jalan.ajukan("penugasan-luar", kantor.ani, ISIAN)
    for kode in AWAL:
        usulan = jalan.maju(usulan, kode)
    tolak = SETUJU | {"hasil": "ditolak", "dasar_tolak": "PerBKN 16/2022 Pasal 7"}
    assert jalan.maju(usulan, "pertek", **tolak, berkas=pdf()).status == "ditolak"
    assert not RiwayatTinggal.objects.filter(pegawai=kantor.ani).exists()


@pytest.mark.parametrize(
    ("lalu", "status"),
    [([], "diproses"), ([(-24, 0)], "diproses"), ([(-36, -12), (-12, 0)], "draf"), ([(-24, -1)], "diproses")],
)
def test_diperpanjang_satu_kali_saja(jalan, kantor, lalu, status):
    for mulai, usai in lalu:
        tambah(kantor.ani, "tinggal", jenis="TUGAS", tmt=tambah_bulan(TMT, mulai),
               sampai=tambah_bulan(TMT, usai) - timedelta(days=1))  # fmt: skip
    assert jalan.ajukan("penugasan-luar", kantor.ani, ISIAN).status == status


def test_masa_terbalik_dan_pelaksana_yang_memilih_jabatan_ditolak_formulir(jalan, kantor):
    masuk(jalan.client, kantor.akun["opi"])
    jalan.client.post(reverse("layanan:usulan_create", args=["penugasan-luar"]), {"nip": kantor.ani.nip})
    usulan = kantor.ani.usulan.get()
    salah = ISIAN | {"sampai": KINI.isoformat(), "jabatan_selama": "P-PENELAAH-TEKNIS-KEBIJAKAN"}
    jawab = jalan.client.post(
        reverse("layanan:usulan_update", args=[usulan.nomor]), {"versi": usulan.versi_baris} | salah
    )
    galat = jawab.context["form_isian"].errors
    assert galat["sampai"] == ["Masa berakhir sebelum mulai."]
    assert "jabatan_selama" in galat
