"""Orang pada suatu tanggal: their Profil, sorted as the DUK sorts, and the standing facts a list prints beside it."""

from typing import Any, NamedTuple

from django.db.models import Max, Min

from kepangkatan.aturan import duk
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import usia_tahun
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil

SEKALI = 2000
BAGIAN = ("pangkat", "unit", "jabatan", "jejak_jabatan", "diklat", "pendidikan")


class Orang(NamedTuple):
    """One pegawai of a list: ``profil`` on the date, his ``kunci`` (``duk.Kunci``)."""

    profil: Any
    kunci: Any


class Tetap(NamedTuple):
    """What the record holds of a person without a date."""

    tempat_lahir: str
    agama: str | None


def orang(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """Yields the Orang who have any riwayat on ``per``, in ``unit_id`` and below or everywhere.

    Read by ranges of id, each its own transaction, so that ``maju(n)``, told after each how many have been read, can
    be seen by whoever waits.
    """
    urut, n = duk.urutan(acuan_kini(), per), 0
    for rentang in _rentang():
        for p in profil(per=per, rentang=rentang, sepengetahuan=sepengetahuan, bagian=BAGIAN):
            n += 1
            if p.status is None or (unit_id is not None and unit_id not in (p.jalur_unit or ())):
                continue
            yield Orang(p, duk.kunci(p, per, urut))
        if maju:
            maju(n)


def _rentang():
    """Ranges of pegawai ids of about ``SEKALI`` people, in order; two queries."""
    ujung = Pegawai.objects.aggregate(dari=Min("pk"), sampai=Max("pk"))
    if ujung["dari"] is None:
        return []
    lebar = max(SEKALI, (ujung["sampai"] - ujung["dari"] + 1) * SEKALI // max(Pegawai.objects.count(), 1))
    return [(awal, awal + lebar - 1) for awal in range(ujung["dari"], ujung["sampai"] + 1, lebar)]


def aktif(p):
    """Active on the date; an unrecorded kedudukan counts as active, as in ProfilKini."""
    return p.aktif is not False and not p.berhenti


def tetap(ids=None):
    """{pegawai id: Tetap} of ``ids``, or of everyone; one query."""
    daftar = Pegawai.objects.order_by()
    if ids is not None:
        daftar = daftar.filter(pk__in=ids)
    return {pk: Tetap(*isi) for pk, *isi in daftar.values_list("pk", "tempat_lahir", "agama_id")}


def usia(p, per):
    """Age in years on the date, or an empty text."""
    return usia_tahun(p.tanggal_lahir, per) if p.tanggal_lahir else ""
