"""Surat perintah Plt/Plh lewat halaman: masa pada riwayat, jabatannya tetap, perpanjangan sekali, berakhir lebih cepat."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Naskah, NaskahPegawai, RiwayatJabatan
from kepegawaian.profil import profil_satu
from layanan import balik, naskah as modul_naskah
from tests.mutasi.conftest import KINI
from tests.pabrik import buat_pegawai, jabatan_kode, tambah

pytestmark = pytest.mark.django_db
AKHIR = tambah_bulan(KINI, 3) - timedelta(days=1)
ISIAN = {"sifat": "PLT", "jabatan": "KEPALA-SUB12", "sebab": "kosong", "tmt": KINI.isoformat(), "sampai": AKHIR.isoformat(),
         "kewenangan": ["skp", "cuti"]}  # fmt: skip


@pytest.fixture
def calon(kantor):
    """Head of SUB11: of the same level as the empty post."""
    return kantor.kasub


def terbit(jalan, calon, isian=ISIAN):
    """An order signed."""
    usulan = jalan.ajukan("plt-plh", calon, isian, oleh="sari")
    assert usulan.status == "diproses"
    # The head of the subbid does not examine himself: the step goes up.
    for kode in ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "penetapan"):
        usulan = jalan.maju(usulan, kode)
    return jalan.maju(usulan, "tanda_tangan")


def test_plt_bertindak_selama_masanya_dan_jabatannya_tetap(jalan, calon):
    usulan = terbit(jalan, calon)
    baris = RiwayatJabatan.objects.get(pegawai=calon, penugasan="PLT")
    assert (baris.tmt, baris.sampai, baris.jabatan.kode) == (KINI, AKHIR, "KEPALA-SUB12")
    sub12 = jabatan_kode("KEPALA-SUB12").pk
    assert [p.sifat for p in akses.pemangku(AKHIR, [sub12])[sub12]] == ["PLT"]
    assert akses.pemangku(AKHIR + timedelta(days=1), [sub12])[sub12] == []
    assert profil_satu(calon.pk, per=KINI).jabatan_kode == "KEPALA-SUB11"
    n = Naskah.objects.get(usulan__usulan=usulan)
    assert "Pelaksana Tugas Kepala Subbidang Kepangkatan" in n.data["untuk"][0]
    assert n.data["tanda_tangan"]["nama"] == "Sekda Utama"


def test_surat_perintah_tercetak(jalan, calon):
    usulan = jalan.ajukan("plt-plh", calon, ISIAN, oleh="sari")
    for kode in ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "penetapan"):
        usulan = jalan.maju(usulan, kode)
    assert modul_naskah.cetak(usulan.naskah.get().naskah_id) is True


def test_jabatan_terisi_memerlukan_plh(jalan, kantor, calon):
    buat_pegawai(nama="Definitif", unit="SUB12", jabatan="KEPALA-SUB12", golongan="III/d")
    usulan = jalan.ajukan("plt-plh", calon, ISIAN, oleh="sari")
    assert usulan.status == "draf"
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Jabatan masih terisi; gunakan Plh." in isi
    plh = ISIAN | {"sifat": "PLH", "sebab": "cuti", "sampai": (KINI + timedelta(days=6)).isoformat()}
    jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]), {"versi": usulan.versi_baris} | plh)
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    assert jalan.segar(usulan).status == "diproses"


@pytest.mark.parametrize(("banyak", "status"), [(1, "diproses"), (2, "draf")])
def test_diperpanjang_hanya_sekali(jalan, calon, banyak, status):
    for i in range(banyak):
        tambah(calon, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), penugasan="PLT", tmt=tambah_bulan(KINI, -3 * (i + 1)),
               sampai=tambah_bulan(KINI, -3 * i) - timedelta(days=1))  # fmt: skip
    assert jalan.ajukan("plt-plh", calon, ISIAN, oleh="sari").status == status


def test_berakhir_lebih_cepat_dengan_pencabutan(jalan, calon):
    """The revocation of the order, as of a day, cuts the period short; the second clock keeps what was known."""
    usulan = terbit(jalan, calon)
    np = NaskahPegawai.objects.get(naskah__usulan__usulan=usulan)
    akhir = KINI + timedelta(days=10)
    cabut = Naskah.objects.create(jenis="sk", perihal="Pencabutan", asal="luar", nomor="1", tanggal=KINI, penetap="Sekda",
                                  dibuat_pada=timezone.now())  # fmt: skip
    baru = NaskahPegawai.objects.create(naskah=cabut, pegawai=calon, tmt=akhir, data={"layanan": "pencabutan-naskah"})
    balik.akhiri_sejak(np, baru, akhir)
    berlaku = RiwayatJabatan.objects.get(pegawai=calon, penugasan="PLT", dibatalkan_pada__isnull=True)
    assert (berlaku.tmt, berlaku.sampai) == (KINI, akhir - timedelta(days=1))
