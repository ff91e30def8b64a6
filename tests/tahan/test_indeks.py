"""Malam indeks pada pekerja Celery sungguhan: dua proses sama dengan satu sampai ke bit, dan pekerja yang dibunuh dilanjutkan."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from indeks import malam, partisi, tasks
from indeks.models import HasilUnitA, PutaranIndeks, RentangPutaran
from tests.indeks.test_malam import isi
from tests.pabrik import buat_batch, buat_pegawai, tambah
from tests.tahan.dunia import Dunia, tunggu

HARI = date(2026, 11, 24)
BANYAK = 24


@pytest.fixture(scope="module")
def dunia(django_db_setup, django_db_blocker):
    folder = Path(os.environ["TEMPAT_UJI"]) / "tahan-indeks" / os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    shutil.rmtree(folder, ignore_errors=True)
    with django_db_blocker.unblock(), Dunia(folder).hidup() as d:
        batch = buat_batch()
        for n in range(BANYAK):
            p = buat_pegawai(nama=f"PEGAWAI {n}", unit="SUB12" if n % 2 else "PKM-PUCUK", batch=batch)
            tambah(
                p, "kinerja", batch=batch, tmt=date(2026, 1, 20), tahun=2025, predikat=("Baik", "Sangat Baik")[n % 2]
            )
        yield d


@pytest.fixture(autouse=True)
def sesudahnya(dunia):
    yield
    dunia.bunuh_semua()


def satu_proses(generasi=None):
    return malam.hitung(HARI, hari_ini=HARI, sekarang=timezone.now, generasi=generasi)


def isi_a(putaran):
    return list(
        HasilUnitA.objects.filter(putaran=putaran).order_by("unit_id").values_list("unit_id", "jumlah", "persen", "bawah", "atas")
    )  # fmt: skip


def kini(generasi):
    return PutaranIndeks.objects.get(kini=True, generasi=generasi)


def tertulis(putaran):
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT count(*) FROM {partisi.nama(partisi.HASIL, putaran.pk)}")  # noqa: S608 - a name of ours
        return kursor.fetchone()[0]


def test_dua_proses_pekerja_sama_sampai_ke_bit_dengan_satu_proses(dunia):
    c, a = satu_proses(), satu_proses("A")
    tasks.hitung_indeks.delay(HARI.isoformat())
    with dunia.gerbang("rentang") as gerbang:
        dunia.nyalakan_pekerja()
        gerbang.tunggu(2)  # two processes stand in two ranges at once
    tunggu(lambda: kini("C").pk > c.pk and kini("A").pk > a.pk, "kedua generasi selesai oleh pekerja")
    assert kini("C").rentang.count() > 2
    # Nights of one date replace each other, so the single run is made again after them and compared.
    oleh_pekerja, a_pekerja = isi(kini("C")), isi_a(kini("A"))
    assert oleh_pekerja == isi(satu_proses())
    assert a_pekerja == isi_a(satu_proses("A"))
    assert len(oleh_pekerja[0]) >= BANYAK


def test_pekerja_dibunuh_di_tengah_malam_kemarin_tetap_berlaku_dan_putarannya_dilanjutkan(dunia):
    kemarin = satu_proses()
    catatan = isi(kemarin)
    tasks.hitung_indeks.delay(HARI.isoformat(), "C")
    with dunia.gerbang("rentang") as gerbang:
        pekerja = dunia.nyalakan_pekerja()
        gerbang.tunggu(2)
        putaran = PutaranIndeks.objects.get(status="berjalan", generasi="C")
        dunia.bunuh(pekerja)
    tunggu(lambda: tertulis(putaran) == 0, "yang belum selesai hilang bersama prosesnya")
    assert kini("C").pk == kemarin.pk
    assert isi(kemarin) == catatan
    assert RentangPutaran.objects.filter(putaran=putaran, selesai_pada__isnull=False).count() == 0
    assert malam.tertinggal(timezone.now()) == []  # the sweep waits ten minutes before it believes a worker dead
    PutaranIndeks.objects.filter(pk=putaran.pk).update(mulai=timezone.now() - timedelta(minutes=11))
    tasks.sapu_indeks()
    dunia.nyalakan_pekerja()
    tunggu(lambda: kini("C").pk == putaran.pk, "putaran yang terputus selesai")
    assert isi(kini("C")) == catatan
