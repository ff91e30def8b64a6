"""Tabel hukum disiplin sebagai data bertanggal: jenis hukuman, pejabat berwenang, kewajiban dan larangan. No Django.

Read once from ``disiplin/data/*.csv``; every row names its regulation and how sure it is. Two steps of the law (PP
94/2021 Pasal 42): every classification gives the code of the law (S1-S3); the setting ``rezim_hukuman_sedang`` says
which penalty is imposed in its place (S1T-S3T) on the date of the SK.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
RINGAN, SEDANG, BERAT = "ringan", "sedang", "berat"
TINGKAT = (RINGAN, SEDANG, BERAT)
# Levels of office, lowest first; ``jf`` and ``jf_utama`` are punished but have no place of their own here.
JENJANG = ("pelaksana", "pengawas", "administrator", "jpt_pratama", "bupati", "presiden")
SEBUTAN = {
    "pelaksana": "pelaksana", "pengawas": "pejabat pengawas", "administrator": "pejabat administrator",
    "jpt_pratama": "pejabat pimpinan tinggi pratama", "jf": "pejabat fungsional",
    "jf_utama": "pejabat fungsional ahli utama", "bupati": "Bupati", "presiden": "Presiden",
}  # fmt: skip


class Jenis(NamedTuple):
    """A kind of penalty; ``bulan`` its term or None, ``tim``: tidak | dapat | wajib; ``upaya``: keberatan | banding.

    The days of absence it stands for are the dated setting ``ambang_ketidakhadiran`` (``kepegawaian.aturan_kehadiran``).
    """

    kode: str
    tingkat: str
    urutan: int
    nama: str
    bulan: int | None
    tim: str
    upaya: str
    siasn_id: int | None
    sejak: date
    sampai: date | None
    dasar: str
    keyakinan: str


class Wewenang(NamedTuple):
    """Who punishes whom: ``jenis`` narrows to some codes, empty for the whole level."""

    kode: str
    sasaran: str
    tingkat: str
    jenis: tuple
    pejabat: str
    sejak: date
    sampai: date | None
    dasar: str
    keyakinan: str


class Norma(NamedTuple):
    """An obligation or prohibition; ``tetap``: the level it has whatever the impact, for the posts of ``bila``.

    ``tanpa_ringan``: an impact on the unit is sedang already; ``absen``: its level follows the days.
    """

    kode: str
    pasal: str
    jenis: str
    uraian: str
    tetap: str
    bila: tuple
    tanpa_ringan: bool
    absen: bool
    sejak: date
    sampai: date | None
    dasar: str
    keyakinan: str


def _baris(nama):
    with (DATA / nama).open(encoding="utf-8", newline="") as berkas:
        yield from csv.DictReader(berkas)


def _hari(teks):
    return date.fromisoformat(teks) if teks else None


def _angka(teks):
    return int(teks) if teks else None


def _daftar(teks):
    return tuple(x for x in teks.split(";") if x)


@cache
def jenis_hukuman():
    """{kode: Jenis} of every penalty."""
    hasil = {}
    for b in _baris("jenis_hukuman.csv"):
        hasil[b["kode"]] = Jenis(
            b["kode"], b["tingkat"], int(b["urutan"]), b["jenis"], _angka(b["bulan"]), b["tim"], b["upaya"],
            _angka(b["siasn_id"]), _hari(b["berlaku_sejak"]), _hari(b["berlaku_sampai"]), b["dasar"], b["keyakinan"],
        )  # fmt: skip
    return hasil


@cache
def _tingkat_lama():
    """{kode: level} of every kind ever, those of PP 53/2010 and before included, as the reference table has them."""
    berkas = DATA.parents[1] / "kepegawaian" / "data" / "jenis_hukuman.csv"
    with berkas.open(encoding="utf-8", newline="") as isi:
        return {b["kode"]: b["tingkat"] for b in csv.DictReader(isi)}


def tingkat_kode(kode):
    """Level of a kind of penalty, also of one that PP 94/2021 no longer knows (``S:14``); "" when there is none."""
    j = jenis_hukuman().get(kode)
    return j.tingkat if j else _tingkat_lama().get(kode, "")


@cache
def kewenangan():
    """Every Wewenang, in the order of the table."""
    return tuple(
        Wewenang(
            b["kode"], b["sasaran"], b["tingkat"], _daftar(b["jenis"]), b["pejabat"], _hari(b["berlaku_sejak"]),
            _hari(b["berlaku_sampai"]), b["dasar"], b["keyakinan"],
        )
        for b in _baris("kewenangan.csv")
    )  # fmt: skip


@cache
def norma():
    """Every Norma, in the order of the articles; one that differs by post has several rows of the same code."""
    return tuple(
        Norma(
            b["kode"], b["pasal"], b["jenis"], b["uraian"], b["tetap"], _daftar(b["bila"]), b["tanpa_ringan"] == "ya",
            b["absen"] == "ya", _hari(b["berlaku_sejak"]), _hari(b["berlaku_sampai"]), b["dasar"], b["keyakinan"],
        )
        for b in _baris("kewajiban_larangan.csv")
    )  # fmt: skip


def norma_kode(kode, sasaran=""):
    """The Norma ``kode`` for a post; ValueError when the table has none."""
    semua = [n for n in norma() if n.kode == kode]
    if not semua:
        raise ValueError(f"Kewajiban atau larangan {kode!r} tidak ada pada tabel.")
    return next((n for n in semua if sasaran in n.bila), next((n for n in semua if not n.bila), semua[0]))


def pilihan_norma():
    """Choices (code, "Pasal 3 huruf a: …") of a form; each code once."""
    return [(n.kode, f"{n.pasal}: {n.uraian}") for n in {n.kode: n for n in norma()}.values()]


def sebut_norma(kode):
    """``PP 94/2021 Pasal 5 huruf k``: how a decree cites it; a rule outside PP 94/2021 names its own."""
    n = norma_kode(kode)
    return n.pasal if n.pasal.startswith("PP ") else f"PP 94/2021 {n.pasal}"


def kecil(nama):
    """A name inside a sentence: only its first letter becomes small (PNS stays PNS)."""
    return nama[:1].lower() + nama[1:]


def berlaku(baris, tanggal):
    """Does a dated row hold on ``tanggal``?"""
    return baris.sejak <= tanggal and (baris.sampai is None or tanggal <= baris.sampai)
