"""Fungsi kasus mutasi: masa larangan pilkada. The law stands in ``aturan.py``."""

from datetime import date

from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import tanggal_iso
from mutasi import aturan


@fungsi_kasus("larangan_pilkada")
def larangan_pilkada(*, acuan, tmt: date | str):
    """Setelan mut_larangan_pilkada: apakah TMT itu di dalam masa larangan penggantian pejabat. harapan: true/false."""
    return aturan.larangan_pilkada(Konteks(None, {}, tanggal_iso(tmt, "tmt"), acuan)) is not None
