"""Orang-orang bagi uji halaman kepegawaian; each has an account, ``orang.masuk("ani")`` is a client logged in."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_banyak, buat_batch, masuk, tugaskan


class Orang(SimpleNamespace):
    """People by name; ``akun`` holds their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])


@pytest.fixture
@bersama
def orang(db):
    """ani guru, fajar her kepala sekolah, budi operator DISDIK, dewi kepala DISDIK, eko of another OPD, citra staf
    BKD, gita admin, hadi retired 30 days ago."""
    cache.clear()
    batch = buat_batch()
    hari_ini = date.today()
    sd = {"unit": "SDN-BABAT-14", "kelamin": "L"}
    dibuat = buat_banyak(
        {
            "ani": {
                "nama": "ANI LESTARI", "unit": "SDN-BABAT-14", "jabatan": "JF-GURU-MUDA", "nik": "3524014505860001",
                "email": "ani@contoh.id", "tempat_lahir": "Lamongan",
            },
            "budi": {"nama": "BUDI SANTOSO", "unit": "DISDIK-SUBBAG1", "kelamin": "L"},
            "citra": {"nama": "CITRA DEWANTI", "unit": "SUB12"},
            "dewi": {"nama": "DEWI KARTIKA", "unit": "DISDIK", "jabatan": "KEPALA-DISDIK", "golongan": "IV/c"},
            "eko": {"nama": "EKO PRASETYO", "unit": "PKM-PUCUK", "kelamin": "L", "email": "eko@contoh.id"},
            "fajar": sd | {"nama": "FAJAR HIDAYAT", "jabatan": "KEPALA-SDN-BABAT-14", "golongan": "IV/a"},
            "hadi": sd | {"nama": "HADI WIBOWO", "kedudukan": "99", "tmt_kedudukan": hari_ini - timedelta(days=30)},
        },
        batch=batch,
    )  # fmt: skip
    o = Orang(batch=batch, **{nama: pegawai for nama, (pegawai, _) in dibuat.items()})
    o.akun = {nama: akun for nama, (_, akun) in dibuat.items()}
    o.akun["gita"] = buat_akun(nama_pengguna="admin", nama="Gita, admin sistem")
    tugaskan(o.akun["budi"], "operator_opd", "DISDIK")
    tugaskan(o.akun["gita"], "admin")
    return o
