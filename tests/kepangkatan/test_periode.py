"""Ruang kerja periode KP: snapshot sama dengan syarat usulannya, draf banyak, jawaban BKN dari daftar, cakupan, kueri tetap."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepangkatan.models import KelayakanKP, PeriodeKP
from kepangkatan.periode import hitung
from kepegawaian import impor
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from layanan import katalog
from layanan.konteks import susun_konteks
from layanan.models import LangkahUsulan, Usulan
from tests.dunia_bersama import bersama
from tests.kepangkatan.conftest import kinerja, mainkan
from tests.layanan.conftest import pdf
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def tmt(hari_ini):
    """The period in work."""
    return hitung.periode_kini(acuan_kini(), hari_ini, 1)[0]


def pelaksana(nama, tmt, *, bulan=48, predikat="Baik", unit="DISDIK", **lain):
    """III/a with S1, ``bulan`` months in rank on ``tmt``, results of the two last years."""
    p = buat_pegawai(nama=nama, unit=unit, tmt=date(2012, 3, 1), **lain)
    sejak = tambah_bulan(tmt, -bulan)
    tambah(p, "pangkat", tmt=sejak, golongan_id="III/b", mkg_tahun=8, mkg_bulan=0, nomor_sk="823/7/2022",
           tanggal_sk=sejak, pejabat="Bupati Lamongan", jenis_kp_id="101")  # fmt: skip
    tambah(p, "pendidikan", tmt=date(2012, 3, 1), tingkat_id="40", nama="Administrasi Negara", tahun_lulus=2010)
    kinerja(p, tmt.year - 2, tmt.year - 1, predikat=predikat)
    return p


@pytest.fixture
@bersama
def calon(orang, tmt):
    """Due and fit; due with a bad result; due in three months; not near; fit in another OPD."""
    return {
        "layak": pelaksana("Layak Utama", tmt),
        "kurang": pelaksana("Kurang Nilai", tmt, predikat="Kurang"),
        "segera": pelaksana("Segera Tiba", tmt, bulan=45),
        "jauh": pelaksana("Masih Jauh", tmt, bulan=20),
        "lain": pelaksana("Lain Kantor", tmt, unit="DINKES"),
    }


def buka(akun, nama, *args, data=None, **kueri):
    """GET, or POST of ``data``, by the account."""
    klien, url = masuk(Client(), akun), reverse(f"kepangkatan:{nama}", args=args)
    return klien.post(url, data) if data is not None else klien.get(url, kueri)


def daftar_bkn(baris):
    """An uploaded xlsx of BKN's answers."""
    file = io.BytesIO()
    impor.tulis_daftar("Jawaban", ("NIP", "HASIL", "NO PERTEK", "TGL PERTEK", "CATATAN", "DASAR TMS"), baris, file)
    return SimpleUploadedFile("jawaban.xlsx", file.getvalue())


def test_snapshot_berkata_sama_dengan_syarat_usulannya(calon, tmt, hari_ini):
    assert hitung.hitung(tmt).diperiksa == 14  # nine of the office, five candidates
    hasil = {b.pegawai_id: b for b in KelayakanKP.objects.all()}
    assert hasil[calon["layak"].pk].hasil == "ya"
    assert (hasil[calon["kurang"].pk].hasil, [k for k, *_ in hasil[calon["kurang"].pk].kurang]) == (
        "hampir",
        ["KP-U06"],
    )
    assert (hasil[calon["segera"].pk].hasil, [k for k, *_ in hasil[calon["segera"].pk].kurang]) == (
        "hampir",
        ["KP-R02"],
    )
    assert calon["jauh"].pk not in hasil
    for b in hasil.values():
        layanan = katalog.ambil(b.layanan)
        isian = {"tmt": tmt.isoformat(), "golongan_baru": b.golongan_baru}
        satu = layanan.periksa(susun_konteks(layanan, b.pegawai_id, isian, hari_ini))
        assert b.kurang == [[s.kode, h.jawaban, h.kalimat] for s, h in satu if h.jawaban != katalog.YA]
    KelayakanKP.objects.filter(hasil="ya").update(hasil="belum")
    hitung.hitung(tmt)  # once more: replaced, not doubled
    assert KelayakanKP.objects.count() == len(hasil)
    assert KelayakanKP.objects.get(pegawai=calon["layak"]).hasil == "ya"


