"""Rencana: for every person the few facts that depend on others — seat, unit, NIP — before his life is made.

``Perancang`` holds what a plan needs while it grows: the random source, the ledger of seats, the numbers
already given. ``kantor.py`` plans the offices, ``skenario.py`` the persons who make each rule of law speak,
``massa.py`` the rest; ``susunan.py`` puts them in one order. All else about a person follows from his
Rencana and the seed (``orang.py``), so people can be made in any order and by several processes.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from kepegawaian.bangkit.kursi import BukuKursi
from kepegawaian.bangkit.nama import nama_rekaan
from kepegawaian.bangkit.waktu import bulan, tambah_tahun, tanggal


@dataclass(slots=True)
class Rencana:
    """What the plan decides about one person.

    ``jabatan``: seat, pelaksana post, or family of JF (``JF-GURU``); ``kursi``: ((code, since), …) oldest
    first, the present seat last; ``tugas``: Plt and Plh as (PLT|PLH, code, from, until); ``pilihan``: facts a
    scenario forces; ``kesalahan``: the mistake his row in the file shall carry.
    """

    rumpun: str = "teknis"
    status: str = "PNS"
    kelamin: str = "L"
    lahir: date = date(1980, 1, 1)
    masuk: date = date(2005, 1, 1)
    unit: str = ""
    didik: str = "S1"
    didik_awal: str = "S1"
    jabatan: str = ""
    kursi: tuple = ()
    tugas: tuple = ()
    skenario: str = ""
    pilihan: dict = field(default_factory=dict)
    nomor: int = 0
    nip: str = ""
    nama: str = ""
    penilai: str = ""
    kesalahan: str = ""


class Perancang:
    """The state of a growing plan, deterministic in (jumlah, seed, per, dunia)."""

    def __init__(self, jumlah, seed, per, dunia):
        self.jumlah, self.per, self.dunia = jumlah, per, dunia
        self.acak = random.Random(f"rencana:{seed}:{per}")
        self.buku = BukuKursi.buka(dunia)
        self.nomor_urut = {}

    def lengkapi(self, r):
        """Gives the number (unique by its running part) and the name."""
        bulan_masuk = f"{r.masuk:%m}" if r.status in ("PNS", "CPNS") else r.pilihan.get("kode_pppk", "21")
        awalan = f"{r.lahir:%Y%m%d}{r.masuk:%Y}{bulan_masuk}{1 if r.kelamin == 'L' else 2}"
        urut = self.nomor_urut[awalan] = self.nomor_urut.get(awalan, 0) + 1
        r.nip = f"{awalan}{urut:03d}"
        r.nama = nama_rekaan(self.acak, r.kelamin)

    def pilih(self, *bobot):
        """Picks a key of ((key, weight), …)."""
        titik = self.acak.random() * sum(b for _, b in bobot)
        for kunci, berat in bobot:
            titik -= berat
            if titik < 0:
                return kunci
        return bobot[-1][0]

    def kelamin(self, perempuan):
        """P with this probability, else L."""
        return "P" if self.acak.random() < perempuan else "L"

    def lahir_sisa(self, bup, sisa):
        """The birth date of someone who reaches the retirement age ``bup`` in ``sisa`` years."""
        return tambah_tahun(self.per, -bup) + timedelta(days=int(sisa * 365.25))

    def masuk_usia(self, lahir, muda, tua, paling_lambat=None):
        """First of a month in which he enters between the ages ``muda`` and ``tua``."""
        usia = muda + self.acak.random() * (tua - muda)
        hari = lahir + timedelta(days=int(usia * 365.25) + 31)
        if paling_lambat:
            hari = min(hari, paling_lambat)
        return tanggal(bulan(hari))

    def mundur(self, bulan_lalu):
        """First of the month ``bulan_lalu`` months before the month of ``per``."""
        return tanggal(bulan(self.per) - bulan_lalu)
