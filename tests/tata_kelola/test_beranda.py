"""Beranda: tiap peran melihat yang pertama-tama ia perlukan, dengan paling banyak dua belas pertanyaan ke database."""

import pytest
from django.test import Client

from layanan import alur
from layanan.models import Usulan
from tata_kelola.beranda import nama_panggilan, salam
from tests.pabrik import buat_pegawai, masuk
from tests.tata_kelola.conftest import ajukan, draf, pertanyaan, segar, setujui

pytestmark = pytest.mark.django_db
SEMUA = ("ani", "budi", "kadis", "citra", "kasub", "kabid", "dewi", "perekam", "itwas", "admin", "sekda")


def teks(jawab):
    """The page as text without runs of blanks."""
    return " ".join(jawab.content.decode().split())


@pytest.mark.parametrize(
    ("jam", "kata"), [(5, "pagi"), (10, "pagi"), (11, "siang"), (15, "sore"), (18, "malam"), (1, "malam")]
)
def test_salam_menurut_jam_dan_kelamin(jam, kata):
    assert salam("SITI RAHMAWATI", "P", jam) == f"Selamat {kata}, Bu Siti"


def test_nama_panggilan():
    assert nama_panggilan("M. Yusuf Hidayat") == "M. Yusuf"
    assert nama_panggilan("Moh. Ali") == "Moh. Ali"
    assert nama_panggilan("Sutrisno") == "Sutrisno"
    assert salam("Admin Portal", "", 9) == "Selamat pagi, Admin"
    assert salam("", "", 9) == "Selamat pagi"


@pytest.mark.parametrize("nama", SEMUA)
def test_beranda_kosong_tetap_berbicara(buka, nama):
    jawab = buka(nama, "/")
    assert jawab.status_code == 200
    assert "Selamat " in teks(jawab)


def test_asn_melihat_datanya_dan_yang_harus_dilakukan(buka, kantor, layanan_uji):
    usulan = ajukan(layanan_uji, kantor)
    isi = teks(buka("ani", "/"))
    assert "Bu Ani" in isi
    assert "Pengatur Tingkat I, II/d" in isi
    assert usulan.nomor in isi
    usulan = segar(usulan)
    alur.kembalikan(usulan, oleh=kantor.oleh("kadis"), versi=usulan.versi_baris, alasan="Halaman 2 tidak terbaca.")
    isi = teks(buka("ani", "/"))
    assert "Perbaiki usulan Layanan uji mesin" in isi
    assert "Halaman 2 tidak terbaca." in isi
    assert "Menunggu perbaikan Anda" in isi


def test_asn_tidak_disuruh_memperbaiki_yang_bukan_wewenangnya(buka, kantor, layanan_uji, monkeypatch):
    monkeypatch.setattr(type(layanan_uji), "pengusul", ("operator_opd",))
    draf(layanan_uji, kantor)
    assert "Lanjutkan draf" not in teks(buka("ani", "/"))
    usulan = Usulan.objects.get()
    usulan = alur.batalkan(usulan, oleh=kantor.oleh("budi"), versi=usulan.versi_baris, alasan="ulang")
    usulan = ajukan(layanan_uji, kantor)
    alur.kembalikan(usulan, oleh=kantor.oleh("kadis"), versi=usulan.versi_baris, alasan="Halaman 2 tidak terbaca.")
    isi = teks(buka("ani", "/"))
    assert "Bantu perbaiki usulan" in isi
    assert "Menunggu perbaikan operator OPD" in isi


