"""Setelan generasi A: potret setelan bertanggal menjadi satu ``AturanA`` beku. Pure.

The snapshot kept with a run holds besides the settings how the coefficients were set (``_koefisien``) and the month of the
allowances (``_bulan``), so that two workers read the same and the page prints the status of its own night.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indeks import setelan
from indeks.generasi_a.aturan import SATU, SUKU
from indeks.setelan import KUNCI, GalatSetelan

KUNCI_A = (
    *KUNCI,
    "ip_a_belum_diketahui",
    "ip_a_cara_kompeten",
    "ip_a_jendela_disiplin",
    "ip_a_nilai_predikat",
    "ip_a_tunjangan",
    "ip_ambang_kompeten",
    "ip_koefisien_a",
    "ip_pembanding_a",
)


@dataclass(frozen=True, slots=True)
class AturanA:
    """Everything the terms of generation A need; ``dasar``: the windows and tables shared with generation B."""

    dasar: setelan.Aturan
    koefisien: dict
    status: dict
    ambang: Decimal
    uji_menentukan: bool
    belum_tidak_kompeten: bool
    predikat: dict
    pembanding: dict
    tunjangan: str
    bulan: str | None
    disiplin_sejak: date
    potret: dict

    @property
    def dihitung(self):
        """Which status belongs to the population, as the shared part has it."""
        return self.dasar.dihitung

    @property
    def ditetapkan(self):
        """Do the coefficients rest on a document of the office?"""
        return self.status["keyakinan"] != "asumsi"


def susun(acuan, tahun, *, berjalan, bulan):
    """The AturanA of a measurement year; ``bulan``: first day of the month of the allowances, or None."""
    hari = date(tahun, 12, 31)
    potret = setelan.potret_setelan(acuan, hari, KUNCI_A)
    entri = acuan.entri_setelan("ip_koefisien_a", hari)
    potret["_koefisien"] = {
        "dasar": entri.dasar,
        "keyakinan": entri.keyakinan,
        "sejak": entri.sejak.isoformat(),
    }
    potret["_bulan"] = bulan.isoformat() if bulan else None
    return dari_potret(potret, tahun, berjalan=berjalan)


def dari_potret(s, tahun, *, berjalan):
    """The frozen AturanA of a snapshot as kept with every run."""
    try:
        dasar = setelan.rakit(s, tahun, "A", berjalan)
        hasil = AturanA(
            dasar=dasar,
            koefisien={k: Decimal(str(s["ip_koefisien_a"][k])) for k in SUKU},
            status=s["_koefisien"],
            ambang=Decimal(str(s["ip_ambang_kompeten"])),
            uji_menentukan=s["ip_a_cara_kompeten"] == "uji_menentukan",
            belum_tidak_kompeten=s["ip_a_belum_diketahui"] == "tidak_kompeten",
            predikat={k: Decimal(str(n)) for k, n in s["ip_a_nilai_predikat"].items()},
            pembanding={str(k): Decimal(str(n)) for k, n in s["ip_pembanding_a"].items()},
            tunjangan=s["ip_a_tunjangan"],
            bulan=s["_bulan"],
            disiplin_sejak=date(tahun - int(s["ip_a_jendela_disiplin"]) + 1, 1, 1),
            potret=s,
        )
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as galat:
        raise GalatSetelan(f"Setelan generasi A tidak dapat dibaca: {galat}") from galat
    if sum(hasil.koefisien.values()) != SATU:
        raise GalatSetelan("Setelan ip_koefisien_a: jumlah koefisien harus 1.")
    return hasil
