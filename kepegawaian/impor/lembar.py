"""Lembar: membuka berkas, mengenali lembar dan kolomnya menurut nama, dan memberi baris demi baris.

Columns are matched by name (case, underscores, blanks and order do not matter), never by number, because
the columns of SIASN's file move from month to month. Columns we do not know are named in the report.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath

from python_calamine import SheetTypeEnum, load_workbook

from kepegawaian.impor import wadah
from kepegawaian.impor.format import (
    KOLOM_TAMBAHAN,
    KOLOM_UTAMA,
    KOLOM_WAJIB,
    LEMBAR_RIWAYAT,
    LEMBAR_UTAMA,
)
from kepegawaian.impor.sel import SelSalah, teks
from kepegawaian.impor.sinonim import SINONIM, SINONIM_RIWAYAT
from kepegawaian.impor.wadah import BerkasDitolak

# Appended to the file of error rows; ignored when that file comes back.
KOLOM_GALAT = ("KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI")
UTAMA = "utama"
# Rows that tell a sheet: titles, header, the beginning of the data.
KEPALA = 200
RIWAYAT = {r.nama: r for r in LEMBAR_RIWAYAT}
LEMBAR_KUNCI = {r.kunci: r for r in LEMBAR_RIWAYAT}
_KENAL_UTAMA = frozenset(KOLOM_UTAMA) | frozenset(KOLOM_TAMBAHAN)
# Where a canonical column and its synonym both stand and mean different things, the synonym is left out.
_HANYA_PENGGANTI = frozenset({"NAMA LENGKAP", "NIP", "ID", "UNOR INDUK"})


@dataclass
class Tabel:
    """One sheet: ``jenis`` is UTAMA or a key of JENIS_RIWAYAT, ``letak`` maps a column to its indexes.

    ``semua`` gives the rows of the sheet from its first one, as they are asked for.
    """

    nama: str
    jenis: str
    judul: list
    letak: dict
    semua: Callable
    baris_judul: int
    asing: list = field(default_factory=list)

    def baris(self):
        """Yields (row number from 1, cells) of the filled rows below the header."""
        for nomor, sel in enumerate(self.semua(), 1):
            if nomor > self.baris_judul and any(
                s not in ("", None) and not (isinstance(s, str) and s.isspace()) for s in sel
            ):
                yield nomor, sel


@dataclass
class Buku:
    """A whole file: its known sheets, the sheets left aside, and how it was read."""

    tabel: list
    diabaikan: list
    catatan: dict


def judul_baku(sel):
    """A header cell in canonical writing: upper case, single blanks, no underscores, TANGGAL for TGL."""
    try:
        isi = teks(sel) or ""
    except SelSalah:
        return "="
    isi = " ".join(re.sub(r"[_.\s]+", " ", isi.upper()).split())
    return re.sub(r"\bTGL\b", "TANGGAL", isi)


def _kenal_riwayat(lembar):
    """Canonical header -> column of a riwayat sheet."""
    kenal = {judul_baku(k.judul): k.judul for k in lembar.kolom}
    return kenal | {"NIP BARU": "NIP"} | SINONIM_RIWAYAT.get(lembar.kunci, {})


def buka(berkas, nama, *, terperiksa=False):
    """Returns the Buku of a binary file, or raises BerkasDitolak with one sentence.

    ``terperiksa``: its container was checked at upload.
    """
    bentuk = wadah.periksa(berkas, hanya_bentuk=terperiksa)
    if bentuk == "csv":
        isi, catatan = wadah.baca_csv(berkas)
        mentah = [(_nama_csv(nama), isi, lambda: isi, list)]
    else:
        mentah, catatan = list(buka_xlsx(berkas)), {}
    tabel, diabaikan = [], []
    for nama_lembar, isi, semua, gabungan in mentah:
        satu = _kenali(nama_lembar, isi, semua, gabungan, csv=bentuk == "csv")
        if satu is None:
            diabaikan.append(nama_lembar)
        else:
            tabel.append(satu)
    _periksa_susunan(tabel, mentah)
    return Buku(tabel, diabaikan, catatan)


def _nama_csv(nama):
    """A csv has no sheet name: RW PANGKAT.csv is that sheet, any other is the main one."""
    pokok = judul_baku(PurePath(nama).stem)
    return next(
        (r for r in RIWAYAT if pokok == r or pokok.endswith(f" {r}") or pokok.startswith(f"{r} ")), LEMBAR_UTAMA
    )


def buka_xlsx(berkas):
    """Yields (sheet name, first rows, function giving all rows, function giving merged ranges)."""
    try:
        buku = load_workbook(berkas)
        for meta in buku.sheets_metadata:
            if meta.typ in (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba):
                raise BerkasDitolak("Berkas memuat makro; simpan sebagai .xlsx (tanpa makro) lalu unggah lagi.")
            if meta.typ == SheetTypeEnum.WorkSheet:
                lembar = buku.get_sheet_by_name(meta.name)
                isi = lembar.to_python(skip_empty_area=False, nrows=KEPALA)
                yield meta.name, isi, partial(_baris_xlsx, lembar), lambda x=lembar: x.merged_cell_ranges or []
    except BerkasDitolak:
        raise
    except BaseException as galat:
        # calamine's Rust panics arrive as BaseException; only those and plain errors mean a bad file.
        if isinstance(galat, Exception) or type(galat).__name__ == "PanicException":
            raise BerkasDitolak("Isi Excel tidak terbaca; buka lalu simpan ulang sebagai .xlsx.") from galat
        raise


def buka_daftar(berkas, kolom, wajib, sinonim, pesan, *, terperiksa=False, panjang=False):
    """(sheet name, {column: index}, [(row number, cells)]) of a plain list: the first sheet, or csv, with the columns ``wajib``.

    ``kolom``: columns looked for; ``sinonim``: {heading as written: column}. Raises BerkasDitolak, with ``pesan`` when no
    sheet has the columns. Empty rows stay out. ``panjang``: a batch for a worker, which may be as long as an import.
    """
    if wadah.periksa(berkas, hanya_bentuk=terperiksa, daftar=not panjang) == "csv":
        isi, _ = wadah.baca_csv(berkas, wadah.MAKS_BARIS if panjang else wadah.MAKS_BARIS_DAFTAR)
        mentah = [("csv", isi)]
    else:
        mentah = [(nama, list(semua())) for nama, _, semua, _ in buka_xlsx(berkas)]
    for nama, isi in mentah:
        for i, baris in enumerate(isi[:20]):
            judul = [sinonim.get(judul_baku(s), judul_baku(s)) for s in baris]
            if all(k in judul for k in wajib):
                letak = {k: judul.index(k) for k in kolom if k in judul}
                semua = [(n, b) for n, b in enumerate(isi, 1) if n > i + 1 and any(s not in ("", None) for s in b)]
                return nama[:40], letak, semua
    raise BerkasDitolak(pesan)


def _baris_xlsx(lembar):
    """The rows of a sheet, one after another; calamine leaves out empty columns on the left."""
    kosong = [""] * (lembar.start[1] if lembar.start else 0)
    return (kosong + sel for sel in lembar.iter_rows()) if kosong else lembar.iter_rows()


def _kenali(nama, isi, semua, gabungan, *, csv):
    """The Tabel of a sheet, or None when it is none of ours."""
    riwayat = RIWAYAT.get(judul_baku(nama))
    if riwayat is None and (riwayat := _menurut_judul(isi)):
        nama = riwayat.nama  # later steps know the kind by the name
    letak_judul = next((i for i, sel in enumerate(isi[:50]) if any(judul_baku(s) for s in sel)), None)
    if letak_judul is None:
        if riwayat or (judul_baku(nama) == LEMBAR_UTAMA.upper() and not csv):
            return None
        if csv:
            raise BerkasDitolak("Berkas tidak berisi satu baris pun.")
        return None
    kenal = _kenal_riwayat(riwayat) if riwayat else None
    if not _seperti_judul(isi[letak_judul], riwayat):
        lain = next((i for i, s in enumerate(isi[:20]) if _seperti_judul(s, riwayat)), None)
        if lain is not None:
            _tolak_judul_turun(nama, lain, letak_judul, gabungan)
        if not riwayat and not csv and judul_baku(nama) != LEMBAR_UTAMA.upper():
            return None
    _periksa_gabungan(nama, letak_judul, gabungan)
    if len(isi) > letak_judul + 1 and _seperti_judul(isi[letak_judul + 1], riwayat):
        raise BerkasDitolak(f"Lembar “{nama}” mempunyai dua baris judul; sisakan satu, tepat di atas data.")
    judul = [judul_baku(s) for s in isi[letak_judul]]
    letak, asing = _letak(nama, judul, kenal)
    _periksa_wajib(nama, letak, riwayat)
    jenis = riwayat.kunci if riwayat else UTAMA
    return Tabel(nama[:40], jenis, isi[letak_judul], letak, semua, letak_judul + 1, asing)


PERIODIK = {"PERIODIKID", "PERIODIK ID", "PERIODIK", "PERIODIKNAMA"}


def _menurut_judul(isi):
    """The sheet RW SKP when its header gives it away: e-Kinerja BKN names its sheets as it likes. None otherwise."""
    skp = LEMBAR_KUNCI["kinerja"]
    judul = {judul_baku(s) for s in next((b for b in isi[:50] if any(judul_baku(s) for s in b)), ())}
    if judul & PERIODIK:  # else every quarter would pass for a year
        raise BerkasDitolak(
            "Berkas ini memuat predikat periodik (kolom periodikId), bukan predikat tahunan; "
            "muat lewat e-Kinerja BKN dengan isi berkas Predikat periodik."
        )
    predikat = {"PREDIKAT"} | {j for j, k in SINONIM_RIWAYAT["kinerja"].items() if k == "PREDIKAT"}
    return skp if {"TAHUN"} <= judul and judul & predikat and judul & {"NIP", "NIP BARU"} else None


def _seperti_judul(sel, riwayat):
    """True when the row holds the NIP header and at least one more known header."""
    judul = {judul_baku(s) for s in sel} - {""}
    if not judul & {"NIP", "NIP BARU"}:
        return False
    kenal = set(_kenal_riwayat(riwayat)) if riwayat else _KENAL_UTAMA | set(SINONIM)
    return len(judul & kenal) >= 2


def _tolak_judul_turun(nama, lain, pertama, gabungan):
    if any(a[0] <= pertama <= b[0] for a, b in gabungan()):
        raise BerkasDitolak(
            f"Lembar “{nama}” mempunyai judul yang digabung (merge); pisahkan sel-selnya lalu unggah lagi."
        )
    raise BerkasDitolak(
        f"Judul kolom lembar “{nama}” ada di baris {lain + 1}; hapus baris di atasnya supaya judul menjadi baris pertama."
    )


def _periksa_gabungan(nama, judul, gabungan):
    """Merged cells in or below the header hide values."""
    if any(b[0] >= judul for _, b in gabungan()):
        raise BerkasDitolak(
            f"Lembar “{nama}” mempunyai sel yang digabung (merge); pisahkan sel-selnya lalu unggah lagi."
        )


def _letak(nama, judul, kenal):
    """({column: [indexes, the canonical header first]}, unknown headers); doubled headers are refused."""
    letak, asing, terlihat = {}, [], set()
    for indeks, j in enumerate(judul):
        if not j or j in KOLOM_GALAT:
            continue
        if j in terlihat:
            raise BerkasDitolak(f"Lembar “{nama}” mempunyai dua kolom berjudul “{j}”; sisakan satu.")
        terlihat.add(j)
        kolom = kenal.get(j) if kenal else (j if j in _KENAL_UTAMA else SINONIM.get(j))
        if kolom is None:
            asing.append(j)
        elif j in (kolom, judul_baku(kolom)):
            letak.setdefault(kolom, []).insert(0, indeks)
        else:
            letak.setdefault(kolom, []).append(indeks)
    for kolom, tempat in letak.items():
        if len(tempat) > 1:
            sisa = [i for i in tempat[1:] if judul[i] not in _HANYA_PENGGANTI or judul[tempat[0]] != judul_baku(kolom)]
            asing += [judul[i] for i in tempat[1:] if i not in sisa]
            letak[kolom] = [tempat[0], *sisa]
    return letak, asing


def _periksa_wajib(nama, letak, riwayat):
    wajib = [k.judul for k in riwayat.kolom if k.wajib] if riwayat else list(KOLOM_WAJIB)
    kurang = [k for k in wajib if k not in letak]
    if not riwayat and "NIP BARU" in kurang:
        raise BerkasDitolak("Berkas tidak mempunyai kolom NIP; pakai berkas “Ekspor Data ASN” dari SIASN.")
    if kurang:
        raise BerkasDitolak(f"Lembar “{nama}” tidak mempunyai kolom {', '.join(kurang)}.")


def _periksa_susunan(tabel, mentah):
    utama = [t for t in tabel if t.jenis == UTAMA]
    if len(utama) > 1:
        tepat = [t for t in utama if judul_baku(t.nama) == LEMBAR_UTAMA.upper()]
        if len(tepat) != 1:
            nama = ", ".join(f"“{t.nama}”" for t in utama)
            raise BerkasDitolak(f"Lebih dari satu lembar berisi data pegawai ({nama}); sisakan satu.")
        for t in utama:
            if t is not tepat[0]:
                tabel.remove(t)
    if not tabel:
        if not any(isi for _, isi, *_ in mentah):
            raise BerkasDitolak("Berkas tidak berisi satu baris pun.")
        raise BerkasDitolak("Berkas tidak mempunyai kolom NIP; pakai berkas “Ekspor Data ASN” dari SIASN.")
    if not any(next(t.baris(), None) for t in tabel):
        raise BerkasDitolak("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