def test_asn_tidak_melihat_kotak_kerja_dan_angka_orang_lain(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    isi = teks(buka("eko", "/"))
    for kata in ("Buka kotak kerja", "Arus usulan", "Kesehatan sistem", "US-"):
        assert kata not in isi


def test_draf_sendiri_menjadi_tugas(buka, kantor, layanan_uji):
    draf(layanan_uji, kantor, oleh="ani")
    assert "Lanjutkan draf Layanan uji mesin" in teks(buka("ani", "/"))


def test_operator_melihat_yang_dikembalikan_lebih_dulu(buka, kantor, layanan_uji):
    usulan = ajukan(layanan_uji, kantor)
    alur.kembalikan(usulan, oleh=kantor.oleh("kadis"), versi=usulan.versi_baris, alasan="Ijazah tidak terbaca.")
    jawab = buka("budi", "/")
    isi = teks(jawab)
    assert "Dinas Pendidikan" in isi
    assert "Ijazah tidak terbaca." in isi
    opd = jawab.context["beranda"].bagian["opd"]
    assert (opd.pegawai, opd.status) == (3, {"dikembalikan": 1})
    assert f"/usulan/?status=dikembalikan&amp;opd={opd.opd_id}" in isi


def test_staf_melihat_kotaknya_per_langkah_dan_yang_terlambat(buka, kantor, layanan_uji):
    setujui(ajukan(layanan_uji, kantor), kantor, "kadis")
    jawab = buka("citra", "/")
    kotak = jawab.context["beranda"].bagian["kotak"]
    assert (kotak.menunggu, kotak.lewat, len(kotak.langkah)) == (1, 1, 1)  # submitted on 2 November, two working days
    assert "Verifikasi BKD" in teks(jawab)
    assert jawab.context["beranda"].bagian["dapur"].referensi == 0
    assert "Belum ada berkas yang diimpor" not in teks(jawab)  # people of tests rest on a batch


def test_pejabat_melihat_arus_dan_tiap_angka_menuju_daftarnya(buka, kantor, layanan_uji):
    setujui(ajukan(layanan_uji, kantor), kantor, "kadis", "citra")
    jawab = buka("kabid", "/")
    arus = {a.slug: a for a in jawab.context["beranda"].bagian["pandangan"]}["uji-mesin"]
    assert (arus.status, arus.lewat) == ({"diproses": 1}, 1)
    assert "/usulan/?layanan=uji-mesin&amp;status=diproses" in teks(jawab)
    assert jawab.context["beranda"].bagian["kotak"].menunggu == 1


def test_kepala_opd_hanya_menghitung_opdnya(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    sekda = {a.slug: a for a in buka("sekda", "/").context["beranda"].bagian["pandangan"]}["uji-mesin"]
    kadis = {a.slug: a for a in buka("kadis", "/").context["beranda"].bagian["pandangan"]}["uji-mesin"]
    assert (sekda.berjalan, kadis.berjalan) == (0, 1)


def test_bagian_bagi_banyak_peran_tidak_berulang(buka):
    isi = teks(buka("kadis", "/"))
    for judul in ('id="k-kotak"', 'id="k-arus"', 'id="k-saya"', 'id="k-indeks"'):
        assert isi.count(judul) == 1


def test_inspektorat_dan_admin_punya_bagian_sendiri(buka):
    assert "Telusuri" in teks(buka("itwas", "/"))
    isi = teks(buka("admin", "/"))
    assert "Kesehatan sistem" in isi
    assert "Buka kotak kerja" not in isi


def test_paling_banyak_dua_belas_pertanyaan_dan_tetap(kantor, layanan_uji):
    klien = {nama: masuk(Client(), getattr(kantor, f"akun_{nama}")) for nama in SEMUA}
    for satu in klien.values():
        satu.get("/")
    sedikit = {nama: pertanyaan(satu, "/") for nama, satu in klien.items()}
    usulan = ajukan(layanan_uji, kantor)
    setujui(usulan, kantor, "kadis", "citra")
    for i in range(3):
        lain = buat_pegawai(nama=f"Pegawai {i}", unit="DISDIK", golongan="II/c")
        setattr(kantor, f"lain{i}", lain)
        ajukan(layanan_uji, kantor, f"lain{i}")
    assert {nama: pertanyaan(satu, "/") for nama, satu in klien.items()} == sedikit
    assert {nama: n for nama, n in sedikit.items() if n > 11} == {}
