"""Isi daftar dalam Profil: one record per riwayat row, and how it is read from the one text the profile SQL gives."""

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple


class Kinerja(NamedTuple):
    """Result of one year; ``nilai`` only for PP 46/2011 and PP 30/2019 years."""

    tahun: int
    predikat: str
    nilai: Decimal | None
    id: int | None = None


class Hukuman(NamedTuple):
    """One penalty; ``sampai`` None for a penalty without a term (ringan)."""

    kode: str
    tingkat: str
    tmt: date
    sampai: date | None
    tahan_kgb: bool
    tahan_kp: bool
    id: int | None = None
    nomor_sk: str = ""


class Diklat(NamedTuple):
    """One training; ``kelompok``: struktural, fungsional, teknis, seminar; ``jp`` hours or None."""

    kelompok: str
    tanggal_selesai: date
    jp: int | None
    jenjang: str
    sesuai_jabatan: bool | None
    id: int | None
    nama: str


class Ujian(NamedTuple):
    """A passed exam: UD1, UD2 or UPKP."""

    jenis: str
    tmt: date
    nomor: str = ""


class Penghargaan(NamedTuple):
    """An award by its SIASN code."""

    jenis: str
    tmt: date
    nomor_sk: str = ""


class Tinggal(NamedTuple):
    """A spell away from duty (``RiwayatTinggal.JENIS``), running or past; ``sampai`` None while its end is not known."""

    jenis: str
    tmt: date
    sampai: date | None


class Pangkat(NamedTuple):
    """A step of the rank history: order index, TMT and kind of KP (empty when not recorded)."""

    urutan: int
    tmt: date
    jenis_kp: str = ""


class JabatanLama(NamedTuple):
    """A definitive post ever held: ``kelompok`` of its eselon (empty for JF and pelaksana), ``dilantik`` or None."""

    jabatan_id: int
    jenis: str
    eselon: str
    kelompok: str
    jenjang: str
    kelas: int | None
    unit_id: int | None
    tmt: date
    dilantik: date | None
    nama: str


class Tanggungan(NamedTuple):
    """A living spouse, child or parent as last recorded; ``tertanggung``: stands on the pay list."""

    hubungan: str
    anggota: str
    tanggal_lahir: date | None
    tertanggung: bool
    sekolah_sampai: date | None
    kawin: bool | None
    berpenghasilan: bool | None
    nip: str
    tmt: date
    nama: str


class UjiKompetensi(NamedTuple):
    """A result still valid or past: ``nilai`` ((kode, level), …); ``sampai`` the last day it may be used, or None."""

    tujuan: str
    hasil: str
    tmt: date
    sampai: date | None
    kesesuaian: Decimal | None
    potensi: Decimal | None
    nilai: tuple[tuple[str, int], ...]


class TundaKgb(NamedTuple):
    """A KGB put off by decree: the TMT it would have had, the last day of the delay, the decree."""

    tmt: date
    sampai: date
    nomor_sk: str = ""


class Ikatan(NamedTuple):
    """A bond to serve: TUBEL or FORMASI."""

    jenis: str
    tmt: date
    sampai: date | None


class Kartu(NamedTuple):
    """A card: KARPEG, KARIS or KARSU; ``anggota`` the spouse's key."""

    jenis: str
    nomor: str
    anggota: str
    tmt: date
    sampai: date | None


@lru_cache(maxsize=65536)
def _tgl(teks):
    return date.fromisoformat(teks) if teks else None


# A NamedTuple's own constructor only passes its fields on to this one, at twice the price.
_baru = tuple.__new__
_SESUAI = {"true": True, "false": False}


def _kinerja(teks):
    tahun, predikat, nilai, id_ = teks.split("|")
    return _baru(Kinerja, (int(tahun), predikat, Decimal(nilai) if nilai else None, int(id_)))


def _hukuman(teks):
    kode, tingkat, tmt, sampai, kgb, kp, id_, nomor = teks.split("|", 7)
    return _baru(Hukuman, (kode, tingkat, _tgl(tmt), _tgl(sampai), kgb == "true", kp == "true", int(id_), nomor))


def _diklat(teks):
    kelompok, tmt, jp, jenjang, sesuai, id_, nama = teks.split("|", 6)
    return _baru(Diklat, (kelompok, _tgl(tmt), int(jp) if jp else None, jenjang, _SESUAI.get(sesuai), int(id_), nama))


def _ujian(teks):
    jenis, tmt, nomor = teks.split("|", 2)
    return _baru(Ujian, (jenis, _tgl(tmt), nomor))


def _penghargaan(teks):
    jenis, tmt, nomor = teks.split("|", 2)
    return _baru(Penghargaan, (jenis, _tgl(tmt), nomor))


def _tinggal(teks):
    jenis, tmt, sampai = teks.split("|")
    return _baru(Tinggal, (jenis, _tgl(tmt), _tgl(sampai)))


@lru_cache(maxsize=65536)
def _pangkat(teks):
    urutan, tmt, jenis_kp = teks.split("|")
    return _baru(Pangkat, (int(urutan), _tgl(tmt), jenis_kp))


def _jabatan_lama(teks):
    id_, jenis, eselon, kelompok, jenjang, kelas, unit, tmt, dilantik, nama = teks.split("|", 9)
    bulat = (int(kelas) if kelas else None, int(unit) if unit else None)
    return _baru(JabatanLama, (int(id_), jenis, eselon, kelompok, jenjang, *bulat, _tgl(tmt), _tgl(dilantik), nama))


def _tanggungan(teks):
    hubungan, anggota, lahir, masuk, sekolah, kawin, gaji, nip, tmt, nama = teks.split("|", 9)
    keadaan = (masuk == "true", _tgl(sekolah), _SESUAI.get(kawin), _SESUAI.get(gaji))
    return _baru(Tanggungan, (hubungan, anggota, _tgl(lahir), *keadaan, nip, _tgl(tmt), nama))


def _uji_kompetensi(teks):
    tujuan, hasil, tmt, sampai, cocok, potensi, nilai = teks.split("|", 6)
    level = tuple(sorted(json.loads(nilai).items()))
    desimal = (Decimal(cocok) if cocok else None, Decimal(potensi) if potensi else None)
    return _baru(UjiKompetensi, (tujuan, hasil, _tgl(tmt), _tgl(sampai), *desimal, level))


def _ikatan(teks):
    jenis, tmt, sampai = teks.split("|")
    return _baru(Ikatan, (jenis, _tgl(tmt), _tgl(sampai)))


def _tunda_kgb(teks):
    tmt, sampai, nomor = teks.split("|", 2)
    return _baru(TundaKgb, (_tgl(tmt), _tgl(sampai), nomor))


def _kartu(teks):
    jenis, anggota, tmt, sampai, nomor = teks.split("|", 4)
    return _baru(Kartu, (jenis, nomor, anggota, _tgl(tmt), _tgl(sampai)))


# How a record of a list is read; the other lists are arrays of the database.
PENGURAI = {
    "kinerja": _kinerja,
    "hukuman": _hukuman,
    "diklat": _diklat,
    "ujian": _ujian,
    "penghargaan": _penghargaan,
    "jejak_tinggal": _tinggal,
    "jejak_pangkat": _pangkat,
    "jejak_jabatan": _jabatan_lama,
    "tanggungan": _tanggungan,
    "uji_kompetensi": _uji_kompetensi,
    "ikatan": _ikatan,
    "kartu": _kartu,
    "tunda_kgb": _tunda_kgb,
}
LARIK = ("jalur_unit", "selisih_siasn")
