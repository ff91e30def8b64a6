"""Orang pada suatu tanggal: their Profil, sorted as the DUK sorts, and the standing facts a list prints beside it."""

from typing import Any, NamedTuple

from kepangkatan.aturan import duk
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import usia_tahun
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil

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
    """Yields the Orang who have any riwayat on ``per``, in ``unit_id`` and below or everywhere; streams.

    ``maju(n)`` is told now and then how many have been read.
    """
    urut = duk.urutan(acuan_kini(), per)
    for n, p in enumerate(profil(per=per, sepengetahuan=sepengetahuan, bagian=BAGIAN), 1):
        if maju and n % 500 == 0:
            maju(n)
        if p.status is None or (unit_id is not None and unit_id not in (p.jalur_unit or ())):
            continue
        yield Orang(p, duk.kunci(p, per, urut))


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
