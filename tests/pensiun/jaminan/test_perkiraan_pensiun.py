"""Perkiraan pensiun: milik sendiri dan bagi BKD, angka baris demi baris, pengandaian, keluarga hanya bagi yang berhak."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import pensiun_pindah, tambah_bulan, tulis_tanggal
from kepegawaian.models import AksesSensitif
from kepegawaian.profil import profil_satu
from layanan import katalog
from layanan.katalog import Konteks
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_pegawai, jabatan_kode, masuk, tambah, unit_kode
from tests.pensiun.jaminan.conftest import AWAL, GURU, PELAKSANA, calon, keluarga, tulis

pytestmark = pytest.mark.django_db
SAYA = "/pensiun/perkiraan/saya/"


@pytest.fixture
@bersama
def tua(kue, batch):
    """A PNS III/d with a KGB letter of MKG 26, one year before his BUP, with a wife and a child."""
    p = calon("TARNO TUA", 12, batch=batch, kelamin="L", tmt=date(1996, 3, 1))
    tmt_kgb = tambah_bulan(AWAL, -3)
    tambah(p, "gaji", tmt=tmt_kgb, jenis="KGB", golongan_id="III/d", gaji_pokok=4720500, mkg_tahun=26, mkg_bulan=0,
           nomor_sk="822/1", tanggal_sk=tmt_kgb, batch=batch)  # fmt: skip
    keluarga(p, batch)
    p.refresh_from_db()
    return p


def test_perkiraan_sendiri_dari_masa_kerja_sampai_jumlah(tua):
    """75 percent of the last pay, allowances of a wife and a child; KGB that fall due only after the pension stay out."""
    isi = tulis(masuk(Client(), buat_akun(tua)).get(SAYA))
    assert "Mencapai batas usia pensiun" in isi
    assert "Perkiraan sebelum penetapan PP 8/2024" in isi
    assert "75% x Rp4.720.500" in isi
    assert "Rp3.540.375" in isi  # 75% of 4.720.500
    assert "Rp4.182.481" in isi  # and 354.038 + 70.808 + 3 x 72.420
    assert "Belum dapat dihitung: P1 dan P2 memakai tabel gaji" in isi
    assert "DPCP diisi dan diajukan" in isi


def test_pengandaian_jenis_tmt_dan_tht(tua, kantor):
    klien = masuk(Client(), buat_akun(tua))
    tmt = tambah_bulan(AWAL, 1).isoformat()
    isi = tulis(klien.get(SAYA, {"jenis": "MD", "tmt": tmt}))
    assert "Rp1.699.380" in isi  # 36% of 4.720.500
    assert "SUWARNO BIN UJI" in isi
    assert "Rp8.000.000" in isi
    # Whole months from 1-3-1996 and from 1-1-2001 to the TMT; 0.6 x months / 12 x amount.
    dari, awal2001 = date(1996, 3, 1), date(2001, 1, 1)
    akhir = date.fromisoformat(tmt)
    mi1 = (akhir.year - dari.year) * 12 + akhir.month - dari.month
    mi2 = (akhir.year - awal2001.year) * 12 + akhir.month - awal2001.month
    harap = mi1 * 30_000 + mi2 * 150_000  # 0.6 / 12 x 600.000 and x 3.000.000
    isi = tulis(klien.get(SAYA, {"jenis": "APS", "tmt": tmt, "p1": "600000", "p2": "3600000"}))
    assert f"Rp{harap:,}".replace(",", ".") in isi


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"tmt": AWAL.replace(day=2).isoformat()}, "TMT pensiun selalu tanggal 1."),
        ({"tmt": "1990-01-01"}, "Pilih TMT antara"),
        ({"tmt": "bukan"}, "tanggal yang valid"),
        ({"jenis": "LAIN"}, "Pilih"),
        ({"p1": "600000"}, "Isi P1 dan P2 keduanya"),
        ({"p1": "600000", "p2": "500000"}, "tidak mungkin lebih kecil"),
    ],
)
def test_isian_keliru_disebut_dan_tidak_menghitung(tua, isi, pesan):
    isi = {"jenis": "BUP", "tmt": tambah_bulan(AWAL, 12).isoformat()} | isi
    jawab = masuk(Client(), buat_akun(tua)).get(SAYA, isi)
    assert jawab.status_code == 422
    teks = jawab.content.decode()
    assert pesan.lower() in teks.lower(), teks
    assert "Pengandaiannya belum dapat dihitung" in teks


def test_bkd_melihat_rinci_dan_terekam_atasan_tanpa_keluarga_orang_luar_tidak(tua, kantor):
    url = f"/pensiun/perkiraan/{tua.nip}/"
    assert "2%" in tulis(kantor["operator"].get(url))
    assert AksesSensitif.objects.filter(pegawai=tua, data="keluarga").count() == 1
    isi = tulis(kantor["kepala"].get(url, {"jenis": "MD", "tmt": tambah_bulan(AWAL, 1).isoformat()}))
    assert "SUWARNO" not in isi
    assert "Rinciannya hanya bagi yang berhak membaca data keluarga" in isi
    isi = tulis(kantor["kepala"].get(url))
    assert "1 anak x" not in isi
    assert AksesSensitif.objects.filter(pegawai=tua).count() == 1
    assert kantor["asing"].get(url).status_code == 404


def test_tanpa_hak_dan_data_kurang_disebut(kantor, batch):
    baru = calon("PEGAWAI BARU", 6, batch=batch, tmt=date(AWAL.year - 4, 3, 1), mkg=(0, 0))
    isi = tulis(masuk(Client(), buat_akun(baru)).get(SAYA))
    assert "Tanpa hak pensiun" in isi
    assert "syarat minimal 10 tahun" in isi
    kosong = buat_pegawai(nama="TANPA JABATAN", unit="DISDIK", jabatan=None, golongan=None, batch=batch)
    isi = tulis(masuk(Client(), buat_akun(kosong)).get(SAYA))
    assert "Belum dapat dihitung" in isi


def test_bup_mengikuti_jabatan_yang_dipegang(kantor, batch):
    """A guru retires at 60; moved to a pelaksana the age is 58 and the TMT two years nearer, by itself."""
    guru = calon("GURU PINDAH", 36, bup=60, batch=batch, jabatan=GURU)
    klien = masuk(Client(), buat_akun(guru))
    assert "60 tahun" in tulis(klien.get(SAYA))
    tambah(
        guru,
        "jabatan",
        tmt=AWAL,
        jabatan=jabatan_kode(PELAKSANA),
        unit=unit_kode("DISDIK"),
        batch=batch,
    )
    isi = tulis(klien.get(SAYA))
    assert "58 tahun" in isi
    guru.kini.refresh_from_db()
    assert guru.kini.tmt_pensiun == tambah_bulan(AWAL, 12)


def test_banyaknya_kueri_tetap(tua, kantor, batch):
    url = f"/pensiun/perkiraan/{tua.nip}/"
    kantor["kepala"].get(url)
    with CaptureQueriesContext(connection) as satu:
        kantor["kepala"].get(url)
    keluarga(calon("LAIN", 3, batch=batch), batch, anak=3)
    with CaptureQueriesContext(connection) as dua:
        kantor["kepala"].get(url)
    assert len(satu) == len(dua) <= 12, [re.sub(r"\s+", " ", q["sql"])[:120] for q in dua]


def test_penempatan_menyebut_tmt_pensiun_yang_bergeser(batch):
    """Before anyone decides: a guru who becomes a pelaksana retires two years earlier; past 58 the sentence says so."""
    acuan, tujuan = acuan_kini(), jabatan_kode(PELAKSANA)
    guru = calon("GURU PINDAH", 36, bup=60, batch=batch, jabatan=GURU)
    p = profil_satu(guru.pk, per=AWAL)
    lama, baru = (tulis_tanggal(tambah_bulan(AWAL, n)) for n in (36, 12))
    assert pensiun_pindah(p, acuan.bup_tahun(tujuan.bup_kode, AWAL), AWAL, tujuan.nama) == (
        lama,
        f"{baru} (BUP 58 tahun)",
    )
    assert pensiun_pindah(p, 60, AWAL, "Guru") is None
    tua = profil_satu(calon("GURU TUA", 6, bup=60, batch=batch, jabatan=GURU).pk, per=AWAL)
    assert (
        "BUP jabatan Penelaah Teknis Kebijakan (58) sudah terlampaui" in pensiun_pindah(tua, 58, AWAL, tujuan.nama)[1]
    )
    layanan = katalog.ambil("penempatan")
    isian = {"jabatan_tujuan": tujuan.kode, "unit_tujuan": "DISDIK"}
    k = Konteks(p, isian, AWAL, acuan, layanan.siapkan(p, isian))
    assert ("TMT pensiun", lama, f"{baru} (BUP 58 tahun)") in layanan.akibat(k)
