"""Bahan papan: one set-based query of everybody in sight by unit, state and evaluation; folded in Python into what a page shows."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import connection

from eperformance.aturan import PREDIKAT
from eperformance.pantau.keadaan import CORONG, TAHAP, TANPA, TERLAMBAT, terlambat

SQL = (Path(__file__).parent.parent / "sql" / "keadaan.sql").read_text(encoding="utf-8")


@dataclass(slots=True)
class Hitungan:
    """Figures of a group of people. ``unit_id``: the unit they stand for, None for all together."""

    unit_id: int | None = None
    nama: str = ""
    tahap: Counter = field(default_factory=Counter)
    status: Counter = field(default_factory=Counter)
    terlambat: Counter = field(default_factory=Counter)
    predikat: Counter = field(default_factory=Counter)

    @property
    def pegawai(self):
        """All people."""
        return self.tahap["pegawai"]

    @property
    def lambat(self):
        """People late at any stage."""
        return sum(self.terlambat.values())

    @property
    def dinilai(self):
        """People with a predikat of the masa."""
        return sum(self.predikat.values())

    def persen(self, tahap):
        """Share of all people that have come to ``tahap``, in percent; None when there is nobody."""
        return self.tahap[tahap] * 100 / self.pegawai if self.pegawai else None

    @property
    def corong(self):
        """[(code, words, people, percent)] of the funnel."""
        return [(k, n, self.tahap[k], self.persen(k)) for k, n, _ in CORONG]

    @property
    def daftar_terlambat(self):
        """[(code, words, people)] of stages with somebody late."""
        return [(k, n, self.terlambat[k]) for k, n in TERLAMBAT.items() if self.terlambat[k]]

    @property
    def daftar_predikat(self):
        """[(predikat, people)]."""
        return [(p, self.predikat[p]) for p in PREDIKAT]

    @property
    def sempurna(self):
        """Is everybody assessed Sangat Baik? (anomaly, where at least five are)"""
        return self.dinilai >= 5 and self.predikat["Sangat Baik"] == self.dinilai

    def tambah(self, t, status, predikat, bermasa, menyusul, banyak):
        """Adds ``banyak`` people in one state."""
        dievaluasi = predikat is not None
        self.status[status] += banyak
        for kode, (_, menurut) in TAHAP.items():
            if status in menurut and (kode != "dievaluasi" or dievaluasi):
                self.tahap[kode] += banyak
        if predikat:
            self.predikat[predikat] += banyak
        if di_mana := terlambat(t, status, dievaluasi, bermasa, menyusul):
            self.terlambat[di_mana] += banyak


def hitung(t, *, unit=None, semua=False, kecuali=None):
    """Rows (opd_id, unit_id, status, predikat or None, bermasa, menyusul, people) of a Tinjauan; one query.

    ``semua``: everybody; else people of the units ``unit``. ``kecuali``: a pegawai who is left out.
    """
    syarat, nilai = ["true"], {}
    if unit is not None:
        syarat, nilai = ["k.unit_id = ANY(%(unit)s)"], {"unit": sorted(unit)}
    elif not semua:
        return []
    if kecuali is not None:
        syarat.append("k.pegawai_id <> %(kecuali)s")
        nilai["kecuali"] = kecuali
    awal, akhir = (t.m.mulai, t.m.sampai) if t.m else (date(t.periode.tahun, 1, 1), date(t.periode.tahun, 12, 31))
    nilai |= {
        "periode": t.periode.pk, "hari": t.hari_acuan, "nomor": t.nomor, "jenis": list(t.jenis), "masa_mulai": awal,
        "masa_sampai": akhir, "tetap": t.periode.tetap_sampai,
    }  # fmt: skip
    with connection.cursor() as kursor:
        kursor.execute(SQL.format(lingkup=" AND ".join(syarat)), nilai)
        return kursor.fetchall()


def lipat(t, baris, kelompok=None):
    """(Hitungan of all, {key: Hitungan}) of the rows of ``hitung``; ``kelompok(opd_id, unit_id)`` gives the key, None for none."""
    semua, menurut = Hitungan(), {}
    for opd, unit, status, predikat, bermasa, menyusul, n in baris:
        semua.tambah(t, status, predikat, bermasa, menyusul, n)
        if kelompok is not None and (kunci := kelompok(opd, unit)) is not None:
            menurut.setdefault(kunci, Hitungan(kunci)).tambah(t, status, predikat, bermasa, menyusul, n)
    return semua, menurut


def menurut_opd(acuan):
    """Grouping by perangkat daerah; who belongs to none stands under his own unit."""
    return lambda opd, unit: opd if opd in acuan.unit else unit


def menurut_anak(acuan, atas):
    """Grouping by the units directly below one of ``atas`` (ids); who works in ``atas`` itself stands there."""
    atas = frozenset(atas)

    def kelompok(_opd, unit):
        jalur = acuan.unit[unit].jalur if unit in acuan.unit else ()
        letak = next((i for i, u in enumerate(jalur) if u in atas), None)
        return None if letak is None else jalur[min(letak + 1, len(jalur) - 1)]

    return kelompok


def urut(acuan, menurut):
    """[Hitungan] with their names, by name."""
    for h in menurut.values():
        h.nama = acuan.unit[h.unit_id].nama if h.unit_id in acuan.unit else "Unit belum tercatat"
    return sorted(menurut.values(), key=lambda h: h.nama)


__all__ = ["TANPA", "Hitungan", "hitung", "lipat", "menurut_anak", "menurut_opd", "urut"]
