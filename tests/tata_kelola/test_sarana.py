"""Register sarana: keadaan terbaru, siapa mengisi, pemeliharaan dan pengingatnya, kartu dan label, kebutuhan; lewat HTTP."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from eperformance.models import Pohon, Simpul
from eperformance.pohon import muat
from kepegawaian.models import Jejak
from layanan.galat import DitolakAlur
from tata_kelola.models import Barang, KeadaanBarang, KebutuhanBarang, Ruang
from tata_kelola.sarana import perbuatan
from tests.pabrik import unit_kode
from tests.tata_kelola.conftest import pertanyaan

HARI_INI = timezone.localdate()
DAFTAR = "tata_kelola:sarana_list"


def oleh(kantor, nama="dewi"):
    return kantor.oleh(nama, timezone.now())


@pytest.fixture
def ruang(kantor):
    return perbuatan.buat_ruang({"kode": "R-1", "nama": "Loket", "unit": unit_kode("SUB12")}, oleh=oleh(kantor))


def barang(kantor, ruang, kode="B-1", **lain):
    isi = {"kode": kode, "nama": f"Komputer {kode}", "kategori": "komputer", "merek": "X", "tahun": 2025, "nilai": Decimal(1_500_000),
           "ruang": ruang, "kondisi": "baik"}  # fmt: skip
    return perbuatan.buat_barang(isi | lain, oleh=oleh(kantor))


def lembar(jawab):
    return CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab))).get_sheet_by_index(0).to_python()


def test_barang_dicatat_lewat_halaman_dan_keadaan_lama_tetap_terbaca(kantor, buka, client):
    assert "Belum ada barang" in buka("dewi", reverse(DAFTAR)).content.decode()
    assert (
        client.post(
            reverse("tata_kelola:ruang_create"), {"kode": "R-1", "nama": "Loket", "unit": unit_kode("SUB12").pk}
        ).status_code
        == 302
    )
    r = Ruang.objects.get()
    isi = {"kode": "B-1", "nama": "Pemindai", "kategori": "komputer", "tahun": 2025, "nilai": "1.500.000", "ruang": r.pk, "kondisi": "baik",
           "pemegang": kantor.citra.nip}  # fmt: skip
    assert client.post(reverse("tata_kelola:sarana_create"), isi).status_code == 302
    assert client.post(reverse("tata_kelola:sarana_create"), isi).status_code == 422  # the code is taken
    b = Barang.objects.get()
    assert b.nilai == 1_500_000
    ubah = {"ruang": r.pk, "kondisi": "rusak_berat", "pemegang": "", "catatan": "Lampu mati", "versi": b.versi}
    alamat = reverse("tata_kelola:sarana_keadaan", args=[b.pk])
    assert client.post(alamat, ubah).status_code == 302
    assert client.post(alamat, ubah).status_code == 409  # drawn on an older version
    detail = client.get(reverse("tata_kelola:sarana_detail", args=[b.pk])).content.decode()
    assert detail.index("Rusak berat") < detail.index("Baik, ruang")
    assert "Citra" in detail
    assert [(k.kondisi, k.pemegang_id) for k in KeadaanBarang.objects.order_by("pk")] == [
        ("baik", kantor.citra.pk),
        ("rusak_berat", None),
    ]
    assert Jejak.objects.filter(aksi="sarana_keadaan").count() == 1
    salah = client.post(reverse("tata_kelola:sarana_create"), isi | {"kode": "B-2", "pemegang": "123"})
    assert "Tidak ada pegawai aktif dengan NIP itu" in salah.content.decode()


def test_keadaan_hanya_bertambah(kantor, ruang):
    barang(kantor, ruang)
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("UPDATE tata_kelola_keadaanbarang SET kondisi = 'baik'")


def test_hanya_sekretariat_mengisi(kantor, ruang, buka):
    b = barang(kantor, ruang)
    with pytest.raises(DitolakAlur, match="Sekretariat"):
        perbuatan.buat_ruang({"kode": "R-2", "nama": "X", "unit": unit_kode("SUB12")}, oleh=oleh(kantor, "citra"))
    for nama in ("update", "keadaan", "pelihara", "lepas"):
        assert buka("citra", reverse(f"tata_kelola:sarana_{nama}", args=[b.pk])).status_code == 403
    assert "Catat barang" not in buka("citra", reverse(DAFTAR)).content.decode()


def test_pemegang_tidak_disebut_bagi_yang_tidak_boleh_melihat_pegawai(kantor, ruang, buka):
    barang(kantor, ruang, pemegang=kantor.citra)
    assert "Citra" in buka("dewi", reverse(DAFTAR)).content.decode()
    teks = buka("perekam", reverse(DAFTAR)).content.decode()
    assert "Citra" not in teks
    assert "di luar cakupan" in teks


def test_saringan_angka_dan_unduhan_sama(kantor, ruang, buka, client):
    for kode, kondisi in (("B-1", "baik"), ("B-2", "rusak_ringan"), ("B-3", "rusak_berat"), ("B-4", "rusak_berat")):
        barang(kantor, ruang, kode, kondisi=kondisi)
    jawab = buka("dewi", f"{reverse(DAFTAR)}?kondisi=rusak_berat")
    n = jawab.context["n"]
    assert (n["jumlah"], n["baik"], n["rusak_ringan"], n["rusak_berat"], n["rupiah"]) == (4, 1, 1, 2, 6_000_000)
    assert [b.kode for b in jawab.context["potongan"]] == ["B-3", "B-4"]
    assert [b[0] for b in lembar(client.get(f"{reverse('tata_kelola:sarana_ekspor')}?kondisi=rusak_berat"))[-2:]] == [
        "B-3",
        "B-4",
    ]
    assert [b[0] for b in lembar(client.get(reverse("tata_kelola:sarana_label")))[-4:]] == ["B-1", "B-2", "B-3", "B-4"]
    kartu = lembar(client.get(reverse("tata_kelola:ruang_kartu", args=[ruang.pk])))
    assert [b[:2] for b in kartu[-4:]] == [[1, "B-1"], [2, "B-2"], [3, "B-3"], [4, "B-4"]]
    assert "4" in client.get(reverse("tata_kelola:ruang_list")).content.decode()
    assert pertanyaan(client, reverse(DAFTAR)) <= 12
    assert client.get(f"{reverse(DAFTAR)}?ruang=x&kategori=x&q=tidak-ada").status_code == 200


def test_pemeliharaan_diingatkan_sampai_dicatat_lagi(kantor, ruang, buka, client):
    b, lain = barang(kantor, ruang), barang(kantor, ruang, "B-2")
    for satu, hari in ((b, 30), (lain, 31)):  # the setting says 30 days
        perbuatan.pelihara(
            satu.pk, tanggal=HARI_INI - timedelta(days=100), uraian="Servis", biaya=Decimal(0), versi=None, oleh=oleh(kantor),
            berikutnya=HARI_INI + timedelta(days=hari),
        )  # fmt: skip
    jawab = buka("dewi", f"{reverse(DAFTAR)}?jatuh=1")
    assert ([x.kode for x in jawab.context["potongan"]], jawab.context["n"]["jatuh"]) == (["B-1"], 1)
    assert "Pelihara 1 barang" in client.get(reverse("tata_kelola:tugas_list")).content.decode()
    b.refresh_from_db()
    isi = {
        "tanggal": HARI_INI,
        "uraian": "Servis",
        "biaya": "350.000",
        "berikutnya": HARI_INI + timedelta(days=180),
        "versi": b.versi,
    }
    alamat = reverse("tata_kelola:sarana_pelihara", args=[b.pk])
    assert client.post(alamat, isi | {"berikutnya": HARI_INI}).status_code == 422
    assert client.post(alamat, isi | {"tanggal": HARI_INI + timedelta(days=1)}).status_code == 422
    assert client.post(alamat, isi).status_code == 302
    assert "Pelihara" not in client.get(reverse("tata_kelola:tugas_list")).content.decode()
    assert "Pelihara" not in buka("citra", reverse("tata_kelola:tugas_list")).content.decode()


def test_yang_dikeluarkan_tetap_terbaca_dan_tidak_dapat_diubah(kantor, ruang, buka, client):
    b = barang(kantor, ruang)
    buka("dewi", reverse(DAFTAR))
    alamat = reverse("tata_kelola:sarana_lepas", args=[b.pk])
    assert client.post(alamat, {"alasan": "", "versi": b.versi}).status_code == 422
    assert client.post(alamat, {"alasan": "Berita acara 1", "versi": b.versi}).status_code == 302
    assert "Berita acara 1" in client.get(reverse("tata_kelola:sarana_detail", args=[b.pk])).content.decode()
    assert client.get(reverse("tata_kelola:sarana_update", args=[b.pk])).status_code == 403
    assert list(client.get(reverse(DAFTAR)).context["potongan"]) == []
    with pytest.raises(DitolakAlur, match="sudah dikeluarkan"):
        perbuatan.lepas(b.pk, alasan="Lagi", versi=None, oleh=oleh(kantor))


def test_kebutuhan_diusulkan_unit_dan_diputuskan_sekretariat(kantor, buka, client):
    muat.muat(HARI_INI.year)
    Pohon.objects.update(status="berlaku")
    kegiatan = Simpul.objects.filter(jenis="kegiatan").earliest("pk")
    alamat, daftar = reverse("tata_kelola:barang_kebutuhan_create"), reverse("tata_kelola:barang_kebutuhan")
    assert "Belum ada usul kebutuhan" in buka("citra", daftar).content.decode()
    isi = {"tahun": HARI_INI.year + 1, "unit": unit_kode("SUB12").pk, "simpul": kegiatan.pk, "nama": "Pemindai", "kategori": "komputer",
           "jumlah": 3, "satuan": "unit", "harga": "2.500.000", "alasan": "Rusak"}  # fmt: skip
    assert client.post(alamat, isi | {"unit": unit_kode("SUB13").pk}).status_code == 403  # not her unit
    assert client.post(alamat, isi).status_code == 302
    satu = KebutuhanBarang.objects.get()
    assert (satu.biaya, satu.simpul) == (7_500_000, kegiatan)
    putus = reverse("tata_kelola:barang_kebutuhan_putus", args=[satu.pk])
    assert client.get(putus).status_code == 403
    k = buka("dewi", daftar).context["k"]
    assert (k.diusulkan, k.disetujui) == (7_500_000, 0)
    assert "Putuskan 1 usul" in client.get(reverse("tata_kelola:tugas_list")).content.decode()
    assert client.post(putus, {"status": "ditolak", "catatan": "", "versi": satu.versi}).status_code == 422
    assert client.post(putus, {"status": "disetujui", "catatan": "", "versi": satu.versi}).status_code == 302
    k = client.get(daftar).context["k"]
    assert (k.diusulkan, k.disetujui) == (0, 7_500_000)
    assert client.get(putus).status_code == 403
    baris = lembar(client.get(reverse("tata_kelola:barang_kebutuhan_ekspor")))[-1]
    assert (baris[7], baris[10]) == (7_500_000, "Disetujui")
    assert pertanyaan(client, daftar) <= 12


def test_usul_sendiri_tidak_diputuskan_sendiri(kantor):
    satu = perbuatan.usulkan(
        {"tahun": HARI_INI.year, "unit": unit_kode("SUB12"), "simpul": None, "nama": "X", "kategori": "lain", "jumlah": 1, "satuan": "unit",
         "harga": Decimal(1), "alasan": "Perlu"}, oleh=oleh(kantor),
    )  # fmt: skip
    with pytest.raises(DitolakAlur, match="orang lain"):
        perbuatan.putuskan(satu.pk, status="disetujui", catatan="", versi=None, oleh=oleh(kantor))
