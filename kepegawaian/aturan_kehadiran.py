"""Aturan kehadiran: hari tidak masuk tanpa alasan yang sah, ambangnya, dan sepuluh hari terus-menerus. Pure.

Law: PP 94/2021 Pasal 9-11 (thresholds), Pasal 15 (a calendar year; salary after ten consecutive days), Pasal 42
(transition of the penalties sedang); before 31 August 2021 PP 53/2010. Readings T-01 and T-02. All figures are dated
settings: ``ambang_ketidakhadiran`` {kode: first day}, ``ketidakhadiran_beruntun_hari``, ``menit_satu_hari_tidak_masuk``.

Dates in, dates out: which day counts as absence is asked of ``kepegawaian.kehadiran``.
"""

from datetime import date, timedelta
from typing import NamedTuple

from kepegawaian.aturan import awal_bulan_berikut

BERUNTUN = "B3C"
# The types of the law, and what is imposed in their place until the cut of the tunjangan is in force (PP 94/2021 Ps. 42).
PERALIHAN = {"S1": "S1T", "S2": "S2T", "S3": "S3T"}


class Ambang(NamedTuple):
    """A threshold: the type of penalty for ``dari`` to ``sampai`` days in a year (None: no end); ``urutan`` its weight."""

    kode: str
    dari: int
    sampai: int | None
    urutan: int


class Rentetan(NamedTuple):
    """A run of consecutive working days; ``hari_ambang``: the day it became long enough for Pasal 15, or None."""

    panjang: int
    dari: date | None
    sampai: date | None
    hari_ambang: date | None = None


class Absen(NamedTuple):
    """A calendar year of one person.

    ``hari``: absent working days in order; ``menit`` late and early in all; ``hari_menit``: the days on which those
    minutes became one more day; ``jumlah``: both together; ``kode``/``urutan``/``capai_pada``: the type reached, its
    weight, and when; ``capai``: ((kode, date), …) of every type on the way; ``rentetan`` the longest run that ends in the
    year; ``mungkin`` its length if unrecorded days were absence too; ``sepuluh``: every run long enough for Pasal 15 whose
    tenth day falls in the year, oldest first; ``terakhir``: the last day that counted.
    """

    tahun: int
    hari: tuple
    menit: int
    hari_menit: tuple
    jumlah: int
    kode: str
    urutan: int
    capai_pada: date | None
    capai: tuple
    rentetan: Rentetan
    mungkin: int
    sepuluh: tuple
    terakhir: date | None

    @property
    def ada(self):
        """True when there is anything to keep of the year."""
        return bool(self.jumlah or self.menit or self.rentetan.panjang)


def daftar_ambang(acuan, tanggal):
    """Thresholds in force on the day of an absence, lightest first (T-01); empty where none are set."""
    try:
        nilai = acuan.setelan("ambang_ketidakhadiran", tanggal)
    except KeyError:
        return ()
    urut = sorted(nilai.items(), key=lambda x: x[1])
    akhir = [*(dari - 1 for _, dari in urut[1:]), None]
    return tuple(Ambang(kode, dari, akhir[i], i + 1) for i, (kode, dari) in enumerate(urut))


def ambang(jumlah, acuan, tanggal):
    """The Ambang ``jumlah`` days reach under the table of ``tanggal``, or None below the first one."""
    return next((a for a in reversed(daftar_ambang(acuan, tanggal)) if a.dari <= jumlah), None)


def hari_beruntun(acuan, tanggal):
    """How many consecutive working days stop the salary (PP 94/2021 Ps. 15 ayat (2)), or None before that law."""
    try:
        return acuan.setelan("ketidakhadiran_beruntun_hari", tanggal)
    except KeyError:
        return None


def urutan_hari_kerja(acuan, awal, akhir, pola="5"):
    """{date: 0, 1, 2 …} of the working days of a pattern from ``awal`` to ``akhir``."""
    hari = (awal + timedelta(days=i) for i in range((akhir - awal).days + 1))
    return {h: i for i, h in enumerate(h for h in hari if acuan.hari_kerja(h, pola))}


