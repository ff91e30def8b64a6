"""Mengukur: repeated runs, their median and 95th percentile, and the table that is printed."""

import json
import resource
import statistics
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass


@dataclass
class Angka:
    """One figure: what, at which size, the value with its unit, its budget, and whether it is inside."""

    apa: str
    ukuran: str
    nilai: float
    satuan: str
    anggaran: float | None = None
    catatan: str = ""

    @property
    def baik(self):
        """True inside the budget, None where there is none."""
        return None if self.anggaran is None else self.nilai <= self.anggaran


class Papan(list):
    """All figures of one run."""

    def catat(self, apa, ukuran, nilai, satuan, anggaran=None, catatan=""):
        """Adds and prints one figure."""
        angka = Angka(apa, str(ukuran), round(nilai, 3), satuan, anggaran, catatan)
        self.append(angka)
        print(self.baris(angka), flush=True)
        return angka

    @staticmethod
    def baris(a):
        """One row of the markdown table."""
        anggaran = "" if a.anggaran is None else f"≤ {a.anggaran:g} {a.satuan}"
        tanda = {True: "ya", False: "TIDAK", None: ""}[a.baik]
        nilai = f"{a.nilai:,.3g}" if a.nilai < 1000 else f"{a.nilai:,.0f}"
        return f"| {a.apa} | {a.ukuran} | {nilai} {a.satuan} | {anggaran} | {tanda} | {a.catatan} |"

    def tabel(self):
        """The whole markdown table."""
        kepala = ["| what | pegawai | measured | budget | inside | note |", "|---|---|---|---|---|---|"]
        return "\n".join([*kepala, *(self.baris(a) for a in self)])

    def ringkas(self):
        """The table for README: of the pages only the worst at each size; the rest as measured."""
        hasil, halaman = Papan(), {}
        for a in self:
            nama, _, ukur = a.apa.rpartition(": ")
            if ukur in ("p95", "queries", "HTML"):
                kunci = (ukur, a.ukuran, a.anggaran)
                if kunci not in halaman or a.nilai > halaman[kunci].nilai:
                    halaman[kunci] = Angka(
                        f"{'reports' if a.anggaran == 500 else 'pages'}, worst {ukur}",
                        *list(vars(a).values())[1:5],
                        catatan=nama,
                    )
            elif "10k" in a.apa and ukur == "10k → 100k":
                kunci = ("growth", a.ukuran, a.anggaran)
                if kunci not in halaman or a.nilai > halaman[kunci].nilai:
                    halaman[kunci] = Angka(
                        "lists, worst growth 10k → 100k", *list(vars(a).values())[1:5], catatan=nama
                    )
            else:
                hasil.append(a)
        return Papan([*sorted(halaman.values(), key=lambda a: (a.apa, a.anggaran or 0)), *hasil]).tabel()

    def simpan(self, jalur):
        """Writes the figures as JSON."""
        isi = [asdict(a) | {"baik": a.baik} for a in self]
        jalur.write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


@contextmanager
def jam():
    """``with jam() as j: …; j.detik``: wall seconds."""
    j = type("Jam", (), {"detik": 0.0})()
    mulai = time.perf_counter()
    yield j
    j.detik = time.perf_counter() - mulai


def ulang(fungsi, kali):
    """Milliseconds of ``kali`` runs after two that are not counted: (median, p95)."""
    fungsi()
    fungsi()
    waktu = []
    for _ in range(kali):
        mulai = time.perf_counter()
        fungsi()
        waktu.append((time.perf_counter() - mulai) * 1000)
    waktu.sort()
    return statistics.median(waktu), waktu[min(len(waktu) - 1, int(len(waktu) * 0.95))]


def puncak_mb():
    """Peak memory of this process and of its finished children, MB."""
    sendiri = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    anak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return sendiri / 1024, anak / 1024


def mesin(papan, kapan):
    """How fast this machine is right now: a fixed loop of Python, sixty times. Read every other figure beside it.

    A shared machine runs the same loop in 38 or in 75 ms within a minute; a page cannot be steadier than that.
    """

    def putaran():
        sum(k * k for k in range(300_000))

    satu = []
    for _ in range(60):
        mulai = time.perf_counter()
        putaran()
        satu.append((time.perf_counter() - mulai) * 1000)
    satu.sort()
    papan.catat(
        f"mesin, {kapan}",
        "",
        statistics.median(satu),
        "ms",
        None,
        f"fixed loop: least {satu[0]:.0f}, p95 {satu[56]:.0f}",
    )
