"""Sensus jawaban: how often each rule of a layanan says ya, tidak, perlu diperiksa over real people.

A rule that knows one answer only, over a whole regency and several scenarios, has a broken input or asks
nothing; ``tests/test_sensus.py`` refuses it. A layanan names its scenarios in ``skenario_sensus(tanggal)``.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from layanan.katalog import PERIKSA, TIDAK, YA, Konteks


@dataclass(frozen=True)
class Skenario:
    """One variation: the TMT asked for, extra answers per person, and whether facts about others are read.

    ``andai`` changes the profile to a keadaan the generated regency has nobody in (an official under examination).

    ``lain`` gives those facts from the profile itself, where the generated regency has none in its tables.
    ``siapkan`` costs queries per person, so such a scenario looks at ``maks`` people only.
    """

    nama: str
    tmt: date
    isian: Callable = lambda profil, acuan: {}
    siapkan: bool = False
    maks: int | None = None
    lain: Callable = lambda profil, acuan: {}
    andai: Callable | None = None


def sensus(layanan, profil_pada, skenario, acuan):
    """Counts answers: {kode: Counter}. ``profil_pada(tanggal)`` yields the profiles on a date."""
    hasil = defaultdict(Counter)
    for s in skenario:
        for profil in islice(profil_pada(s.tmt), s.maks):
            profil = s.andai(profil) if s.andai else profil
            isian = {"tmt": s.tmt} | s.isian(profil, acuan)
            lain = layanan.siapkan(profil, isian) if s.siapkan else s.lain(profil, acuan)
            for syarat, jawaban in layanan.periksa(Konteks(profil, isian, s.tmt, acuan, lain)):
                hasil[syarat.kode][jawaban.jawaban] += 1
    return dict(hasil)


def tabel(hitungan):
    """The census as lines of text: kode, ya, tidak, perlu diperiksa."""
    yield f"{'kode':<10}{'ya':>9}{'tidak':>9}{'periksa':>9}"
    for kode, n in sorted(hitungan.items()):
        yield f"{kode:<10}{n[YA]:>9}{n[TIDAK]:>9}{n[PERIKSA]:>9}"


def satu_jawaban(hitungan):
    """Codes of rules that gave one answer only."""
    return sorted(kode for kode, n in hitungan.items() if sum(v > 0 for v in n.values()) < 2)
