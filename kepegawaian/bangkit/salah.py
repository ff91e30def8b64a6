"""Salah: the mistakes real files have, put in on purpose and written down one by one.

A mistake either refuses the row (``menolak``) or is one of the ways of writing an importer must simply
understand. Rows of KESALAHAN.csv: sheet, row number, NIP, column, kind, refusing or not, before, after.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kepegawaian.bangkit.xlsx import Rumus
from kepegawaian.impor.format import LEMBAR_RIWAYAT

UTAMA = "Data ASN"


class Kesalahan(NamedTuple):
    """One mistake in one row of a sheet."""

    lembar: str
    baris: int
    nip: str
    kolom: str
    jenis: str
    menolak: bool
    sebelum: str
    sesudah: str


@dataclass
class Isi:
    """What one person brings to the file: the main row and the riwayat rows, both still changeable."""

    utama: dict
    riwayat: list
    ganda: dict | None = None

    def riwayat_akhir(self, lembar):
        """The cells of the last row of a sheet, or None."""
        return next((b for nama, b in reversed(self.riwayat) if nama == lembar), None)


def _ubah(kolom, tulis, *, boleh_kosong=False):
    """A mistake that rewrites one cell of the main row; an empty cell is left alone."""

    def lakukan(isi):
        lama = isi.utama[kolom]
        if lama == "" and not boleh_kosong:
            return None
        isi.utama[kolom] = tulis(lama)
        return UTAMA, kolom, lama, isi.utama[kolom]

    return lakukan


def _tgl(teks):
    hari, bulan, tahun = map(int, teks.split("-"))
    return date(tahun, bulan, hari)


def _lahir_beda(teks):
    return f"{_tgl(teks) + timedelta(days=1):%d-%m-%Y}"


def _golongan_angka(teks):
    """III/b as 3B, as many local lists write it; PPPK golongan in lower case."""
    gol, _, ruang = teks.partition("/")
    return f"{('I', 'II', 'III', 'IV').index(gol) + 1}{ruang.upper()}" if ruang else teks.lower()


def _golongan_salah(isi):
    lama = isi.utama["GOL AKHIR NAMA"]
    isi.utama["GOL AKHIR ID"], isi.utama["GOL AKHIR NAMA"] = "", "III/f"
    return UTAMA, "GOL AKHIR NAMA", lama, "III/f"


def _ganda(isi):
    isi.ganda = dict(isi.utama)
    return UTAMA, "NIP BARU", "", isi.utama["NIP BARU"]


def _kedudukan_tanpa_nol(isi):
    lama = isi.utama["KEDUDUKAN HUKUM ID"]
    isi.utama["KEDUDUKAN HUKUM ID"] = int(lama) if lama.isdigit() else lama
    return UTAMA, "KEDUDUKAN HUKUM ID", lama, isi.utama["KEDUDUKAN HUKUM ID"]


def _riwayat(lembar, judul, tulis):
    """A mistake that rewrites one cell of the last row of a riwayat sheet."""
    letak = next(i for r in LEMBAR_RIWAYAT if r.nama == lembar for i, k in enumerate(r.kolom) if k.judul == judul)

    def lakukan(isi):
        baris = isi.riwayat_akhir(lembar)
        if baris is None:
            return None
        lama = baris[letak]
        baris[letak] = tulis(lama)
        return lembar, judul, lama, baris[letak]

    return lakukan


def _riwayat_ganda(isi):
    baris = isi.riwayat_akhir("RW DIKLAT")
    if baris is None:
        return None
    isi.riwayat.append(("RW DIKLAT", list(baris)))
    return "RW DIKLAT", "NIP", "", baris[0]


# kind -> (refuses the row, change)
SALAH = {
    "nip_angka_excel": (True, _ubah("NIP BARU", float)),
    "nip_ilmiah": (True, _ubah("NIP BARU", lambda t: f"{int(t):.2E}")),
    "nip_17_angka": (True, _ubah("NIP BARU", lambda t: t[:-1])),
    "tahun_dua_angka": (True, _ubah("TANGGAL LAHIR", lambda t: t[:6] + t[8:])),
    "lahir_beda_nip": (True, _ubah("TANGGAL LAHIR", _lahir_beda)),
    "kelamin_beda_nip": (True, _ubah("JENIS KELAMIN", lambda t: {"M": "F", "F": "M"}[t])),
    "tanggal_mustahil": (True, _ubah("TMT CPNS", lambda t: "31-02" + t[5:])),
    "golongan_salah": (True, _golongan_salah),
    "nama_kosong": (True, _ubah("NAMA", lambda t: "")),
    "baris_ganda": (True, _ganda),
    "riwayat_tmt_kosong": (True, _riwayat("RW PENDIDIKAN", "TANGGAL LULUS", lambda t: "")),
    "riwayat_tanggal_dua_angka": (True, _riwayat("RW JABATAN", "TMT JABATAN", lambda t: t[:6] + t[8:])),
    "riwayat_predikat_salah": (True, _riwayat("RW SKP", "PREDIKAT", lambda t: "Lumayan")),
    "riwayat_ganda": (False, _riwayat_ganda),
    "unit_asing": (False, _ubah("UNOR NAMA", lambda t: "UPT Pelayanan Antah Berantah")),
    "jabatan_asing": (False, _ubah("JABATAN NAMA", lambda t: "Analis Segala Urusan")),
    "tmt_kosong": (False, _ubah("TMT GOLONGAN", lambda t: "")),
    "kelamin_lp": (False, _ubah("JENIS KELAMIN", lambda t: {"M": "L", "F": "P"}[t])),
    "apostrof": (False, _ubah("NIP BARU", lambda t: "'" + t)),
    "teks_null": (False, _ubah("EMAIL GOV", lambda t: "null", boleh_kosong=True)),
    "setrip": (False, _ubah("NIP LAMA", lambda t: "-", boleh_kosong=True)),
    "spasi": (False, _ubah("NAMA", lambda t: f"  {t}\u00a0 ")),
    "golongan_lain_tulis": (False, _ubah("GOL AWAL NAMA", _golongan_angka)),
    "tanggal_iso": (False, _ubah("TANGGAL LAHIR", lambda t: _tgl(t).isoformat())),
    "tanggal_excel": (False, _ubah("TANGGAL LAHIR", _tgl)),
    "nol_hilang": (False, _kedudukan_tanpa_nol),
    "rumus_teks": (False, _ubah("TEMPAT LAHIR NAMA", lambda t: f'="{t}"')),
    "rumus": (True, _ubah("TEMPAT LAHIR NAMA", lambda t: Rumus(f'="{t[:3]}"&"{t[3:]}"', t))),
}
# One real formula refuses the whole file, so it is never dealt out; a test sets ``Orang.kesalahan`` itself.
JENIS_SALAH = tuple(k for k in SALAH if k != "rumus")
KOLOM_KESALAHAN = ("BERKAS", "LEMBAR", "BARIS", "NIP", "KOLOM", "KESALAHAN", "MENOLAK", "SEBELUM", "SESUDAH")
