"""Orang yang mendekati pensiun: tanggal lahirnya disusun dari TMT pensiun yang diminta."""

from datetime import date

import pytest
from django.test import Client

from kepegawaian.aturan import tambah_bulan
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

HARI_INI = date.today()
AWAL = HARI_INI.replace(day=1)
PELAKSANA, GURU = "P-PENELAAH-TEKNIS-KEBIJAKAN", "JF-GURU-MUDA"


def lahir_untuk(tmt, bup=58):
    """A birthday that gives this TMT pensiun."""
    return tambah_bulan(tmt, -12 * bup - 1).replace(day=15)


def calon(nama, bulan, *, bup=58, batch=None, **isi):
    """A PNS whose TMT pensiun is the first of the month ``bulan`` months ahead."""
    isi = {
        "unit": "DISDIK-SUBBAG1",
        "golongan": "III/d",
        "mkg": (20, 0),
        "tmt": date(1998, 3, 1),
        "jabatan": PELAKSANA,
    } | isi
    return buat_pegawai(nama=nama, lahir=lahir_untuk(tambah_bulan(AWAL, bulan), bup), batch=batch, **isi)


@pytest.fixture
@bersama
def kue(db):
    """{person: cookies} of ``kantor``."""
    batch = buat_batch()
    muda = {"batch": batch, "lahir": date(1985, 5, 17)}
    orang = {
        "pensiun": buat_pegawai(nama="SARI PENSIUN", unit="SUB43", **muda),
        "kaban": buat_pegawai(nama="KABAN", unit="BKPSDM", jabatan="KEPALA-BKPSDM", golongan="IV/c", **muda),
        "staf": buat_pegawai(nama="STAF LAIN", unit="SUB12", **muda),
        "operator": buat_pegawai(nama="BUDI OPERATOR", unit="DISDIK-SUBBAG1", **muda),
        "kepala": buat_pegawai(nama="KEPALA DINAS", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c", **muda),
        "sekda": buat_pegawai(nama="SEKDA", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d", **muda),
        "asing": buat_pegawai(nama="LULUK ASING", unit="DINKES", **muda),
    }
    akun = {k: buat_akun(p) for k, p in orang.items()}
    tugaskan(akun["operator"], "operator_opd", "DISDIK")
    return {k: masuk(Client(), a).cookies for k, a in akun.items()}


@pytest.fixture
def kantor(kue):
    """Clients: staf and head of Subbid Pensiun, Kepala BKD, another staf, operator and head of DISDIK, Sekda, a stranger."""
    klien = {k: Client() for k in kue}
    for k, satu in klien.items():
        satu.cookies = kue[k]
    return klien


@pytest.fixture
@bersama
def batch(db):
    """A batch riwayat rests on."""
    return buat_batch()


def keluarga(pegawai, batch, *, anak=1):
    """A spouse and children on the pay list."""
    isi = {"batch": batch, "segarkan": False, "tmt": date(2010, 1, 1), "tertanggung": True}
    tambah(pegawai, "keluarga", anggota="s", hubungan="pasangan", nama="SUWARNO BIN UJI", **isi)
    for i in range(anak):
        tambah(pegawai, "keluarga", anggota=f"a{i}", hubungan="anak", nama=f"ANAK KE-{i}", kawin=False, berpenghasilan=False,
               tanggal_lahir=date(HARI_INI.year - 10 - i, 3, 3), **isi)  # fmt: skip


def tulis(jawab):
    """The page as one line of text."""
    assert jawab.status_code == 200, jawab.status_code
    return " ".join(jawab.content.decode().split())
