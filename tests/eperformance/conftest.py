"""Orang bagi uji e-performance: satu garis atasan dari staf sampai Bupati, rekan, orang OPD lain, dan SUB41.

``pela`` (SUB12) ← ``kasub`` ← ``kabid`` ← ``kaban`` ← Bupati (``perekam``); ``rekan`` works beside him, ``eko`` in another OPD.
"""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from eperformance import siklus
from eperformance.models import HasilKerja, Indikator, PeriodeKinerja, Skp
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from layanan.pelaku import Pelaku
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tugaskan

HARI_INI = date.today()
TAHUN = HARI_INI.year


class Orang:
    """People by name; ``akun`` their accounts."""

    def __init__(self):
        self.akun = {}

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])

    def oleh(self, nama, pada=None):
        akun = self.akun[nama]
        per = timezone.localdate(pada) if pada else HARI_INI
        return Pelaku(akun, hitung_hak(akun, per=per, acuan=acuan_kini()), "127.0.0.1", pada)


@pytest.fixture
@bersama
def orang(db):
    """The line of the docstring, ``staf41`` and ``kasub41`` of SUB41, ``irma`` of the inspektorat."""
    cache.clear()
    batch, lama = buat_batch(), date(2010, 3, 1)
    mau = {
        "pela": {"nama": "PELA RAJIN", "unit": "SUB12"},
        "rekan": {"nama": "REKAN SEBELAH", "unit": "SUB12"},
        "kasub": {"nama": "KASUB UJI", "unit": "SUB12", "jabatan": "KEPALA-SUB12", "golongan": "III/d"},
        "kabid": {"nama": "KABID UJI", "unit": "BID1", "jabatan": "KEPALA-BID1", "golongan": "IV/a"},
        "kaban": {"nama": "KABAN UJI", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
        "staf41": {"nama": "STAF KINERJA", "unit": "SUB41"},
        "kasub41": {"nama": "KASUB KINERJA", "unit": "SUB41", "jabatan": "KEPALA-SUB41", "golongan": "III/d"},
        "eko": {"nama": "EKO PUSKESMAS", "unit": "PKM-PUCUK", "kelamin": "L"},
    }
    o = Orang()
    o.batch = batch
    for nama, isi in mau.items():
        pegawai = buat_pegawai(batch=batch, tmt=lama, **isi)
        setattr(o, nama, pegawai)
        o.akun[nama] = buat_akun(pegawai)
    o.akun["perekam"] = buat_akun(nama_pengguna="perekam", nama="Perekam pimpinan")
    o.akun["irma"] = buat_akun(nama_pengguna="irma", nama="Inspektorat")
    tugaskan(o.akun["perekam"], "perekam_pimpinan", sejak=date(TAHUN, 1, 1))
    tugaskan(o.akun["irma"], "inspektorat", sejak=date(TAHUN, 1, 1))
    return o


@pytest.fixture
@bersama
def periode(db):
    """The year that runs, quantitative, quarterly."""
    return PeriodeKinerja.objects.create(
        tahun=TAHUN, susun_mulai=date(TAHUN - 1, 12, 1), tetap_sampai=date(TAHUN, 1, 31),
        nilai_mulai=date(TAHUN, 12, 1), nilai_sampai=date(TAHUN + 1, 1, 31), dasar="SE Sekda 800/1/2026",
    )  # fmt: skip


def isi_skp(skp, *, induk=None, simpul=None, rencana="Layanan kenaikan pangkat selesai tepat waktu"):
    """One hasil kerja utama with its three indicators; returns it."""
    hasil = HasilKerja.objects.create(skp=skp, rencana=rencana, induk=induk, simpul=simpul)
    for urut, (aspek, target, angka, satuan) in enumerate(
        (("kuantitas", "", 120, "usulan"), ("kualitas", "tanpa pengembalian BKN", None, ""), ("waktu", "", 5, "hari"))
    ):
        Indikator.objects.create(
            hasil=hasil, aspek=aspek, uraian=f"Indikator {aspek}", target=target, target_angka=angka, satuan=satuan,
            urutan=urut, arah="turun" if aspek == "waktu" else "naik",
        )  # fmt: skip
    return hasil


def skp_ditetapkan(orang, periode, nama="pela", *, atasan="kasub", hasil_atasan=None):
    """The SKP of a person through the acts up to ``ditetapkan``; its hasil kerja serves one of the atasan's draft."""
    skp = siklus.buka(getattr(orang, nama).pk, periode.pk, oleh=orang.oleh(nama))
    if hasil_atasan is None:
        milik = Skp.objects.filter(pegawai=getattr(orang, atasan), periode=periode).first()
        milik = milik or siklus.buka(getattr(orang, atasan).pk, periode.pk, oleh=orang.oleh(atasan))
        hasil_atasan = isi_skp(milik, rencana="Administrasi kepangkatan tertib")
    isi_skp(skp, induk=hasil_atasan)
    siklus.ajukan(skp.pk, oleh=orang.oleh(nama), versi=1)
    siklus.tetapkan(skp.pk, oleh=orang.oleh(atasan), versi=2)
    return Skp.objects.get(pk=skp.pk)
