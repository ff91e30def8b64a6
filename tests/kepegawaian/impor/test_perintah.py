"""``manage.py impor`` dan berkas pembangkit: pintu yang sama dari baris perintah."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kepegawaian.models import BarisImpor, BatchImpor, Pegawai
from tests.kepegawaian.impor.conftest import ANI, NIP, orang, siasn
from tests.pabrik import buat_akun, buat_pegawai

pytestmark = pytest.mark.django_db


@pytest.fixture
def berkas(tmp_path):
    """Writes an xlsx and returns its path."""

    def tulis(*baris, nama="data-asn.xlsx"):
        jalur = tmp_path / nama
        jalur.write_bytes(siasn(baris).getvalue())
        return str(jalur)

    return tulis


def jalankan(*argumen, **opsi):
    keluar = StringIO()
    call_command("impor", *argumen, stdout=keluar, **opsi)
    return keluar.getvalue()


def test_tanpa_terapkan_hanya_pratinjau(berkas):
    teks = jalankan(berkas(ANI, orang(2, NAMA="")), "--per-tanggal", "2026-06-01")
    assert "Data ASN: baru 1, galat 1" in teks
    assert "Data ASN baris 3 NAMA: NAMA kosong. Isi nama tanpa gelar." in teks
    assert not Pegawai.objects.exists()
    assert BatchImpor.objects.get().per_tanggal == date(2026, 6, 1)


def test_terapkan_oleh_siapa(berkas):
    citra = buat_akun(buat_pegawai(nama="Citra", lahir=date(1980, 1, 1)))
    teks = jalankan(berkas(ANI), "--terapkan", "--oleh", citra.nama_pengguna)
    assert "pangkat 2" in teks
    assert BatchImpor.objects.latest("pk").oleh == citra
    assert Pegawai.objects.get(nip=NIP).riwayatpangkat.first().dicatat_oleh_id == citra.pk
    assert "Data ASN: sama 1" in jalankan(berkas(ANI), "--terapkan")


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (("tidak-ada.xlsx",), "tidak ada"),
        (("--per-tanggal", "1-2-2026"), "bukan tanggal"),
        (("--oleh", "123"), "Tidak ada akun 123"),
    ],
)
def test_kesalahan_perintah_menjadi_satu_kalimat(berkas, argumen, kalimat):
    jalur = () if argumen[0].endswith("xlsx") else (berkas(ANI),)
    with pytest.raises(CommandError, match=kalimat):
        jalankan(*jalur, *argumen)


def test_berkas_yang_ditolak_menjadi_galat_perintah(tmp_path):
    jalur = tmp_path / "surat.xlsx"
    jalur.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match="dokumen PDF"):
        jalankan(str(jalur))
    assert not BatchImpor.objects.exists()


@pytest.mark.lambat
@pytest.mark.parametrize("bentuk", ["xlsx", "csv"])
def test_kabupaten_rekaan_masuk_dan_kesalahannya_ditemukan(tmp_path, bentuk):
    """Every mistake that the generator says refuses a row is found in that row, and no other row is refused."""
    kunci = {"jumlah": 300, "seed": 7, "keluaran": str(tmp_path), "salah": 40.0, "bentuk": bentuk}
    kunci["per_tanggal"] = date(2026, 11, 1)
    call_command("bangkitkan", stdout=StringIO(), **kunci)
    salah = list(csv.DictReader((tmp_path / "KESALAHAN.csv").open(encoding="utf-8")))
    harus = {(s["LEMBAR"], int(s["BARIS"])) for s in salah if s["MENOLAK"] == "ya"}
    ada = set()
    for jalur in sorted(tmp_path.glob(f"*.{bentuk}"), key=lambda j: "Data ASN" not in j.name):
        if jalur.name != "KESALAHAN.csv" and len(jalur.read_bytes().splitlines()) > 1:
            jalankan(str(jalur), "--terapkan", "--per-tanggal", "2026-11-01")
    nip_ditolak = {s["NIP"] for s in salah if s["MENOLAK"] == "ya" and s["LEMBAR"] == "Data ASN"}
    for b in BarisImpor.objects.filter(hasil="galat"):
        if b.lembar == "Data ASN" or b.nip not in nip_ditolak:
            ada.add((b.lembar, b.nomor))
    assert harus
    assert ada == harus
