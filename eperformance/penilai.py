"""Pejabat penilai: siapa menilai kinerja siapa, dan SKP siapa yang terlihat. Follows the office, not the person.

Law: PP 30/2019 (pejabat penilai kinerja is the atasan langsung, at least a pengawas, or one he delegates to; SKP-7); the Bupati
for heads of perangkat daerah and the Sekda. Set-based: one query of the heads of all units serves everybody.
"""

from typing import NamedTuple

from django.db.models import Q
from django.http import Http404

from eperformance.models import Skp
from kepegawaian.hak import memegang
from kepegawaian.models import Jabatan

KANTOR = "SUB41"
SEKDA, BUPATI = "KEPALA-SETDA", "BUPATI"


class Penilai(NamedTuple):
    """An office (``jabatan`` id) or somebody without NIP (``luar``); exactly one of them."""

    jabatan: int | None
    luar: str = ""


def kepala_unit(tanggal):
    """{unit id: (jabatan id, kode)} of the heads of all units on ``tanggal``; one query."""
    return {u: (pk, kode) for u, pk, kode in pemimpin(tanggal).values_list("unit_id", "pk", "kode")}


def pemimpin(tanggal, unit_ids=None):
    """Jabatan that head a unit on ``tanggal`` (of ``unit_ids``), the newest of a unit last."""
    semua = Jabatan.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal),
        kepala_unit=True, unit__isnull=False, berlaku_sejak__lte=tanggal,
    )  # fmt: skip
    return (semua if unit_ids is None else semua.filter(unit__in=unit_ids)).order_by("berlaku_sejak")


def penilai(jabatan_id, unit_id, acuan, kepala):
    """The Penilai of the holder of ``jabatan_id`` who works in ``unit_id``; None when his unit is unknown.

    Head of his unit; who heads it himself goes one up; the head of a perangkat daerah and the Sekda belong to the Bupati.
    """
    unit = acuan.unit.get(unit_id)
    if unit is None:
        return None
    for i in reversed(unit.jalur):
        satu = kepala.get(i)
        if satu is None:
            continue
        if satu[0] != jabatan_id:
            return Penilai(satu[0])
        if acuan.unit[i].jenis == "opd" or satu[1] == SEKDA:
            return Penilai(None, BUPATI)
    return Penilai(None, BUPATI)


def menilai(hak, skp):
    """Does he hold, today, the office that assesses this SKP? Never his own."""
    if hak.hanya_baca or skp.pegawai_id == hak.pegawai_id:
        return False
    return skp.penilai_id in hak.jabatan_ids if skp.penilai_id else skp.penilai_luar in hak.kantor_luar


def dinilai(hak, awalan=""):
    """Q over Skp (reached by ``awalan``) of those he assesses today."""
    syarat = Q(**{f"{awalan}pk__in": ()})
    if hak.kantor:
        syarat = Q(**{f"{awalan}penilai_id__in": hak.jabatan_ids})
    if hak.kantor_luar:
        syarat |= Q(**{f"{awalan}penilai_luar__in": sorted(hak.kantor_luar)})
    return syarat & ~Q(**{f"{awalan}pegawai_id": hak.pegawai_id or 0})


def mengelola(hak, acuan):
    """Staf and head of SUB41 and the heads above it in the BKD: open a year, reassign, finish."""
    return not hak.hanya_baca and memegang(hak, acuan, (KANTOR,))


def terlihat(hak, awalan=""):
    """Q over Skp of those he may read: his own, those he assesses, those of people in his scope."""
    if hak.lihat_semua:
        return Q()
    syarat = Q(**{f"{awalan}pegawai_id": hak.pegawai_id or 0}) | dinilai(hak, awalan)
    if hak.unit_lingkup:
        syarat |= Q(**{f"{awalan}unit_id__salah_satu": hak.unit_lingkup})
    return syarat


def ambil_skp(request, pk, *lain):
    """The Skp ``pk`` when he may read it; 404 to everybody else, so that nothing leaks."""
    ikut = ("periode", "pegawai__kini", "jabatan", "unit", "opd", "penilai__unit", *lain)
    skp = Skp.objects.select_related(*ikut).filter(terlihat(request.hak), pk=pk).first()
    if skp is None:
        raise Http404
    return skp
