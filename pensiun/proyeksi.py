"""Proyeksi pensiun: siapa mencapai batas usia pensiun lima tahun sesudah suatu tanggal, menurut bulan, OPD, dan jabatan.

Law: UU 20/2023 Ps. 55; PP 11/2017 Ps. 239-240: the BUP is that of the post held on the day one looks, so the projection
changes by itself when a riwayat jabatan does. Today is read from ProfilKini, any other day from the one profile query;
one SQL groups, one lists. Nothing here is stored.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.models import BUP
from kepegawaian.profil_sql import susun_sql

SQL = Path(__file__).parent / "sql" / "proyeksi.sql"
TAHUN = 5
STATUS = {"pns": ("PNS", "CPNS"), "pppk": ("PPPK", "PPPK_PW"), "semua": ("PNS", "CPNS", "PPPK", "PPPK_PW")}
KINI = (
    "SELECT pegawai_id, status, aktif AS hadir, jabatan_id, unit_id, opd_id, golongan_id AS golongan, bup, tmt_pensiun"
    " FROM kepegawaian_profilkini"
)
PADA = (
    "SELECT q.pegawai_id, q.status, coalesce(q.aktif, true) AS hadir, q.jabatan_id, q.unit_id, q.opd_id, q.golongan, q.bup,"
    " q.tmt_pensiun FROM (:dalam) q"
)
# Which columns a grouped row has: bits of GROUPING(bulan, tahun, opd_id, kelompok, jabatan).
BULANAN, TAHUNAN, PER_OPD, PER_KELOMPOK, PER_JABATAN = 0b01111, 0b10111, 0b10011, 0b10101, 0b10110
REKAP = """
SELECT grouping(bulan, tahun, opd_id, kelompok, jabatan), bulan, tahun, opd_id, kelompok, jabatan, count(*)
FROM (SELECT date_trunc('month', tmt_pensiun)::date AS bulan, extract(year FROM tmt_pensiun)::int AS tahun,
             opd_id, kelompok, jabatan FROM pilih) x
GROUP BY GROUPING SETS ((bulan), (tahun), (tahun, opd_id), (tahun, kelompok), (tahun, jabatan))
"""
DAFTAR = """
SELECT p.pegawai_id, k.nip, k.nama, k.gelar_depan, k.gelar_belakang, p.tmt_pensiun, p.bup, p.golongan, p.kelompok,
       p.nama_jabatan, p.unit_id, p.opd_id
FROM pilih p JOIN kepegawaian_profilkini k ON k.pegawai_id = p.pegawai_id
ORDER BY p.tmt_pensiun, k.nama, k.nip
"""


@dataclass(frozen=True, slots=True)
class Saringan:
    """What is asked: the day, scope (``unit`` None: everyone), and filters (None: no filter)."""

    per: date
    unit: tuple | None = None
    saya: int = 0
    opd: int | None = None
    kelompok: str | None = None
    jabatan: str | None = None
    status: str = "pns"


class Orang(NamedTuple):
    """One person of the list."""

    pegawai_id: int
    nip: str
    nama_saja: str
    gelar_depan: str
    gelar_belakang: str
    tmt: date
    bup: int | None
    golongan: str | None
    kelompok: str
    jabatan: str
    unit_id: int | None
    opd_id: int | None

    @property
    def nama(self):
        """Name with degrees."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        return f"{depan}{self.nama_saja}" + (f", {self.gelar_belakang}" if self.gelar_belakang else "")


@dataclass(slots=True)
class Rekap:
    """Counts: ``bulan`` [(first day, n)] of every month, ``tahun`` {year: n}; the others {key: {year: n}}."""

    bulan: list
    tahun: dict
    opd: dict = field(default_factory=dict)
    kelompok: dict = field(default_factory=dict)
    jabatan: dict = field(default_factory=dict)

    @property
    def jumlah(self):
        """Everyone in the five years."""
        return sum(self.tahun.values())


def rentang(per, bulan=12 * TAHUN):
    """(first TMT, first TMT after the end): the months after the one of ``per``."""
    awal = tambah_bulan(per.replace(day=1), 1)
    return awal, tambah_bulan(awal, bulan)


@cache
def _sql(kini):
    orang = (
        KINI
        if kini
        else PADA.replace(":dalam", susun_sql(("unit", "jabatan", "pangkat"), dua_jam=False, sasaran="true"))
    )
    teks = "".join(b for b in SQL.read_text(encoding="utf-8").splitlines(keepends=True) if not b.startswith("--"))
    return teks.replace(":orang", orang)


def _jalankan(ekor, saring, dari, sampai):
    nilai = {
        "per": saring.per, "dari": dari, "sampai": sampai, "status": list(STATUS[saring.status]),
        "semua": saring.unit is None, "unit": list(saring.unit or ()), "saya": saring.saya or 0, "opd": saring.opd,
        "kelompok": saring.kelompok, "jabatan": saring.jabatan,
    }  # fmt: skip
    with connection.cursor() as kursor:
        kursor.execute(_sql(saring.per == timezone.localdate()) + ekor, nilai)
        return kursor.fetchall()


def rekap(saring):
    """The Rekap of the five years after ``saring.per``; one query."""
    dari, sampai = rentang(saring.per)
    per_bulan, per_tahun = {}, dict.fromkeys(range(dari.year, tambah_bulan(sampai, -1).year + 1), 0)
    kelompok = {PER_OPD: defaultdict(dict), PER_KELOMPOK: defaultdict(dict), PER_JABATAN: defaultdict(dict)}
    for jenis, bulan, tahun, opd, kode, jabatan, banyak in _jalankan(REKAP, saring, dari, sampai):
        if jenis == BULANAN:
            per_bulan[bulan] = banyak
        elif jenis == TAHUNAN:
            per_tahun[tahun] = banyak
        else:
            kunci = {PER_OPD: opd, PER_KELOMPOK: kode, PER_JABATAN: jabatan}[jenis]
            kelompok[jenis][kunci][tahun] = banyak
    bulan = [tambah_bulan(dari, i) for i in range(12 * TAHUN)]
    return Rekap([(b, per_bulan.get(b, 0)) for b in bulan], per_tahun, *(dict(x) for x in kelompok.values()))


def daftar(saring, dari, sampai):
    """[Orang] whose TMT pensiun lies from ``dari`` up to, not including, ``sampai``; one query."""
    return [Orang(*baris) for baris in _jalankan(DAFTAR, saring, dari, sampai)]


def nama_kelompok(per):
    """{kode: name} of the groups of the table BUP on a day."""
    baris = BUP.objects.filter(berlaku_sejak__lte=per).order_by("berlaku_sejak").values_list("kode", "jabatan")
    return dict(baris) | {"": "Jabatan belum tercatat"}


def tabel(isi, tahun, nama):
    """[(name, [n of each year], sum, key)] of {key: {year: n}}, the greatest first."""
    baris = [(nama(k), [n.get(t, 0) for t in tahun], sum(n.values()), k) for k, n in isi.items()]
    return sorted(baris, key=lambda b: (-b[2], b[0]))


def sebut_bulan(bulan):
    """``Januari 2027``."""
    return f"{NAMA_BULAN[bulan.month]} {bulan.year}"


def grafik(hasil):
    """Data of the chart: how many each month."""
    return {
        "jenis": "bar", "label": [f"{NAMA_BULAN[b.month][:3]} {b:%y}" for b, _ in hasil.bulan],
        "deret": [{"nama": "Pensiun", "nilai": [n for _, n in hasil.bulan]}], "satuan": "pegawai",
    }  # fmt: skip
