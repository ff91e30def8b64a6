"""Jejak: tertutup bagi selain Inspektorat dan admin; dapat disaring dan diunduh tepat seperti yang tampil."""

import io

import pytest
from python_calamine import CalamineWorkbook

from kepegawaian import jejak, segel
from kepegawaian.models import Jejak, SegelJejak
from tata_kelola.jejak import sebut_objek
from tests.tata_kelola.conftest import ajukan

pytestmark = pytest.mark.django_db
HALAMAN = ("/jejak/", "/jejak/unduh/", "/jejak/akses-sensitif/")


@pytest.mark.parametrize("nama", ["ani", "budi", "kadis", "citra", "kabid", "dewi", "sekda", "perekam"])
@pytest.mark.parametrize("path", HALAMAN)
def test_jejak_tertutup_bagi_orang_lain(buka, nama, path):
    assert buka(nama, path).status_code == 403


def isi(jawab):
    return [j.kalimat for j in jawab.context["daftar"]]


def test_jejak_menyebut_perbuatan_pelaku_dan_tentang_siapa(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    jawab = buka("itwas", "/jejak/?aksi=usulan_ajukan")
    assert isi(jawab) == ["Mengajukan usulan"]
    baris = next(iter(jawab.context["daftar"]))
    assert (baris.nama_oleh, baris.nip_oleh, baris.nama_tentang) == ("Budi Santosa", kantor.budi.nip, "Ani Lestari")


def test_saringan_orang_pelaku_objek_dan_tanggal(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    with jejak.sebagai(kantor.akun_admin):
        jejak.catat("akun_tutup", ("pengguna", 7), pegawai=kantor.eko)
    semua = Jejak.objects.count()
    assert len(isi(buka("admin", "/jejak/"))) == semua
    assert isi(buka("admin", "/jejak/?pegawai=eko")) == ["Menutup akun"]
    assert isi(buka("admin", f"/jejak/?pegawai={kantor.eko.nip}")) == ["Menutup akun"]
    assert isi(buka("admin", "/jejak/?oleh=admin")) == ["Menutup akun"]
    assert len(isi(buka("admin", "/jejak/?oleh=budi santosa"))) == semua - 1
    assert isi(buka("admin", "/jejak/?objek=pengguna&objek_id=7")) == ["Menutup akun"]
    assert isi(buka("admin", "/jejak/?sampai=2020-01-01")) == []
    assert "Tidak ada jejak yang cocok" in buka("admin", "/jejak/?sampai=2020-01-01").content.decode()


def test_unduhan_memuat_tepat_yang_disaring_dan_dirinya_tercatat(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    jawab = buka("itwas", "/jejak/unduh/?aksi=usulan_ajukan")
    assert jawab["Content-Type"].endswith("sheet")
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(jawab.content)).get_sheet_by_index(0).to_python()
    assert len(lembar) == 2
    assert (
        lembar[1][1:5] == ["Budi Santosa", kantor.budi.nip, "", "Mengajukan usulan"]
        or lembar[1][4] == "Mengajukan usulan"
    )
    assert Jejak.objects.get(aksi="ekspor").data["jumlah"] == 1


def test_pembacaan_data_tersamar(buka, kantor):
    with jejak.sebagai(kantor.akun_citra, "10.0.0.9"):
        jejak.catat_sensitif(kantor.ani.pk, "nik")
    jawab = buka("itwas", "/jejak/akses-sensitif/?data=nik&pegawai=ani")
    baris = next(iter(jawab.context["daftar"]))
    assert (baris.nama_oleh, baris.nama_tentang, baris.dari) == ("Citra Ayu", "Ani Lestari", "10.0.0.9")
    assert len(buka("itwas", "/jejak/akses-sensitif/?data=hukuman").context["daftar"]) == 0


def test_nomor_usulan_menampilkan_semua_perbuatan_atasnya(buka, kantor, layanan_uji):
    usulan = ajukan(layanan_uji, kantor)
    with jejak.sebagai(kantor.akun_admin):
        jejak.catat("akun_tutup", ("pengguna", 7), pegawai=kantor.eko)
    semua = isi(buka("itwas", f"/jejak/?nomor={usulan.nomor.lower()}"))
    assert "Mengajukan usulan" in semua
    assert "Menutup akun" not in semua
    assert isi(buka("itwas", "/jejak/?nomor=tidak-ada")) == []


def test_halaman_jejak_menampilkan_keadaan_segel_dan_temuan_terakhir(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    segel.segel_semua()
    segel.periksa_malam()
    teks = buka("itwas", "/jejak/").content.decode()
    assert "Segel utuh" in teks
    assert f"jejak:1:{SegelJejak.objects.get(tabel='jejak').sidik}" in teks
    with jejak.sebagai(None):
        jejak.catat(
            "segel_periksa", ("segeljejak", None), hasil="1 temuan", temuan=["jejak blok 1: baris diubah. Baris: 3."]
        )
    teks = buka("itwas", "/jejak/").content.decode()
    assert "Jejak tidak utuh" in teks
    assert "Baris: 3." in teks


@pytest.mark.parametrize(
    ("objek", "sebutan"),
    [("usulan", "Usulan"), ("kebutuhanbarang", "Kebutuhan barang"), ("pagutpp", "Pagu TPP"), ("tidakada", "Tidakada")],
)
def test_objek_jejak_disebut_dengan_kata(objek, sebutan):
    assert sebut_objek(objek) == sebutan
