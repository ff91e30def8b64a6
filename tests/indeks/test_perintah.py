"""``hitung_indeks`` dari shell dan dari beat: satu, dua proses, dan proses yang dibunuh."""

import os
import signal
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from bkd_portal.celery import app
from indeks import malam, tasks
from indeks.models import PutaranIndeks, RataUnit, RentangPutaran
from kepegawaian.models import Setelan, UnitKerja
from tests.indeks.conftest import HARI, hitung
from tests.indeks.test_malam import isi, satu_pegawai_tiap_rentang


def test_perintah_mencetak_jumlah(orang):
    keluar = StringIO()
    call_command("hitung_indeks", tanggal=HARI, stdout=keluar)
    assert "6 terukur dari 6 pegawai" in keluar.getvalue()


@pytest.mark.django_db
def test_perintah_menyebut_setelan_yang_hilang():
    Setelan.objects.filter(kunci="ip_mode_batas").delete()
    with pytest.raises(CommandError, match="ip_mode_batas"):
        call_command("hitung_indeks", tanggal=HARI)


def test_tugas_beat_sama_dengan_perintah(orang, tugas_langsung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tasks.hitung_indeks(HARI.isoformat())
    lewat_tugas = PutaranIndeks.objects.kini()
    assert (lewat_tugas.tanggal, lewat_tugas.populasi) == (HARI, 6)
    catatan = isi(lewat_tugas)
    assert isi(hitung()) == catatan


def test_malam_menghitung_generasi_tahunnya_lalu_yang_tambahan(orang):
    assert malam.generasi_malam(HARI) == ["C", "A"]
    assert malam.generasi_malam(date(2018, 12, 31)) == ["A"]
    Setelan.objects.filter(kunci="ip_generasi_tambahan").update(nilai="tidak_ada")
    assert malam.generasi_malam(HARI) == ["C"]
    Setelan.objects.filter(kunci="ip_generasi_tambahan").delete()
    assert malam.generasi_malam(HARI) == ["C"]


def test_beat_menyebut_tugas_yang_ada():
    assert app.conf.beat_schedule["hitung-indeks"]["task"] == tasks.hitung_indeks.name


@pytest.mark.django_db(transaction=True)
def test_dua_proses_sama_sampai_ke_bit_dengan_satu_proses(orang, monkeypatch):
    satu = isi(hitung())
    satu_pegawai_tiap_rentang(monkeypatch)
    call_command("hitung_indeks", tanggal=HARI, proses=2, stdout=StringIO())
    assert isi(PutaranIndeks.objects.kini()) == satu


@pytest.mark.django_db(transaction=True)
def test_yang_ditinggalkan_proses_yang_dibunuh_diselesaikan_induknya(orang, monkeypatch):
    kemarin = hitung()
    catatan = isi(kemarin)
    satu_pegawai_tiap_rentang(monkeypatch)
    induk, asli, dilihat = os.getpid(), malam._rakit, []

    def bunuh_diri(*a):
        if os.getpid() != induk:
            os.kill(os.getpid(), signal.SIGKILL)
        dilihat.append(PutaranIndeks.objects.kini().pk)
        return asli(*a)

    monkeypatch.setattr(malam, "_rakit", bunuh_diri)
    keluhan = StringIO()
    call_command("hitung_indeks", tanggal=HARI, proses=2, stdout=StringIO(), stderr=keluhan)
    assert "2 proses pekerja berhenti" in keluhan.getvalue()
    kini = PutaranIndeks.objects.kini()
    assert kini.pk != kemarin.pk
    # Yesterday's night stands to the last range.
    assert dilihat == [kemarin.pk] * RentangPutaran.objects.filter(putaran=kini).count()
    assert isi(PutaranIndeks.objects.kini()) == catatan
    assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_malam_yang_terputus_meninggalkan_malam_kemarin_dan_dapat_dilanjutkan(orang, monkeypatch):
    kemarin = hitung()
    satu_pegawai_tiap_rentang(monkeypatch)
    asli, hitungan = malam._rakit, []

    def putus(*a):
        hitungan.append(1)
        if len(hitungan) > 4:
            raise SystemExit(1)  # as kill does: nothing after it runs
        return asli(*a)

    monkeypatch.setattr(malam, "_rakit", putus)
    with pytest.raises(SystemExit):
        call_command("hitung_indeks", tanggal=HARI, stdout=StringIO())
    assert PutaranIndeks.objects.kini().pk == kemarin.pk
    assert RentangPutaran.objects.filter(putaran__status="berjalan", selesai_pada__isnull=False).count() == 4
    monkeypatch.setattr(malam, "_rakit", asli)
    catatan = isi(kemarin)
    call_command("hitung_indeks", tanggal=HARI, proses=2, stdout=StringIO())
    assert PutaranIndeks.objects.kini().pk != kemarin.pk
    assert isi(PutaranIndeks.objects.kini()) == catatan


@pytest.mark.django_db(transaction=True)
def test_halaman_membaca_malam_kemarin_selama_malam_ini_dihitung(orang):
    kemarin = hitung()
    putaran = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now(), generasi="C")
    malam.kerjakan(putaran.pk, sekarang=timezone.now)
    assert PutaranIndeks.objects.kini().pk == kemarin.pk
    malam.rampungkan(putaran.pk, sekarang=timezone.now())
    assert PutaranIndeks.objects.kini().pk == putaran.pk


def test_lingkaran_pada_pohon_unit_tidak_menahan_malam(orang):
    a, b = UnitKerja.objects.get(kode="SUB12"), UnitKerja.objects.get(kode="BID1")
    UnitKerja.objects.filter(pk=b.pk).update(induk=a)
    putaran = hitung()
    assert RataUnit.objects.get(putaran=putaran, unit=a, kelompok="").populasi == 1
    assert RataUnit.objects.get(putaran=putaran, unit=None, kelompok="").populasi == 6
