"""Tabel indikator kualitas data: bobot, masalahnya, siapa yang membetulkan dan di mana, layanan yang memerlukannya."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

BERKAS = Path(__file__).resolve().parent.parent / "data" / "kualitas.csv"
DIMENSI = {
    "kelengkapan": "Kelengkapan",
    "kemutakhiran": "Kemutakhiran",
    "ketepatan": "Ketepatan",
    "konsistensi": "Konsistensi",
}


@dataclass(frozen=True)
class Indikator:
    """``bobot`` within its dimension, per hundred; ``bobot_dimensi`` a share of 1; ``tenggat_hari`` from the day it was found.

    ``riwayat``: kind of riwayat where it is mended; ``usul``: slug of the layanan that mends it; ``layanan``: slugs of those
    that read the fact and stop at it.
    """

    kode: str
    dimensi: str
    bobot_dimensi: float
    bobot: float
    nama: str
    masalah: str
    cara: str
    riwayat: str
    usul: str
    pemilik: str
    tenggat_hari: int
    layanan: tuple[str, ...]
    berlaku_sejak: date
    sumber: str


@cache
def _semua():
    with BERKAS.open(encoding="utf-8", newline="") as berkas:
        return tuple(_baca(baris) for baris in csv.DictReader(berkas))


def _baca(b):
    return Indikator(
        **b | {
            "bobot_dimensi": float(b["bobot_dimensi"]), "bobot": float(b["bobot"]), "tenggat_hari": int(b["tenggat_hari"]),
            "layanan": tuple(filter(None, b["layanan"].split(","))), "berlaku_sejak": date.fromisoformat(b["berlaku_sejak"]),
        }
    )  # fmt: skip


def indikator(per):
    """{kode: Indikator} as the table stands on ``per``, in its order: of each kode the newest row that applies."""
    hasil = {}
    for satu in sorted(_semua(), key=lambda i: i.berlaku_sejak):
        if satu.berlaku_sejak <= per:
            hasil[satu.kode] = satu
    return {i.kode: hasil[i.kode] for i in _semua() if i.kode in hasil}
