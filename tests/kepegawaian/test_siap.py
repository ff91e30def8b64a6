"""Siap: the same answer as a plain execute, planned once per connection, and a plain question where a type cannot be told."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kepegawaian.hitung import Hitung, tanya_tetap
from kepegawaian.models import Pengguna
from kepegawaian.siap import jalankan
from tests.pabrik import buat_akun

pytestmark = pytest.mark.django_db
BERNAMA = "SELECT %(a)s::int + 1, %(b)s::date, %(a)s::int * 100 || '%%'"


def satu(sql, nilai):
    with connection.cursor() as kursor:
        jalankan(kursor, sql, nilai)
        return kursor.fetchone()


def disiapkan():
    with connection.cursor() as kursor:
        kursor.execute("SELECT statement FROM pg_prepared_statements")
        return [s for (s,) in kursor.fetchall()]


def test_bernama_dan_berurut_menjawab_sama_dan_disiapkan_sekali():
    for a in (1, 2, 3):
        assert satu(BERNAMA, {"a": a, "b": date(2026, 3, a), "lain": 9}) == (a + 1, date(2026, 3, a), f"{a * 100}%")
        assert satu("SELECT count(*) FROM kepegawaian_golongan WHERE kode = %s AND urutan = ANY(%s)", ["I/a", [1, a]])[
            0
        ] in (0, 1)
    ada = [s for s in disiapkan() if "|| '%'" in s or "kepegawaian_golongan WHERE kode" in s]
    assert len(ada) == 2


def test_satu_pertanyaan_bagi_halaman_juga_ketika_disiapkan():
    with CaptureQueriesContext(connection) as tangkap:
        satu("SELECT %s::int + 41", [1])
        satu("SELECT %s::int + 41", [1])
    assert len(tangkap) == 2


def test_jenis_yang_tak_dapat_ditebak_ditanyakan_biasa_dan_transaksi_tetap_hidup():
    assert satu("SELECT %s IS NULL", [None]) == (True,)
    assert satu("SELECT %s IS NULL", [3]) == (False,)
    assert satu("SELECT 1", []) == (1,)


def test_nilai_tetap_nilai_bukan_kalimat():
    jahat = "I/a'); DROP TABLE kepegawaian_golongan; --"
    assert satu("SELECT count(*) FROM kepegawaian_golongan WHERE kode = %s", [jahat]) == (0,)
    assert satu("SELECT count(*) > 10 FROM kepegawaian_golongan WHERE kode <> %s", [jahat]) == (True,)


def test_hitungan_menu_disusun_sekali_tetapi_dihitung_tiap_kali():
    akun, disusun, acuan = buat_akun(nama_pengguna="satu", nama="Satu"), [], object()

    def buat():
        disusun.append(1)
        return {"n": Hitung(Pengguna.objects.filter(nama_pengguna__startswith="uji%", is_active=True))}

    assert tanya_tetap(akun.pk, "kunci", acuan, buat) == {"n": 0}
    buat_akun(nama_pengguna="uji%2", nama="Dua")
    assert tanya_tetap(akun.pk, "kunci", acuan, buat) == {"n": 1}
    assert len(disusun) == 1
    tanya_tetap(akun.pk, "lain", acuan, buat)
    tanya_tetap(akun.pk, "kunci", object(), buat)
    assert len(disusun) == 3, "orang lain dan acuan baru menyusun lagi"
