"""Dunia: apa yang sudah ada sebelum orangnya — unit, jabatan, golongan, tabel gaji, periode KP.

Read once from the database (``Dunia.dari_db``, after ``muat_referensi``) or straight from
``kepegawaian/data/*.csv`` (``Dunia.dari_csv``, for tests and for a machine without a database). Both give
the same object, ordered by code, so that a seed gives the same people.
"""

import csv
import json
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kepegawaian.bangkit.waktu import bulan, tanggal

FOLDER = Path(__file__).parent.parent / "data"
# Only this one pay table exists as data; rows of gaji start here.
GAJI_SEJAK = date(2024, 1, 1)


class Unit(NamedTuple):
    """One unit kerja; ``opd`` is the code of its OPD, ``jalur`` the names from the unit up to the OPD."""

    kode: str
    nama: str
    jenis: str
    induk: str
    sejak: date
    sampai: date | None
    pengganti: str
    siasn_id: str
    id: int | None
    opd: str
    jalur: tuple[str, ...]


class Jabatan(NamedTuple):
    """One post; a seat (``kursi``) is held by one person at a time."""

    kode: str
    nama: str
    jenis: str
    eselon: str
    jenjang: str
    nama_jf: str
    setara: bool
    kelas: int
    bup: str
    unit: str
    sejak: date
    sampai: date | None
    siasn_id: str
    id: int | None

    @property
    def kursi(self):
        """True for struktural posts, heads of schools and of puskesmas."""
        return bool(self.unit)


class Didik(NamedTuple):
    """What an education level gives at the start: rank index, MKG years, ceiling, PPPK golongan."""

    awal: int
    mkg: int
    puncak: int
    pppk: str
    bebas_1: bool
    bebas_2: bool