def test_operator_melihat_opdnya_dan_membuat_draf_yang_dipilih(orang, calon, tmt):
    hitung.hitung(tmt)
    isi = buka(orang.akun_budi, "periode_detail", tmt).content.decode()
    assert "Layak Utama" in isi
    assert "Lain Kantor" not in isi
    hampir = buka(orang.akun_budi, "periode_detail", tmt, lihat="hampir", kurang="KP-R02").content.decode()
    assert "Segera Tiba" in hampir
    assert "Kurang Nilai" not in hampir
    pilih = [f"kp-reguler:{calon[n].nip}" for n in ("layak", "kurang", "lain")]
    jawab = buka(orang.akun_budi, "periode_usul", tmt, data={"pilih": pilih})
    assert jawab.url == reverse("kepangkatan:periode_usulan", args=[tmt])
    assert set(Usulan.objects.values_list("pegawai_id", "status", "tmt")) == {
        (calon["layak"].pk, "draf", tmt), (calon["kurang"].pk, "draf", tmt)
    }  # fmt: skip
    assert "sudah diusulkan" in buka(orang.akun_budi, "periode_detail", tmt).content.decode()
    assert buka(orang.akun_ani, "periode_detail", tmt).status_code == 403
    assert buka(orang.akun_budi, "periode_siasn", tmt).status_code == 403
    assert buka(orang.akun_citra, "periode_detail", "2026-12-05").status_code == 404


def test_daftar_periode_diekspor_dengan_barisnya(orang, calon, tmt):
    """Everyone eligible, and with ``lihat=hampir`` what is missing; an operator only his own OPD."""
    hitung.hitung(tmt)

    def baris(akun, **kueri):
        isi = b"".join(buka(akun, "periode_ekspor", tmt, **kueri).streaming_content)
        kepala, *lain = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
        return [dict(zip(kepala, b, strict=True)) for b in lain]

    nama = [b["NAMA"] for b in baris(orang.akun_citra)]
    assert {"Layak Utama", "Lain Kantor"} <= set(nama)
    assert [n for n in (b["NAMA"] for b in baris(orang.akun_budi)) if n == "Lain Kantor"] == []
    kurang = {b["NAMA"]: b for b in baris(orang.akun_citra, lihat="hampir")}
    assert calon["kurang"].kini.nama in kurang
    assert any("KP-U06" in str(x) for x in kurang[calon["kurang"].kini.nama].values())