def rentetan(hari, urutan, acuan):
    """All runs of consecutive working days among ``hari`` (ascending); days that are none of ``urutan`` do not count."""
    hasil, awal, sebelum, panjang, ambang_pada = [], None, None, 0, None
    for h in (h for h in hari if h in urutan):
        if sebelum is None or urutan[h] != urutan[sebelum] + 1:
            if awal is not None:
                hasil.append(Rentetan(panjang, awal, sebelum, ambang_pada))
            awal, panjang, ambang_pada = h, 0, None
        panjang, sebelum = panjang + 1, h
        batas = hari_beruntun(acuan, h)
        if ambang_pada is None and batas is not None and panjang >= batas:
            ambang_pada = h
    if awal is not None:
        hasil.append(Rentetan(panjang, awal, sebelum, ambang_pada))
    return hasil


def absen(tahun, hari, menit, urutan, acuan, ragu=()):
    """PP 94/2021 Ps. 9-11 and 15 (T-01): the Absen of a calendar year.

    ``hari``: dates absent without valid reason, ascending; those before the year count for a run only. ``menit``: [(date,
    minutes late and early)] of the year. ``urutan``: working days of his pattern. ``ragu``: working days nobody recorded.
    """
    hari = [h for h in hari if h in urutan]
    setahun = tuple(h for h in hari if h.year == tahun)
    jumlah_menit, hari_menit = _hari_menit(menit, tahun, acuan)
    kejadian = sorted((*setahun, *hari_menit))
    kode, tingkat, capai = "", 0, []
    for n, h in enumerate(kejadian, 1):
        a = ambang(n, acuan, h)
        if a is not None and a.kode != kode:
            kode, tingkat = a.kode, a.urutan
            capai.append((kode, h))
    semua = rentetan(hari, urutan, acuan)
    terpanjang = max(
        (r for r in semua if r.sampai.year == tahun), key=lambda r: r.panjang, default=Rentetan(0, None, None)
    )
    sepuluh = tuple(r for r in semua if r.hari_ambang and r.hari_ambang.year == tahun)
    if sepuluh:
        terpanjang = max(sepuluh, key=lambda r: r.panjang)
        capai.append((BERUNTUN, sepuluh[0].hari_ambang))
        kode, tingkat = BERUNTUN, _terberat(acuan, sepuluh[0].hari_ambang)
    mungkin = terpanjang.panjang
    if ragu:
        andai = rentetan(sorted({*hari, *ragu}), urutan, acuan)
        # A run of nothing but unrecorded days proves no absence: it must hold some that are recorded.
        mungkin = max((r.panjang for r in andai if any(r.dari <= h <= r.sampai for h in setahun)), default=mungkin)
    pada = capai[-1][1] if capai else None
    terakhir = max(kejadian, default=terpanjang.sampai)
    return Absen(tahun, setahun, jumlah_menit, hari_menit, len(kejadian), kode, tingkat, pada, tuple(capai), terpanjang,
                 max(mungkin, terpanjang.panjang), sepuluh, terakhir)  # fmt: skip


def _terberat(acuan, tanggal):
    """Dismissal weighs as much as the heaviest threshold."""
    return max((a.urutan for a in daftar_ambang(acuan, tanggal)), default=1)


def _hari_menit(menit, tahun, acuan):
    """(minutes in all, days on which they filled one more day); the remainder is dropped (T-01, sebagian)."""
    jumlah, sisa, hasil = 0, 0, []
    for h, n in sorted(menit):
        if h.year != tahun:
            continue
        sehari = acuan.setelan("menit_satu_hari_tidak_masuk", h)
        jumlah, sisa = jumlah + n, sisa + n
        hasil += [h] * (sisa // sehari)
        sisa %= sehari
    return jumlah, tuple(hasil)


def dijatuhkan(kode, acuan, tanggal):
    """The type imposed for a type of the law, by the day the SK is issued: S1T-S3T while ``rezim_hukuman_sedang`` is transisi."""
    if kode in PERALIHAN and acuan.setelan("rezim_hukuman_sedang", tanggal) != "penuh":
        return PERALIHAN[kode]
    return kode


def gaji_berhenti(hari_ambang):
    """PP 94/2021 Ps. 15 ayat (2), T-02: the first month without salary begins on the 1st after the tenth day."""
    return awal_bulan_berikut(hari_ambang)
