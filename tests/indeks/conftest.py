"""Orang bagi uji indeks: pelaksana, guru, kepala, PPPK, CPNS, pensiunan, dan satu malam yang sudah dihitung."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from indeks import malam
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

HARI = date(2026, 11, 24)


class Orang(SimpleNamespace):
    """People by name; ``akun`` holds their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])


def hitung(tanggal=HARI, *, hari_ini=HARI, **pilihan):
    """One whole night in this process."""
    return malam.hitung(tanggal, hari_ini=hari_ini, sekarang=timezone.now, **pilihan)


def lengkapi(pegawai, batch, *, predikat="Baik", tahun=2025, pendidikan="40", gaji=date(2025, 3, 1)):
    """Education, yearly result and pay of a pegawai."""
    tambah(pegawai, "pendidikan", batch=batch, tmt=date(2012, 8, 1), tingkat_id=pendidikan, nama="S1 Pendidikan",
           tahun_lulus=2012)  # fmt: skip
    tambah(pegawai, "kinerja", batch=batch, tmt=date(tahun + 1, 1, 20), tahun=tahun, predikat=predikat)
    if gaji:
        tambah(pegawai, "gaji", batch=batch, tmt=gaji, jenis="KGB", golongan_id="III/a", gaji_pokok=3_000_000,
               mkg_tahun=gaji.year - 2015, mkg_bulan=0)  # fmt: skip


@pytest.fixture
@bersama
def orang(db):
    """ani guru (hukuman ringan 2024), fajar her kepala sekolah, budi operator DISDIK, citra staf BKD, eko of a
    puskesmas, pppk PPPK, cpns, hadi retired; all but the last three have S1 and predikat Baik 2025."""
    cache.clear()
    batch = buat_batch()
    o = Orang(
        batch=batch,
        ani=buat_pegawai(nama="ANI LESTARI", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA", batch=batch),
        budi=buat_pegawai(nama="BUDI SANTOSO", unit="DISDIK-SUBBAG1", kelamin="L", batch=batch),
        citra=buat_pegawai(nama="CITRA DEWANTI", unit="SUB12", batch=batch),
        eko=buat_pegawai(nama="EKO PRASETYO", unit="PKM-PUCUK", kelamin="L", batch=batch),
        fajar=buat_pegawai(
            nama="FAJAR HIDAYAT", unit="SDN-BABAT-14", jabatan="KEPALA-SDN-BABAT-14", kelamin="L", batch=batch
        ),
        pppk=buat_pegawai(
            nama="INDAH PERMATA", unit="PKM-PUCUK", golongan="IX", status="PPPK", kedudukan="P1", batch=batch
        ),
        cpns=buat_pegawai(nama="JOKO CALON", unit="SUB12", status="CPNS", kelamin="L", batch=batch),
        hadi=buat_pegawai(
            nama="HADI WIBOWO", unit="SDN-BABAT-14", kelamin="L", kedudukan="99", tmt_kedudukan=date(2026, 10, 1),
            batch=batch,
        ),
    )  # fmt: skip
    for nama in ("ani", "budi", "citra", "eko", "fajar"):
        lengkapi(getattr(o, nama), batch)
    tambah(o.pppk, "kontrak", batch=batch, tmt=date(2024, 3, 1), sampai=date(2029, 2, 28), golongan_id="IX")
    tambah(o.pppk, "kinerja", batch=batch, tmt=date(2026, 1, 20), tahun=2025, predikat="Sangat Baik")
    tambah(o.ani, "hukuman", batch=batch, tmt=date(2024, 5, 1), jenis_id="R2", nomor_sk="800/7/2024")
    tambah(o.ani, "diklat", batch=batch, tmt=date(2026, 3, 5), jenis_id="3", nama="Asesmen kelas", jp=24)
    o.akun = {nama: buat_akun(getattr(o, nama)) for nama in ("ani", "budi", "citra", "eko", "fajar", "hadi", "pppk")}
    o.akun["admin"] = buat_akun(nama_pengguna="admin", nama="Admin sistem")
    o.akun["perekam"] = buat_akun(nama_pengguna="perekam", nama="Perekam pimpinan")
    o.akun["irma"] = buat_akun(nama_pengguna="irma", nama="Inspektorat")
    tugaskan(o.akun["budi"], "operator_opd", "DISDIK")
    tugaskan(o.akun["admin"], "admin")
    tugaskan(o.akun["perekam"], "perekam_pimpinan")
    tugaskan(o.akun["irma"], "inspektorat")
    return o


@pytest.fixture
@bersama
def malam_ini(orang):
    """The run of HARI, in force."""
    return hitung()
