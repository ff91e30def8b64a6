"""Kebutuhan dan bezetting kini dan lima tahun ke depan: satu SQL bagi semua jabatan, proyeksinya fungsi murni.

Law: regulasi/kebutuhan-dan-pengadaan.md §1.3: ``kekurangan_y = kebutuhan − (bezetting − Σ BUP sampai y)``. BUP is counted
from the TMT pensiun of each holder (ProfilKini); a PPPK counts as long as his post, extended contracts assumed.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from kepegawaian.aturan import tambah_bulan

TAHUN = 5
BERKAS = Path(__file__).parent / "sql" / "kebutuhan.sql"
# Traffic by shortage: code -> (name, mark of komponen/_tanda).
LAMPU = {
    "merah": ("Kurang sekarang", "gagal"),
    "kuning": ("Akan kurang dalam lima tahun", "perhatian"),
    "hijau": ("Cukup", "terpenuhi"),
    "biru": ("Lebih", "info"),
    "abu": ("Kebutuhan belum ditetapkan", "netral"),
}
# Priority of a shortage (asumsi): what is wholly empty first.
PRIORITAS = {
    1: "belum terisi sama sekali",
    2: "kurang separuh atau lebih",
    3: "kurang",
    4: "akan kurang dalam lima tahun",
}


class Pos(NamedTuple):
    """A post of a unit: need (None not set), holders, and ``bup`` of them gone by each of the five days; ``kursi``: a single
    seat (struktural, head of the unit), filled by appointment and never by recruitment."""

    unit_id: int
    jabatan_id: int
    nama: str
    jenis: str
    eselon: str
    jenjang: str
    kelas: int | None
    kebutuhan: int | None
    pns: int
    pppk: int
    bup: tuple[int, ...]
    kursi: bool = False

    @property
    def terisi(self):
        """People in it, each once."""
        return self.pns + self.pppk

    @property
    def selisih(self):
        """Bezetting less kebutuhan: negative is a lack; None while the kebutuhan is not set."""
        return None if self.kebutuhan is None else self.terisi - self.kebutuhan

    @property
    def tingkat(self):
        """Eselon, or jenjang in words."""
        return self.eselon or self.jenjang.replace("_", " ").capitalize()

    @property
    def proyeksi(self):
        """Shortage by the end of each of the five years (negative: more than needed), or five None."""
        if self.kebutuhan is None:
            return (None,) * TAHUN
        return tuple(self.kebutuhan - (self.terisi - b) for b in self.bup)

    @property
    def lampu(self):
        """Code of ``LAMPU``."""
        if self.kebutuhan is None:
            return "abu"
        if self.selisih < 0:
            return "merah"
        if any(k > 0 for k in self.proyeksi):
            return "kuning"
        return "biru" if self.selisih > 0 else "hijau"

    @property
    def prioritas(self):
        """1 the most urgent … 4, or None where nothing is short."""
        if self.lampu == "kuning":
            return 4
        if self.lampu != "merah":
            return None
        if not self.terisi:
            return 1
        return 2 if -self.selisih * 2 >= self.kebutuhan else 3


@cache
def _baca(berkas):
    teks = berkas.read_text(encoding="utf-8")
    return "\n".join(b for b in teks.splitlines() if not b.startswith("--"))


def _sql():
    return _baca(BERKAS)


@cache
def _sql_halaman():
    """The posts as one more CTE, then what the page asks of them."""
    bersama, utama = _sql().rsplit("\nSELECT s.unit_id", 1)
    return f"{bersama},\npos AS (SELECT s.unit_id{utama})\n{_baca(BERKAS.with_name('halaman.sql'))}"


def batas_tahun(hari_ini):
    """The five days the list projects to: one, two … five years from today."""
    return [tambah_bulan(hari_ini, 12 * n) for n in range(1, TAHUN + 1)]


def akhir_tahun(tahun):
    """31 December of ``tahun`` and of the four years after, as a plan counts."""
    return [date(tahun + n, 12, 31) for n in range(TAHUN)]


def susun(hari_ini, batas, unit_ids=None):
    """[Pos] of these units, or of all, not sorted; one query."""
    unit = None if unit_ids is None else sorted(unit_ids)
    with connection.cursor() as kursor:
        kursor.execute(_sql(), {"per": hari_ini, "batas": list(batas), "unit": unit})
        return [Pos(*b[:10], tuple(b[10:15]), b[15]) for b in kursor.fetchall()]


class Halaman(NamedTuple):
    """One page of the list: ``opd`` {OPD id or None: Jumlah}, ``lampu`` {code: how many}, both before light and priority are
    filtered; ``banyak`` rows in all, and the Pos of the page."""

    opd: dict
    lampu: dict
    banyak: int
    baris: list


def halaman(hari_ini, batas, unit_ids, acuan, saring, urut, mulai, banyak):
    """Halaman of these units, or of all (None); one query, whatever the number of people.

    ``saring`` {cabang (ids or None), jenis, kata (words), lampu, prioritas}; ``urut`` as the URL says it, ``-`` reversed.
    """
    unit = [u for u in acuan.unit.values() if unit_ids is None or u.id in unit_ids]
    isi = {
        "per": hari_ini, "batas": list(batas), "unit": None if unit_ids is None else sorted(unit_ids),
        "unit_id": [u.id for u in unit], "opd_id": [u.opd_id for u in unit], "urut": urut.lstrip("-"), "turun": urut.startswith("-"),
        "mulai": mulai, "banyak": banyak, **saring, "cabang": None if saring["cabang"] is None else sorted(saring["cabang"]),
    }  # fmt: skip
    with connection.cursor() as kursor:
        kursor.execute(_sql_halaman(), isi)
        jumlah, semua, baris = kursor.fetchone()
    opd, lampu = {}, {}
    for satu, kode, n, butuh, terisi, kurang, lebih, *tahun in jumlah:
        lampu[kode] = lampu.get(kode, 0) + n
        belum = n if kode == "abu" else 0
        opd[satu] = tambah(opd.get(satu, KOSONG), Jumlah(butuh, terisi, kurang, lebih, belum, tuple(tahun)))
    return Halaman(opd, lampu, semua, [Pos(*b[:10], tuple(b[10:15]), b[15]) for b in baris])


class Jumlah(NamedTuple):
    """Sums of many posts; ``kurang`` counts people short, ``proyeksi`` those short by each of the five days."""

    kebutuhan: int
    terisi: int
    kurang: int
    lebih: int
    belum: int
    proyeksi: tuple[int, ...]


KOSONG = Jumlah(0, 0, 0, 0, 0, (0,) * TAHUN)


def tambah(a, b):
    """The sum of two Jumlah."""
    return Jumlah(
        *(x + y for x, y in zip(a[:5], b[:5], strict=True)), tuple(x + y for x, y in zip(a[5], b[5], strict=True))
    )


def jumlahkan(daftar):
    """Jumlah of these Pos; a surplus in one post fills no other."""
    ada = [p for p in daftar if p.kebutuhan is not None]
    return Jumlah(
        sum(p.kebutuhan for p in ada), sum(p.terisi for p in daftar), sum(max(-p.selisih, 0) for p in ada),
        sum(max(p.selisih, 0) for p in ada), len(daftar) - len(ada),
        tuple(sum(max(p.proyeksi[i], 0) for p in ada) for i in range(TAHUN)),
    )  # fmt: skip
