"""Orang-orang kantor dari tests/layanan, ditambah admin dan Sekda; semua lewat HTTP."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kepegawaian.models import Pegawai
from layanan import alur, berkas
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.layanan.conftest import layanan_uji, orang, pdf  # noqa: F401 - fixtures of the other folder
from tests.pabrik import buat_akun, buat_pegawai, masuk, tugaskan


@pytest.fixture
@bersama
def kantor(orang):  # noqa: F811 - the fixture above
    """``orang`` with an admin and the Sekda."""
    o = orang
    o.akun_admin = buat_akun(nama_pengguna="admin", nama="Admin Portal")
    tugaskan(o.akun_admin, "admin")
    o.sekda = buat_pegawai(nama="Sekda Utama", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d", kelamin="L")
    o.akun_sekda = buat_akun(o.sekda)
    return o


@pytest.fixture
def buka(client, kantor):
    """Opens a path as a person by name and returns the response."""

    def jalankan(nama, path, **kwargs):
        masuk(client, getattr(kantor, f"akun_{nama}"))
        return client.get(path, **kwargs)

    return jalankan


def pertanyaan(client, path, **kwargs):
    """Number of queries of a GET, without the session, which the cache may or may not still hold."""
    with CaptureQueriesContext(connection) as tangkapan:
        assert client.get(path, **kwargs).status_code == 200
    return sum('"django_session"' not in q["sql"] for q in tangkapan)


def segar(usulan):
    """The usulan as the database has it."""
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)


def draf(layanan, kantor, pegawai="ani", oleh="budi"):
    """A draft of a layanan for a person."""
    satu = Pegawai.objects.select_related("kini").get(pk=getattr(kantor, pegawai).pk)
    return alur.buat_draf(layanan, satu, oleh=kantor.oleh(oleh))


def ajukan(layanan, kantor, pegawai="ani", oleh="budi"):
    """A submitted usulan."""
    usulan = draf(layanan, kantor, pegawai, oleh)
    usulan = berkas.pasang(usulan, "surat_pengantar", pdf(), oleh=kantor.oleh(oleh), versi=usulan.versi_baris)
    return segar(alur.ajukan(usulan, oleh=kantor.oleh(oleh), versi=usulan.versi_baris))


def setujui(usulan, kantor, *nama):
    """Approves step by step."""
    for satu in nama:
        usulan = segar(usulan)
        alur.setujui(usulan, oleh=kantor.oleh(satu), versi=usulan.versi_baris)
    return segar(usulan)