def test_jawaban_bkn_dari_daftar_direkam_lewat_alur(orang, calon, tmt):
    for nama in ("layak", "lain"):
        mainkan("kp-reguler", calon[nama], {"tmt": tmt, "golongan_baru": "III/c"}, "pertek")
    kiriman = buka(orang.akun_citra, "periode_siasn", tmt)
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(kiriman))).get_sheet_by_index(0).to_python()
    assert {b[0]: (b[2], b[4], b[6]) for b in lembar[1:]} == {
        calon[n].nip: ("III/b", "III/c", 12) for n in ("layak", "lain")
    }
    ms = (calon["layak"].nip, "MS", "PG-1", tmt.replace(day=1).strftime("%d-%m-%Y"), "", "")
    salah = daftar_bkn(
        [
            ms,
            (calon["lain"].nip, "TMS", "", "", "Masa kerja", ""),
            (calon["jauh"].nip, "MS", "PG-2", "01-01-2026", "", ""),
        ]
    )
    jawab = buka(orang.akun_citra, "periode_jawaban", tmt, data={"daftar": salah})
    assert "TMS memerlukan DASAR TMS" in jawab.content.decode()
    assert "tidak mempunyai usulan" in jawab.content.decode()
    assert not LangkahUsulan.objects.filter(kode="pertek", keadaan="selesai").exists()
    hari = LangkahUsulan.objects.filter(kode="pertek").first().masuk_pada.strftime("%d-%m-%Y")
    benar = [
        (calon["layak"].nip, "MS", "PG-1", hari, "", ""),
        (calon["lain"].nip, "BTS", "", "", "Ijazah tidak terbaca", ""),
    ]
    lihat = buka(orang.akun_citra, "periode_jawaban", tmt, data={"daftar": daftar_bkn(benar)})
    bawaan = lihat.context["rekam"].initial["bawaan"]
    assert "PG-1" in lihat.content.decode()
    tanpa = buka(orang.akun_citra, "periode_jawaban", tmt, data={"bawaan": bawaan})
    assert tanpa.status_code == 422, "MS tanpa pindaian"
    assert not LangkahUsulan.objects.filter(kode="pertek", keadaan="selesai").exists()
    palsu = buka(orang.akun_citra, "periode_jawaban", tmt, data={"bawaan": bawaan + "x", "berkas": pdf()})
    assert palsu.status_code == 302
    assert not LangkahUsulan.objects.filter(kode="pertek", keadaan="selesai").exists()
    jawab = buka(orang.akun_citra, "periode_jawaban", tmt, data={"bawaan": bawaan, "berkas": pdf()})
    assert jawab.status_code == 200, jawab.content.decode()
    kini = {u.pegawai_id: u for u in Usulan.objects.select_related("langkah_kini")}
    assert kini[calon["layak"].pk].langkah_kini.kode == "penetapan"
    assert kini[calon["layak"].pk].berkas.filter(kode="pertek").exists()
    assert kini[calon["lain"].pk].langkah_kini.kode == "verifikasi_bkd"
    lagi = buka(orang.akun_citra, "periode_jawaban", tmt, data={"bawaan": bawaan, "berkas": pdf()})
    assert lagi.context["berhasil"] == 0, "sudah berubah sejak ditampilkan"
    ulang = buka(orang.akun_citra, "periode_jawaban", tmt, data={"daftar": daftar_bkn(benar)})
    assert [u.pegawai_id for u in ulang.context["lama"]] == [calon["layak"].pk, calon["lain"].pk]
    assert not ulang.context["salah"]
    beda = [(calon["layak"].nip, "MS", "PG-9", hari, "", "")]
    beda = buka(orang.akun_citra, "periode_jawaban", tmt, data={"daftar": daftar_bkn(beda)})
    assert "tidak sedang menunggu jawaban BKN" in beda.content.decode()
    isi = buka(orang.akun_citra, "periode_usulan", tmt, bkn="bts").content.decode()
    assert "Ijazah tidak terbaca" in isi
    assert "Layak Utama" not in isi


def test_kueri_tetap_berapa_pun_barisnya(orang, calon, tmt):
    hitung.hitung(tmt)
    klien, url = masuk(Client(), orang.akun_citra), reverse("kepangkatan:periode_detail", args=[tmt])

    def kueri():
        with CaptureQueriesContext(
            connection,
        ) as c:
            assert klien.get(url).status_code == 200
        return len(c)

    kueri()
    satu = kueri()
    for i in range(6):
        pelaksana(f"Tambahan {i}", tmt)
    hitung.hitung(tmt)
    assert kueri() == satu <= 12


def test_minta_hitung_ulang_dan_sapuannya(orang, tmt, tugas_langsung):
    assert "belum dihitung" in buka(orang.akun_citra, "periode_detail", tmt).content.decode().lower()
    buka(orang.akun_citra, "periode_hitung", tmt, data={})
    assert PeriodeKP.objects.get(tmt=tmt).dihitung_pada is not None
    hitung.minta(tmt)
    PeriodeKP.objects.update(diminta_pada=PeriodeKP.objects.get().dihitung_pada.replace(year=2020))
    assert hitung.tertinggal() == [tmt]
