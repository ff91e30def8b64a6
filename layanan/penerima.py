"""Penerima: akun yang dituju langkah yang menunggu, bagi banyak langkah sekaligus; cermin dari ``Hak.saring_menunggu``.

A step is addressed to an office (definitive holder, Plt, Plh), to a duty or the staff of a unit, to the recorder of an
outside office, or to the applicant. Five queries for any number of addresses (the digest asks for all at once).
"""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import KODE_BKD, masih_di_sana
from kepegawaian.models import Pengguna, Penugasan, ProfilKini, RiwayatJabatan


class Alamat(NamedTuple):
    """Address of a step, as LangkahUsulan holds it."""

    jabatan_id: int | None = None
    peran: str = ""
    unit_id: int | None = None
    penerima_id: int | None = None
    kantor_luar: str = ""


def alamat(langkah):
    """The Alamat of a LangkahUsulan."""
    return Alamat(langkah.jabatan_id, langkah.peran, langkah.unit_id, langkah.penerima_id, langkah.kantor_luar)


def penerima(langkah, tanggal):
    """Ids of the accounts a waiting step is addressed to."""
    return penerima_banyak([alamat(langkah)], tanggal)[alamat(langkah)]


def penerima_banyak(daftar, tanggal):
    """{Alamat: set of ids of open accounts} for every address of ``daftar``."""
    daftar, acuan = set(daftar), acuan_kini()
    pegawai = {a: {a.penerima_id} for a in daftar if a.penerima_id}
    kantor = {a.jabatan_id for a in daftar if a.jabatan_id}
    if kantor:
        pemangku = akses.pemangku(tanggal, sorted(kantor))
        pegawai |= {a: {p.pegawai_id for p in pemangku.get(a.jabatan_id, ())} for a in daftar if a.jabatan_id}
    if unit := {a.unit_id for a in daftar if a.peran == "staf_bkd"}:
        jalur = _staf(unit, tanggal)
        pegawai |= {a: jalur[a.unit_id] for a in daftar if a.peran == "staf_bkd"}
    hasil = _akun(pegawai)
    if tugas := [a for a in daftar if a.peran or a.kantor_luar]:
        for satu in _penugasan(tanggal):
            tempat = acuan.unit.get(satu["pengguna__pegawai__kini__unit_id"])
            for a in tugas:
                if _dituju(a, satu, tempat, acuan):
                    hasil[a].add(satu["pengguna_id"])
    return hasil


def _akun(pegawai):
    """{Alamat: account ids} of {Alamat: pegawai ids}."""
    semua = set().union(*pegawai.values()) if pegawai else set()
    akun = dict(Pengguna.objects.filter(pegawai_id__in=semua, is_active=True).values_list("pegawai_id", "pk"))
    hasil = defaultdict(set)
    for a, ids in pegawai.items():
        hasil[a] = {akun[i] for i in ids if i in akun}
    return hasil


def _staf(unit, tanggal):
    """{unit_id: pegawai who work in it or below as staff}: whoever holds an office of the BKD acts in that instead."""
    memangku = RiwayatJabatan.objects.filter(
        Q(sampai__isnull=True) | Q(sampai__gte=tanggal), pegawai_id=OuterRef("pegawai_id"), tmt__lte=tanggal,
        penugasan__in=("PLT", "PLH"), dibatalkan_pada__isnull=True,
    )  # fmt: skip
    bkd = acuan_kini().unit_kode.get(KODE_BKD)
    dalam = acuan_kini().turunan([bkd.id]) if bkd else frozenset()
    staf = (
        ProfilKini.objects.filter(jalur_unit__overlap=sorted(unit), aktif=True)
        .exclude(jenis_jabatan="struktural")
        .exclude(Exists(memangku.filter(jabatan__unit_id__salah_satu=dalam)) if dalam else Q(pk__in=[]))
    )
    hasil = defaultdict(set)
    for pegawai_id, jalur in staf.values_list("pegawai_id", "jalur_unit"):
        for u in unit.intersection(jalur):
            hasil[u].add(pegawai_id)
    return hasil


def _penugasan(tanggal):
    """Running duties of open accounts."""
    berjalan = Penugasan.objects.filter(
        Q(sampai__isnull=True) | Q(sampai__gte=tanggal), sejak__lte=tanggal, pengguna__is_active=True
    )
    return berjalan.values("pengguna_id", "peran", "unit_id", "pengguna__pegawai__kini__unit_id")


def _dituju(a, tugas, tempat, acuan):
    """Is the address ``a`` one of this duty? An operator also serves the units below his."""
    if a.kantor_luar:
        return tugas["peran"] == "perekam_pimpinan"
    if tugas["peran"] != a.peran:
        return False
    if a.peran == "operator_opd":
        unit = acuan.unit.get(a.unit_id)
        di_atas = unit is not None and tugas["unit_id"] in unit.jalur
        return di_atas and masih_di_sana(acuan, tempat, tugas["unit_id"])
    return tugas["unit_id"] == a.unit_id