@dataclass
class Dunia:
    """The references generation needs; treat as read-only."""

    unit: dict[str, Unit]
    jabatan: dict[str, Jabatan]
    golongan: tuple[str, ...]
    gaji: dict[str, tuple[tuple[int, ...], tuple[int, ...]]]
    didik: dict[str, Didik]
    eselon: dict[str, tuple[int, int, str]]
    bup: dict[str, int]
    periode: tuple[tuple[date, frozenset[int]], ...]
    anak: dict[str, list[str]] = field(default_factory=dict)
    pendahulu: dict[str, str] = field(default_factory=dict)
    jf: dict[str, dict[str, str]] = field(default_factory=dict)
    urutan: dict[str, int] = field(default_factory=dict)

    @classmethod
    def dari_csv(cls, folder=FOLDER):
        """Reads the CSV files of the reference tables."""

        def baca(nama):
            with (Path(folder) / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
                return list(csv.DictReader(berkas))

        return _susun(baca)

    @classmethod
    def dari_db(cls):
        """Reads the tables of the database; ids come along for ``--langsung``."""
        return _susun(_baca_db)

    def gaji_pokok(self, golongan, mkg_tahun):
        """Rupiah of the greatest row not above ``mkg_tahun``, or None."""
        baris, nilai = self.gaji[golongan]
        letak = bisect_right(baris, mkg_tahun) - 1
        return nilai[letak] if letak >= 0 else None

    def periode_kp(self, indeks):
        """The first lawful KP month not before month ``indeks``."""
        while True:
            hari = tanggal(indeks)
            boleh = self.periode[0][1]
            for sejak, bulan_sah in self.periode:
                if sejak <= hari:
                    boleh = bulan_sah
            if hari.month in boleh:
                return indeks
            indeks += 1

    def periode_kp_sebelum(self, indeks):
        """The last lawful KP month not after month ``indeks``."""
        while self.periode_kp(indeks) != indeks:
            indeks -= 1
        return indeks

    def unit_pada(self, kode, hari):
        """The unit of that time: itself, its OPD, or the OPD that became it; empty when there was none."""
        unit = self.unit[kode]
        if unit.sejak <= hari:
            return kode
        opd = unit.opd or kode
        while opd and self.unit[opd].sejak > hari:
            opd = self.pendahulu.get(opd, "")
        return opd

    def batas_lahir(self, bup, per):
        """The earliest birth month of someone with this retirement age who still works on ``per``."""
        return tanggal(bulan(per) - bup * 12)

    @cached_property
    def kecamatan(self):
        """Names of the kecamatan, in order of their codes."""
        return [
            u.nama.removeprefix("Kecamatan ") for u in self.unit.values() if u.kode.startswith("KEC") and not u.opd
        ]


def _tgl(nilai):
    return date.fromisoformat(nilai) if isinstance(nilai, str) and nilai else nilai or None


def _susun(baca):
    """Builds the Dunia from a function that gives the rows (dict) of a reference table."""
    golongan = sorted((r for r in baca("golongan") if r["jenis"] == "PNS"), key=lambda r: int(r["urutan"]))
    kode_golongan = ("", *(g["kode"] for g in golongan))
    urutan = {k: i for i, k in enumerate(kode_golongan) if k}
    hasil = Dunia(
        unit=_unit(baca("unit_kerja")),
        jabatan=_jabatan(baca("jabatan")),
        golongan=kode_golongan,
        gaji=_gaji(baca("tabel_gaji")),
        didik={
            r["setara"]: Didik(
                urutan[r["golongan_awal"]],
                int(r["mkg_awal_tahun"]),
                urutan[r["puncak_reguler"]],
                r["golongan_pppk"] or "",
                r["bebas_ujian_dinas_1"] in ("ya", True),
                r["bebas_ujian_dinas_2"] in ("ya", True),
            )
            for r in baca("pendidikan_golongan")
            if not r["berlaku_sampai"]
        },
        eselon={
            r["kode"]: (urutan[r["pangkat_terendah"]], urutan[r["pangkat_tertinggi"]], r["diklat"])
            for r in baca("eselon")
        },
        bup={r["kode"]: int(r["tahun"]) for r in baca("bup") if not r["berlaku_sampai"]},
        periode=tuple(sorted((_tgl(r["berlaku_sejak"]), _bulan(r["bulan"])) for r in baca("periode_kp"))),
        urutan=urutan,
    )
    _hubungkan(hasil)
    return hasil


def _bulan(nilai):
    return frozenset(json.loads(nilai) if isinstance(nilai, str) else nilai)


def _unit(baris):
    mentah = {r["kode"]: r for r in baris}
    hasil = {}
    for kode in sorted(mentah):
        r, jalur, opd = mentah[kode], [], ""
        naik = r
        while naik and naik["jenis"] != "kabupaten":
            jalur.append(naik["nama"])
            if naik["jenis"] == "opd":
                opd = naik["kode"]
                break
            naik = mentah.get(naik["induk"])
        hasil[kode] = Unit(
            kode,
            r["nama"],
            r["jenis"],
            r["induk"] or "",
            _tgl(r["berlaku_sejak"]),
            _tgl(r["berlaku_sampai"]),
            r["pengganti"] or "",
            r.get("siasn_id") or "",
            r.get("id"),
            "" if opd == kode else opd,
            tuple(jalur),
        )
    return hasil


def _jabatan(baris):
    return {
        r["kode"]: Jabatan(
            r["kode"],
            r["nama"],
            r["jenis"],
            r["eselon"] or "",
            r["jenjang"] or "",
            r["nama_jf"] or "",
            r["hasil_penyetaraan"] in ("ya", True),
            int(r["kelas"] or 0),
            r["bup_kode"],
            r["unit"] or "",
            _tgl(r["berlaku_sejak"]),
            _tgl(r["berlaku_sampai"]),
            r.get("siasn_id") or "",
            r.get("id"),
        )
        for r in sorted(baris, key=lambda r: r["kode"])
    }


def _gaji(baris):
    sel = defaultdict(list)
    for r in baris:
        if not r["berlaku_sampai"]:
            sel[r["golongan"]].append((int(r["mkg"]), int(r["gaji"])))
    return {kode: tuple(zip(*sorted(isi), strict=True)) for kode, isi in sel.items()}


def _hubungkan(dunia):
    """Fills the look-ups that follow from the rows."""
    for unit in dunia.unit.values():
        if unit.sampai is None:
            dunia.anak.setdefault(unit.opd or unit.kode, []).append(unit.kode)
        if unit.pengganti:
            dunia.pendahulu.setdefault(unit.pengganti, unit.kode)
    for j in dunia.jabatan.values():
        if j.jenis == "fungsional" and not j.unit and not j.setara and j.sampai is None:
            dunia.jf.setdefault(j.kode.rsplit("-", 1)[0], {})[j.jenjang] = j.kode


def _baca_db(nama):
    """Rows of one table as dicts shaped like the CSV."""
    from kepegawaian import models as m  # noqa: PLC0415 - the CSV path must work without Django

    tabel = {
        "golongan": (m.Golongan, {}),
        "unit_kerja": (m.UnitKerja, {"induk": "induk__kode", "pengganti": "pengganti__kode"}),
        "jabatan": (m.Jabatan, {"eselon": "eselon_id", "unit": "unit__kode"}),
        "tabel_gaji": (m.TabelGaji, {"golongan": "golongan_id"}),
        "pendidikan_golongan": (
            m.PendidikanGolongan,
            {
                "golongan_awal": "golongan_awal_id",
                "puncak_reguler": "puncak_reguler_id",
                "golongan_pppk": "golongan_pppk_id",
            },
        ),
        "eselon": (
            m.Eselon,
            {"pangkat_terendah": "pangkat_terendah_id", "pangkat_tertinggi": "pangkat_tertinggi_id"},
        ),
        "bup": (m.BUP, {}),
        "periode_kp": (m.PeriodeKP, {}),
    }
    model, ganti = tabel[nama]
    kolom = [ganti.get(f.name, f.name) for f in model._meta.concrete_fields]
    nama_kolom = [f.name for f in model._meta.concrete_fields]
    return [dict(zip(nama_kolom, r, strict=True)) for r in model._default_manager.order_by("pk").values_list(*kolom)]
