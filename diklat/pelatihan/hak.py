"""Hak pelatihan: siapa menyusun katalog dan rencana, siapa menyelenggarakan, siapa memegang sebuah langkah.

Follows the office as everywhere (``kepegawaian.hak``): staf and heads of SUB31–SUB33 and of their bidang. An OPD sees and
nominates its own people only.
"""

from diklat.menu import PEMANTAU, PENYELENGGARA, PERENCANA, mengelola
from diklat.pelatihan.rute import BIDANG, BKD, UNIT, pencatat
from layanan.galat import BukanWewenang

SEMUA_SUB = (*PERENCANA, *PENYELENGGARA)
PENGUSUL = ("operator_opd", "kepala_opd")
PEMUTUS = ("pimpinan",)
BUPATI = "BUPATI"
__all__ = [
    "PEMANTAU",
    "PEMUTUS",
    "PENGUSUL",
    "harus",
    "kelola",
    "kelola_katalog",
    "kelola_rencana",
    "memegang_langkah",
]


def kelola_katalog(hak, acuan):
    """Writes the catalogue: any subbid of the bidang."""
    return mengelola(hak, acuan, SEMUA_SUB)


def kelola_rencana(hak, acuan):
    """Draws up the yearly plan: Subbid Program dan Evaluasi Diklat."""
    return mengelola(hak, acuan, PERENCANA)


def kelola(hak, acuan, kelompok):
    """Runs kegiatan of this kelompok of the catalogue."""
    return mengelola(hak, acuan, (UNIT[kelompok],))


def memegang_kantor(hak, kode):
    """Holds the office ``kode`` today, as Plt or Plh too; of the Bupati: records what he decides."""
    return not hak.hanya_baca and (kode in hak.kantor_luar or any(k.kode == kode for k in hak.kantor))


def kantor_langkah(pemegang, kelompok):
    """Code of the office of a step that belongs to an official, "" for one of the staf."""
    if pemegang == "bupati":
        return BUPATI
    unit = {"kasubbid": UNIT[kelompok], "kabid": BIDANG, "sekretaris": "SEKRET", "kaban": BKD, "sekda": "SETDA"}
    unit = unit.get(pencatat(pemegang))
    return f"KEPALA-{unit}" if unit else ""


def memutuskan(hak):
    """One of those outside the BKD who decide on a list: Sekda, and the recorder of the Bupati."""
    return any(memegang_kantor(hak, kode) for kode in ("KEPALA-SETDA", BUPATI))


def memegang_langkah(hak, acuan, pemegang, kelompok):
    """May finish a step of ``pemegang``: its staf (or a head above), or the official himself."""
    kantor = kantor_langkah(pemegang, kelompok)
    return memegang_kantor(hak, kantor) if kantor else kelola(hak, acuan, kelompok)


def harus(boleh, kalimat="Perbuatan ini milik subbidang penyelenggaranya."):
    """Raises BukanWewenang unless ``boleh``."""
    if not boleh:
        raise BukanWewenang(kalimat)
