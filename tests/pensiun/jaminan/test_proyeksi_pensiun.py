"""Proyeksi pensiun: angka cocok dengan orangnya, menurut cakupan, pada tanggal lain, dengan Excel dan PDF."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader
from python_calamine import load_workbook

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jejak
from pensiun import proyeksi
from tests.dunia_bersama import bersama
from tests.pabrik import jabatan_kode, tambah, unit_kode
from tests.pensiun.jaminan.conftest import AWAL, GURU, HARI_INI, PELAKSANA, calon, tulis

pytestmark = pytest.mark.django_db
URL = "/pensiun/proyeksi/"


@pytest.fixture
@bersama
def orang(kue, batch):
    """Two of DISDIK next month (a guru among them), one of DINKES in 14 months, one beyond five years, one already past."""
    return {
        "dekat": calon("DEKAT DISDIK", 1, batch=batch),
        "guru": calon("GURU DISDIK", 1, bup=60, batch=batch, jabatan=GURU),
        "dinkes": calon("JAUH DINKES", 14, batch=batch, unit="DINKES-SUBBAG1"),
        "terjauh": calon("BULAN KE ENAM PULUH", 60, batch=batch),
        "luar": calon("BULAN KE ENAM PULUH SATU", 61, batch=batch),
        "lewat": calon("SUDAH LEWAT", 0, batch=batch),
        "pppk": calon("PPPK DEKAT", 2, batch=batch, status="PPPK", golongan="IX", kedudukan="P1"),
    }


def test_angka_dan_daftarnya_cocok(orang, kantor):
    jawab = kantor["pensiun"].get(URL)
    isi = tulis(jawab)
    hasil = jawab.context["hasil"]
    assert hasil.jumlah == 4
    assert dict(hasil.bulan)[tambah_bulan(AWAL, 1)] == 2
    assert len(hasil.bulan) == 60
    assert sum(n for _, n in hasil.bulan) == 4
    assert {nama: n for nama, _, n, _ in jawab.context["per_opd"]} == {"Dinas Pendidikan": 3, "Dinas Kesehatan": 1}
    kelompok = {nama: n for nama, _, n, _ in jawab.context["per_kelompok"]}
    assert kelompok == {"Pelaksana": 3, "Guru (pertama, muda, madya)": 1}
    assert {nama for nama, *_ in jawab.context["per_jabatan"]} == {"Guru", "Penelaah Teknis Kebijakan"}
    assert "1 pegawai sudah melewati batas usia pensiun" in isi
    assert f'<th scope="col" class="angka-kolom">{tambah_bulan(AWAL, 14).year}</th>' in isi  # a year, not 2.028
    bulan = f"{tambah_bulan(AWAL, 1):%Y-%m}"
    isi = tulis(kantor["pensiun"].get(URL + "orang/", {"bulan": bulan}))
    assert "DEKAT DISDIK" in isi
    assert "GURU DISDIK" in isi
    assert "JAUH DINKES" not in isi
    assert "PPPK DEKAT" in tulis(kantor["pensiun"].get(URL + "orang/", {"status": "pppk"}))


def test_saringan_opd_kelompok_dan_jabatan(orang, kantor):
    opd = unit_kode("DISDIK").pk
    assert kantor["pensiun"].get(URL, {"opd": opd}).context["hasil"].jumlah == 3
    assert kantor["pensiun"].get(URL, {"kelompok": "JF_GURU"}).context["hasil"].jumlah == 1
    assert kantor["pensiun"].get(URL, {"jabatan": "Guru"}).context["hasil"].jumlah == 1
    assert kantor["pensiun"].get(URL, {"status": "semua"}).context["hasil"].jumlah == 5
    kosong = tulis(kantor["pensiun"].get(URL, {"kelompok": "PROFESOR"}))
    assert "Tidak ada yang pensiun" in kosong


def test_cakupan_angka_dan_nama(orang, kantor):
    """Sekda sees figures of all and no names; the operator those of his OPD; a stranger nothing."""
    assert kantor["sekda"].get(URL).context["hasil"].jumlah == 4
    assert kantor["operator"].get(URL).context["hasil"].jumlah == 3
    assert "JAUH DINKES" not in tulis(kantor["operator"].get(URL + "orang/", {"tahun": HARI_INI.year + 1}))
    assert kantor["asing"].get(URL).status_code == 403
    assert kantor["asing"].get(URL + "orang/").status_code == 403


def test_tanggal_lain_memakai_jabatan_saat_itu(orang, kantor, batch):
    """The guru became a pelaksana this month: seen from last month he still retires at 60."""
    guru = orang["guru"]
    p = proyeksi.Saringan(tambah_bulan(AWAL, -2))
    assert proyeksi.rekap(p).jumlah == 4  # the one past by now was ahead then; the 60th month from now was not reached
    tambah(guru, "jabatan", tmt=AWAL, jabatan=jabatan_kode(PELAKSANA), unit=unit_kode("DISDIK"), batch=batch)
    assert proyeksi.rekap(proyeksi.Saringan(HARI_INI)).jumlah == 3  # at 58 he is past
    assert proyeksi.rekap(p).kelompok["JF_GURU"] == {tambah_bulan(AWAL, 1).year: 1}
    isi = tulis(kantor["pensiun"].get(URL, {"per": p.per.isoformat()}))
    assert "menurut riwayat yang tercatat pada tanggal itu" in isi


def test_excel_dan_pdf_memuat_angka_yang_sama(orang, kantor):
    jawab = kantor["pensiun"].get(URL + "ekspor/")
    buku = load_workbook(io.BytesIO(b"".join(jawab.streaming_content)))
    assert buku.sheet_names == ["Per bulan", "OPD", "Kelompok jabatan", "Jabatan", "Daftar nama"]
    assert len(buku.get_sheet_by_name("Per bulan").to_python()) == 61
    nama = [b[2] for b in buku.get_sheet_by_name("Daftar nama").to_python()[1:]]
    assert nama[:2] == ["DEKAT DISDIK", "GURU DISDIK"]
    assert len(nama) == 4
    jawab = kantor["sekda"].get(URL + "ekspor/")
    buku = load_workbook(io.BytesIO(b"".join(jawab.streaming_content)))
    assert len(buku.get_sheet_by_name("Daftar nama").to_python()) == 1  # figures of all, names of his own office only
    jawab = kantor["sekda"].get(URL + "unduh/")
    teks = "".join(h.extract_text() for h in PdfReader(io.BytesIO(jawab.content)).pages)
    assert "PROYEKSI PENSIUN LIMA TAHUN" in teks
    assert "Dinas Kesehatan" in teks
    assert Jejak.objects.filter(aksi="ekspor", data__daftar="proyeksi pensiun").count() == 3


@pytest.mark.parametrize("kueri", ["", "?per=2026-01-01"])
def test_banyaknya_kueri_tetap(kantor, batch, kueri):
    calon("SATU", 3, batch=batch)
    kantor["pensiun"].get(URL + kueri)
    with CaptureQueriesContext(connection) as satu:
        kantor["pensiun"].get(URL + kueri)
    for n in range(4, 9):
        calon(f"LAGI {n}", n, batch=batch, unit="DINKES")
    with CaptureQueriesContext(connection) as dua:
        kantor["pensiun"].get(URL + kueri)
    assert len(satu) == len(dua) <= 12, [q["sql"][:120] for q in dua]
    assert date.today() == HARI_INI
