"""Nilai IKD dari hitungan: murni, tanpa database.

IKD = Σ dimensi bobot · Σ indikator bobot/100 · (1 − temuan/populasi) · 100. An indicator that asks nobody counts as sound.
Weights: table of IKD indicators of BKN; the formula is ours (asumsi).
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from indeks.kualitas.tabel import DIMENSI


@dataclass(frozen=True)
class Baris:
    """One indicator with its counts. ``kurang``: points of IKD that its findings cost."""

    i: object
    populasi: int
    salah: int
    kurang: Decimal

    @property
    def persen(self):
        """Per cent of whom it asks that is sound; None where it asks nobody."""
        return _bulat(Decimal(100) * (self.populasi - self.salah) / self.populasi) if self.populasi else None


@dataclass(frozen=True)
class Ikd:
    """``total`` 0–100; ``dimensi`` [(kode, name, weight in per cent, value 0–100)]; ``baris`` [Baris] in the table's order."""

    total: Decimal
    dimensi: list = field(default_factory=list)
    baris: list = field(default_factory=list)


def _bulat(nilai):
    return nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)


def ikd(indikator, hitungan):
    """The Ikd of ``hitungan`` {kode: (populasi, salah)} by ``indikator`` {kode: Indikator}."""
    baris, baik, jumlah, bobot = [], dict.fromkeys(DIMENSI, Decimal(0)), dict.fromkeys(DIMENSI, Decimal(0)), {}
    for kode, i in indikator.items():
        populasi, salah = hitungan.get(kode, (0, 0))
        satu = Decimal(str(i.bobot))
        bagian = Decimal(salah) / populasi if populasi else Decimal(0)
        baik[i.dimensi] += satu * (1 - bagian)
        jumlah[i.dimensi] += satu
        bobot[i.dimensi] = Decimal(str(i.bobot_dimensi))
        baris.append(Baris(i, populasi, salah, _bulat(bobot[i.dimensi] * satu * bagian)))
    # BKN's weights of a dimension add up to 99,98 or 100,01 for rounding: its own sum stands for the whole.
    nilai = {d: Decimal(100) * baik[d] / jumlah[d] for d in bobot}
    dimensi = [(d, DIMENSI[d], _bulat(bobot[d] * 100), _bulat(nilai[d])) for d in bobot]
    return Ikd(_bulat(sum((bobot[d] * nilai[d] for d in bobot), Decimal(0))), dimensi, baris)
