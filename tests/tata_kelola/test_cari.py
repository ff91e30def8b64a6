"""Cari: hanya di dalam lingkup; nomor yang tepat langsung dituju; pertanyaan pendek dijawab dengan kalimat."""

import pytest
from django.utils import timezone

from kepegawaian.models import Naskah, NaskahPegawai
from layanan.models import NomorTerpakai, RegisterNomor
from tata_kelola import cari
from tests.pabrik import buat_pegawai
from tests.tata_kelola.conftest import ajukan, pertanyaan

pytestmark = pytest.mark.django_db


def nama_ditemukan(jawab):
    return [p.nama for p in jawab.context["pegawai"].butir]


def buat_naskah(pegawai, nomor):
    naskah = Naskah.objects.create(
        jenis="surat", perihal="Pemberitahuan", asal="register", nomor=nomor, tanggal="2026-10-01", penetap="Kadis",
        tahap="tercetak", dibuat_pada=timezone.now(),
    )  # fmt: skip
    NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai)
    klasifikasi, urut, *_ = nomor.split("/")
    register = RegisterNomor.objects.create(klasifikasi=klasifikasi, tahun=2026, terakhir=urut)
    NomorTerpakai.objects.create(register=register, urut=urut, nomor=nomor, naskah=naskah, diambil_pada=timezone.now())
    return naskah


def test_staf_menemukan_siapa_saja_dengan_potongan_nama(buka):
    assert nama_ditemukan(buka("citra", "/cari/?q=lest")) == ["Ani Lestari"]
    assert nama_ditemukan(buka("citra", "/cari/?q=PRASET")) == ["Eko Prasetyo"]


def test_operator_tidak_menemukan_pegawai_opd_lain(buka):
    assert nama_ditemukan(buka("budi", "/cari/?q=ani")) == ["Ani Lestari"]
    assert (
        "pegawai" not in (buka("budi", "/cari/?q=prasetyo").context or {})
        or nama_ditemukan(buka("budi", "/cari/?q=prasetyo")) == []
    )


def test_asn_hanya_menemukan_dirinya(buka, kantor):
    assert nama_ditemukan(buka("ani", "/cari/?q=lestari")) == ["Ani Lestari"]
    jawab = buka("ani", f"/cari/?q={kantor.eko.nip}")
    assert jawab.status_code == 200
    assert nama_ditemukan(jawab) == []
    assert "Tidak ada yang cocok" in jawab.content.decode()


def test_kepala_opd_hanya_pohonnya_sendiri(buka):
    assert nama_ditemukan(buka("kadis", "/cari/?q=eko")) == []
    assert nama_ditemukan(buka("kadis", "/cari/?q=budi")) == ["Budi Santosa"]


def test_nip_lengkap_langsung_menuju_halamannya(buka, kantor):
    nip = kantor.ani.nip
    jawab = buka("citra", f"/cari/?q={nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")
    assert jawab.status_code == 302
    assert jawab.url.endswith(f"/pegawai/{nip}/")


def test_nomor_usulan_langsung_dituju_hanya_dalam_lingkup(buka, kantor, layanan_uji):
    nomor = ajukan(layanan_uji, kantor).nomor
    for nama in ("ani", "budi", "citra"):
        assert buka(nama, f"/cari/?q={nomor.lower()}").url == f"/usulan/{nomor}/"
    assert buka("eko", f"/cari/?q={nomor}").status_code == 200
    angka = str(int(nomor[-6:])).zfill(3)
    assert [u.nomor for u in buka("citra", f"/cari/?q={angka}").context["usulan"].butir] == [nomor]


def test_naskah_menurut_nomornya_hanya_tentang_orang_dalam_lingkup(buka, kantor):
    naskah = buat_naskah(kantor.ani, "822/17/413.207/2026")
    for nama in ("ani", "budi", "citra"):
        assert [n.pk for n in buka(nama, "/cari/?q=822/17/413.207/2026").context["naskah"].butir] == [naskah.pk]
        assert [n.pk for n in buka(nama, "/cari/?q=822/17").context["naskah"].butir] == [naskah.pk]
    for q in ("822/17/413.207/2026", "822/17"):
        assert buka("eko", f"/cari/?q={q}").context["naskah"].butir == []


def test_pertanyaan_kosong_dan_pendek(buka):
    for q in ("", "  ", "an"):
        assert "paling sedikit tiga huruf" in buka("citra", f"/cari/?q={q}").content.decode()
    assert buka("citra", "/cari/?q=" + "x" * 500).status_code == 200
    assert buka("citra", "/cari/?q=%25%5C_").status_code == 200


def test_paling_banyak_sepuluh_dan_dikatakan(buka, client):
    for i in range(12):
        buat_pegawai(nama=f"Wahyu {i:02d}", unit="DINKES")
    jawab = buka("citra", "/cari/?q=wahyu")
    assert len(nama_ditemukan(jawab)) == cari.TERBANYAK
    assert "Hanya sepuluh yang pertama" in jawab.content.decode()
    assert pertanyaan(client, "/cari/?q=wahyu") <= 11


def test_layanan_dan_peraturan_ikut_ditemukan(buka):
    isi = buka("ani", "/cari/?q=gaji berkala").content.decode()
    assert "/layanan/kgb/" in isi
    assert "/regulasi/pp-99-2000/" in buka("ani", "/cari/?q=99/2000").content.decode()


def test_unit_dan_halaman_menurut_namanya(buka, kantor):
    jawab = buka("ani", "/cari/?q=dinas kesehatan")
    assert next(nama for _, nama in jawab.context["unit"].butir) == "Dinas Kesehatan"
    # the words stand in the group "Jabatan dan daftar" too: what bears the name itself comes first
    halaman = [(b.nama, b.url) for b, _ in buka("citra", "/cari/?q=daftar peg").context["hasil"].halaman]
    assert halaman == [("Daftar pegawai", "/pegawai/"), ("Rekap pegawai", "/daftar/rekap/")]


def test_halaman_yang_bukan_bagi_pembaca_tidak_ditawarkan(buka):
    assert buka("ani", "/cari/?q=daftar pegawai").context["hasil"].halaman == []
    assert buka("ani", "/cari/?q=akun dan tugas").context["hasil"].halaman == []
    assert [b.nama for b, _ in buka("admin", "/cari/?q=akun dan tugas").context["hasil"].halaman] == ["Akun dan tugas"]


def test_saran_sambil_mengetik_tetap_di_dalam_lingkup(buka, kantor):
    htmx = {"HTTP_HX_REQUEST": "true"}
    isi = buka("citra", "/cari/?q=prasetyo", **htmx).content.decode()
    assert f'href="/pegawai/{kantor.eko.nip}/"' in isi
    assert "<html" not in isi
    isi = buka("ani", "/cari/?q=prasetyo", **htmx).content.decode()
    assert kantor.eko.nip not in isi
    assert "Tidak ada yang cocok" in isi


def test_saran_paling_banyak_empat_tiap_jenis_dan_murah(buka, client):
    for i in range(6):
        buat_pegawai(nama=f"Wahyu {i:02d}", unit="DINKES")
    assert buka("citra", "/cari/?q=wahyu", HTTP_HX_REQUEST="true").content.decode().count("Wahyu 0") == cari.SARAN
    assert pertanyaan(client, "/cari/?q=wahyu", HTTP_HX_REQUEST="true") <= 11
