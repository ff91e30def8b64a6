"""Data contoh SIASN: dimainkan lewat kode yang sama selagi sambungan mati, tiap perbedaan dan tiap keadaan antrean ada."""

from datetime import date
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client

from kepegawaian.models import (
    AmbilSiasn,
    BatchImpor,
    JawabanSiasn,
    KirimSiasn,
    Pegawai,
    RiwayatDiklat,
)
from kepegawaian.siasn import banding, jalur, peraga, peta, sakelar
from tata_kelola.demo.siasn import isi_siasn
from tests.pabrik import buat_banyak, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(settings):
    """A clerk, somebody with three decrees of pangkat, and eight people with a training each; the connection is off."""
    settings.SIASN = settings.SIASN | {"url": "", "kirim": False}
    cache.clear()
    nama = ["petugas", "utama", *(f"orang{n}" for n in range(8))]
    mau = {
        n: {"nama": n.upper(), "pns_id": f"PNS-{n}", "unit": "SUB13" if n == "petugas" else "SDN-BABAT-14"}
        for n in nama
    }
    dibuat = buat_banyak(mau)
    utama = dibuat["utama"][0]
    for golongan, tmt in (("III/b", date(2019, 4, 1)), ("III/c", date(2023, 4, 1))):
        tambah(utama, "pangkat", golongan_id=golongan, tmt=tmt, nomor_sk=f"823/{tmt.year}", segarkan=False)
    tambah(
        utama, "kinerja", tahun=2024, tmt=date(2024, 12, 31), predikat="Baik", hasil_kerja="Sesuai ekspektasi",
        perilaku="Sesuai ekspektasi", segarkan=False,
    )  # fmt: skip
    for n in range(8):
        tambah(
            dibuat[f"orang{n}"][0], "diklat", jenis_id="8", nama="Bimtek", tmt=date(2024, 5, n + 1), jp=20,
            nomor_sertifikat=f"S-{n}", segarkan=False,
        )  # fmt: skip
    with patch.object(jalur, "panggil", side_effect=AssertionError("keluar dari portal")):
        isi_siasn()
    return {n: p for n, (p, _) in dibuat.items()} | {"akun": dibuat["petugas"][1]}


def test_tiap_perbedaan_dan_tiap_keadaan_antrean_dimainkan_dan_satu_penerimaan_dibatalkan(kantor):
    utama, jawaban = kantor["utama"], JawabanSiasn.objects.filter(terbaru=True)
    assert set(jawaban.values_list("sumber", flat=True)) == {"contoh"}
    keadaan = set()
    for j in jawaban.filter(pegawai=utama):
        keadaan |= {p.keadaan for p in banding.bandingkan(utama, peta.TABEL[j.jenis], j.baris)}
    assert keadaan == {banding.SAMA, banding.BEDA, banding.HANYA_SIASN, banding.HANYA_PORTAL, banding.GALAT}
    assert jawaban.get(pegawai=utama, jenis="penghargaan").keadaan == "kosong"
    status = dict(KirimSiasn.objects.values_list("status", "pesan"))
    assert set(status) == {k for k, _ in KirimSiasn.STATUS}
    assert "sudah ada pada riwayat diklat" in status["ditolak"]
    assert "berubah sejak diminta kirim" in status["ditinjau"]
    assert KirimSiasn.objects.get(status="mengirim").ragu
    assert set(AmbilSiasn.objects.values_list("status", flat=True)) == {"selesai", "jeda", "batal"}

    batch = dict(BatchImpor.objects.filter(jenis="ws").values_list("ringkasan__jenis", "status"))
    assert batch == {"data-utama": "diterapkan", "kursus": "dibatalkan"}
    assert Pegawai.objects.get(pk=utama.pk).alamat.startswith("Jl. Contoh")
    assert RiwayatDiklat.objects.get(pegawai=utama).dibatalkan_pada is not None
    isi_siasn()
    assert BatchImpor.objects.filter(jenis="ws").count() == 2  # nothing twice


def test_halaman_menyebut_contoh_dan_sambungan_mati_dan_tidak_ada_yang_tertinggal(kantor):
    assert (peraga.kini(), sakelar.menyala(), sakelar.boleh_kirim()) == (None, False, False)
    assert cache.get_many(["siasn:berhasil", "siasn:galat", "siasn:gagal", "siasn:putus"]) == {}
    klien = masuk(Client(), kantor["akun"])
    isi = klien.get("/siasn/").content.decode()
    for kata in (
        "Sambungan SIASN belum dinyalakan",
        "Data contoh.",
        "terlambat",
        "sambungan mati",
        "Ditolak SIASN",
        "akun contoh",
    ):
        assert kata in isi, kata
    for kata in ("Coba lagi", "Ambil data SIASN", "Lanjutkan"):
        assert kata not in isi, kata
    isi = klien.get(f"/pegawai/{kantor['utama'].nip}/siasn/golongan/").content.decode()
    for kata in ("bukan dari BKN. Sambungan SIASN mati", "isianBaruSiasn", "tidak terbaca: 1", "hanya di portal: 1"):
        assert kata in isi, kata
    assert "data contoh" in klien.get("/siasn/selisih/").content.decode()
    assert "data contoh" in klien.get("/siasn/diterima/").content.decode()
