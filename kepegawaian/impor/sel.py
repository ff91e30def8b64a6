"""Sel: sebelas aturan sel SIASN sebagai fungsi murni; satu sel masuk, nilai bersih keluar.

An empty cell gives None. What cannot be read raises ``SelSalah`` with the reason and the remedy; nothing is
ever guessed. Dates leave as ISO text: ISO text sorts as dates do, and goes to JSON and COPY unchanged.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

KOSONG = frozenset({"", "-", "null"})
# Blanks that web pages and Word leave behind, and marks that cannot be seen at all.
_HALUS = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u200b": None, "\ufeff": None, "\u00ad": None})
_ILMIAH = re.compile(r"^\d([.,]\d+)?[eE]\+?\d+$")
_HBT = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_TBH = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$")
_PENDEK = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$")
_GOLONGAN = re.compile(r"^(I{1,3}|IV|[1-4])\s?[/.\-]?\s?([A-E])$")
ROMAWI = dict(zip("1234", ("I", "II", "III", "IV"), strict=True))
PPPK = frozenset(
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"]
)
KELAMIN = {
    "M": "L",
    "L": "L",
    "LAKI-LAKI": "L",
    "PRIA": "L",
    "F": "P",
    "P": "P",
    "PEREMPUAN": "P",
    "WANITA": "P",
}
YA = frozenset({"1", "TRUE", "YA", "Y", "BENAR"})
TIDAK = frozenset({"0", "FALSE", "TIDAK", "N", "SALAH"})
TAHUN = range(1900, 2101)
RUSAK_NIP = ("NIP rusak oleh Excel, simpan kolom sebagai Teks", "Ambil NIP dari sumbernya dan tulis sebagai teks.")


class SelSalah(Exception):
    """A cell that cannot be read: ``sebab`` and ``perbaikan``, one sentence each."""

    def __init__(self, sebab, perbaikan):
        super().__init__(sebab)
        self.sebab, self.perbaikan = sebab, perbaikan


def teks(nilai):
    """Text of any cell, or None; strips blanks and one apostrophe (the guard of our own export too)."""
    if nilai is None:
        return None
    if not isinstance(nilai, str):
        return _bukan_teks(nilai)
    if not nilai.isascii():
        nilai = nilai.translate(_HALUS)
    nilai = nilai.strip()
    awal = nilai[:1]
    if len(nilai) > 4 and awal != "=" and awal != "'":  # nothing that could be empty, guarded or a formula
        return nilai
    if awal == "=":
        if nilai[:2] == '="' and nilai[-1] == '"' and nilai.count('"') == 2:
            return teks(nilai[2:-1])
        raise SelSalah(f"sel berisi rumus ({nilai[:40]})", "Salin lalu tempel sebagai nilai.")
    if awal == "'":
        nilai = nilai[1:].strip()
    return None if nilai.lower() in KOSONG else nilai


def _bukan_teks(nilai):
    """Text of a typed cell: whole numbers without ``.0``, dates as dd-mm-yyyy."""
    if isinstance(nilai, bool):
        return "1" if nilai else "0"
    if isinstance(nilai, int | float) and abs(nilai) >= 1e15:
        raise SelSalah("angka panjang rusak oleh Excel, simpan kolom sebagai Teks", "Tulis ulang sebagai teks.")
    if isinstance(nilai, float):
        return str(int(nilai)) if nilai.is_integer() else repr(nilai)
    if isinstance(nilai, date):
        return f"{nilai:%d-%m-%Y}"
    if isinstance(nilai, time | timedelta):
        raise SelSalah(f"{nilai} adalah jam, bukan isian kolom ini", "Format sel sebagai Teks lalu isi ulang.")
    return str(nilai)


def nomor_panjang(nilai, nama, panjang):
    """Digits of a long number such as NIK; refuses what Excel has already rounded."""
    if isinstance(nilai, int | float) and not isinstance(nilai, bool) and abs(nilai) >= 1e15:
        raise SelSalah(f"{nama} rusak oleh Excel, simpan kolom sebagai Teks", f"Tulis ulang {nama} sebagai teks.")
    isi = teks(nilai)
    if isi is None:
        return None
    isi = isi.replace(" ", "")
    if _ILMIAH.match(isi):
        raise SelSalah(f"{nama} rusak oleh Excel, simpan kolom sebagai Teks", f"Tulis ulang {nama} sebagai teks.")
    if not (isi.isascii() and isi.isdigit() and len(isi) == panjang):
        raise SelSalah(f"{nama} harus {panjang} angka; yang diterima “{isi[:40]}”", f"Perbaiki atau kosongkan {nama}.")
    return isi


def nomor(nilai):
    """A number kept as text (phone, NPWP, BPJS, card); refuses the scientific writing of a damaged cell."""
    isi = teks(nilai)
    if isi and _ILMIAH.match(isi):
        raise SelSalah("angka panjang rusak oleh Excel, simpan kolom sebagai Teks", "Tulis ulang sebagai teks.")
    return isi


def nip(nilai):
    """The digits of a NIP; a number cell, 1.98E+17 or zeroed last digits mean Excel has damaged it."""
    if isinstance(nilai, int | float) and not isinstance(nilai, bool) and abs(nilai) >= 1e15:
        raise SelSalah(*RUSAK_NIP)
    isi = teks(nilai)
    if isi is None:
        return None
    isi = isi.replace(" ", "")
    if _ILMIAH.match(isi) or (len(isi) == 18 and isi.isdigit() and isi.endswith("000")):
        raise SelSalah(*RUSAK_NIP)
    return isi


def tanggal(nilai):
    """(ISO date, how it was written) or (None, ""). Text dd-mm-yyyy or yyyy-mm-dd, or a real Excel date."""
    if isinstance(nilai, datetime):
        nilai = nilai.date()
    if isinstance(nilai, date):
        if nilai.year not in TAHUN:
            raise SelSalah(f"tahun {nilai.year} di luar jangkauan", "Tulis tanggal sebagai hh-bb-tttt.")
        return nilai.isoformat(), "tanggal Excel"
    isi = teks(nilai)
    if isi is None:
        return None, ""
    return _tanggal_teks(isi)


@lru_cache(maxsize=65536)
def _tanggal_teks(isi):
    cara = "Tulis tanggal sebagai hh-bb-tttt, misalnya 01-04-2020."
    if cocok := _HBT.match(isi):
        hari, bulan, tahun = map(int, cocok.groups())
        bentuk = "hh-bb-tttt"
    elif cocok := _TBH.match(isi):
        tahun, bulan, hari = map(int, cocok.groups())
        bentuk = "tttt-bb-hh"
    elif _PENDEK.match(isi):
        raise SelSalah(f"tanggal {isi} bertahun dua angka", "Tulis tahun dengan empat angka, misalnya 01-04-2020.")
    elif isi.replace(".", "", 1).isdigit():
        raise SelSalah(f"{isi[:20]} adalah angka, bukan tanggal", "Format sel sebagai tanggal, atau tulis hh-bb-tttt.")
    else:
        raise SelSalah(f"“{isi[:40]}” bukan tanggal", cara)
    try:
        sah = date(tahun, bulan, hari)
    except ValueError:
        raise SelSalah(f"tanggal {isi} tidak ada di kalender", cara) from None
    if tahun not in TAHUN:
        raise SelSalah(f"tahun {tahun} di luar jangkauan", cara)
    return sah.isoformat(), bentuk


def tahun(nilai):
    """(year, ISO date or None): a year alone, or a full date from files that give one."""
    isi = teks(nilai) if not isinstance(nilai, date) else None
    if isi and isi.isascii() and isi.isdigit() and len(isi) == 4:
        if int(isi) not in TAHUN:
            raise SelSalah(f"tahun {isi} di luar jangkauan", "Tulis tahun dengan empat angka, misalnya 2010.")
        return int(isi), None
    if isi and isi.isascii() and isi.isdigit():
        raise SelSalah(f"“{isi[:20]}” bukan tahun", "Tulis tahun dengan empat angka, misalnya 2010.")
    iso, _ = tanggal(nilai)
    return (int(iso[:4]), iso) if iso else (None, None)


def bulat(nilai, maks=32767):
    """A whole number from 0 to ``maks``, or None."""
    isi = teks(nilai)
    if isi is None:
        return None
    angka = isi[:-2] if isi.endswith((".0", ",0")) else isi
    if not (angka.isascii() and angka.isdigit()):
        raise SelSalah(f"“{isi[:40]}” bukan bilangan bulat", "Tulis angka saja, tanpa satuan, titik, atau koma.")
    if int(angka) > maks:
        raise SelSalah(f"{angka[:40]} lebih besar daripada {maks}", "Periksa kembali angkanya.")
    return int(angka)


def desimal(nilai, digit, pecahan):
    """A number with ``pecahan`` decimals as text (``"150.00"``), or None; comma or dot before the decimals."""
    isi = teks(nilai)
    if isi is None:
        return None
    try:
        angka = Decimal(isi.replace(",", ".") if isi.count(",") == 1 and "." not in isi else isi)
    except InvalidOperation:
        raise SelSalah(f"“{isi[:40]}” bukan angka", "Tulis angka dengan koma desimal, misalnya 12,50.") from None
    if not angka.is_finite() or not 0 <= angka < 10 ** (digit - pecahan):
        raise SelSalah(f"{isi[:40]} di luar jangkauan", "Periksa kembali angkanya.")
    if angka != round(angka, pecahan):
        raise SelSalah(f"{isi[:40]} berdesimal lebih dari {pecahan}", f"Bulatkan menjadi {pecahan} desimal.")
    return f"{angka:.{pecahan}f}"


def ya_tidak(nilai):
    """True, False or None."""
    isi = teks(nilai)
    if isi is None:
        return None
    if isi.upper() in YA:
        return True
    if isi.upper() in TIDAK:
        return False
    raise SelSalah(f"“{isi[:40]}” bukan ya atau tidak", "Tulis YA atau TIDAK.")


def kelamin(nilai):
    """L or P, from M/F as SIASN writes or L/P as local files do."""
    isi = teks(nilai)
    if isi is None:
        return None
    if isi.upper() not in KELAMIN:
        raise SelSalah(f"“{isi[:40]}” bukan jenis kelamin", "Tulis M atau F (atau L atau P).")
    return KELAMIN[isi.upper()]


def golongan(isi):
    """The rank code of a text: ``III/b`` from III/b, III/B, IIIb or 3B; I..XVII (PPPK); None if it is neither."""
    isi = isi.upper()
    if cocok := _GOLONGAN.match(isi):
        gol, ruang = cocok.groups()
        return f"{ROMAWI.get(gol, gol)}/{ruang.lower()}"
    return isi if isi in PPPK else None
