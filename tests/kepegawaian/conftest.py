"""Orang-orang bagi uji halaman kepegawaian; each has an account, ``orang.masuk("ani")`` is a client logged in."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tugaskan


class Orang(SimpleNamespace):
    """People by name; ``akun`` holds their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])


@pytest.fixture
def orang(db):
    """ani guru, fajar her kepala sekolah, budi operator DISDIK, dewi kepala DISDIK, eko of another OPD, citra staf
    BKD, gita admin, hadi retired 30 days ago."""
    cache.clear()
    batch = buat_batch()
    hari_ini = date.today()
    o = Orang(
        ani=buat_pegawai(
            nama="ANI LESTARI", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA", nik="3524014505860001", email="ani@contoh.id",
            tempat_lahir="Lamongan", batch=batch,
        ),
        budi=buat_pegawai(nama="BUDI SANTOSO", unit="DISDIK-SUBBAG1", kelamin="L", batch=batch),
        citra=buat_pegawai(nama="CITRA DEWANTI", unit="SUB12", batch=batch),
        dewi=buat_pegawai(nama="DEWI KARTIKA", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c", batch=batch),
        eko=buat_pegawai(nama="EKO PRASETYO", unit="PKM-PUCUK", kelamin="L", email="eko@contoh.id", batch=batch),
        fajar=buat_pegawai(
            nama="FAJAR HIDAYAT", unit="SDN-BABAT-14", jabatan="KEPALA-SDN-BABAT-14", kelamin="L", golongan="IV/a", batch=batch
        ),
        hadi=buat_pegawai(
            nama="HADI WIBOWO", unit="SDN-BABAT-14", kelamin="L", kedudukan="99", tmt_kedudukan=hari_ini - timedelta(days=30),
            batch=batch,
        ),
        batch=batch,
    )  # fmt: skip
    o.akun = {nama: buat_akun(getattr(o, nama)) for nama in ("ani", "budi", "citra", "dewi", "eko", "fajar", "hadi")}
    o.akun["gita"] = buat_akun(nama_pengguna="admin", nama="Gita, admin sistem")
    tugaskan(o.akun["budi"], "operator_opd", "DISDIK")
    tugaskan(o.akun["gita"], "admin")
    return o
