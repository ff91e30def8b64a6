"""Fungsi kasus mutasi: arah perpindahan jabatan dan masa larangan pilkada. The law stands in ``aturan.py``."""

from datetime import date

from kepegawaian import aturan as bersama
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import tanggal_iso
from mutasi import aturan


@fungsi_kasus("arah_jabatan")
def arah_jabatan(*, acuan, lama: list | None, baru: list):
    """PermenPANRB 22/2021: arah perpindahan antara dua jabatan [jenis, kelompok eselon, jenjang].

    harapan: horizontal, vertikal, diagonal, turun, atau "" bila salah satunya tidak diketahui.
    """
    return bersama.arah_jabatan(lama and tuple(lama), tuple(baru))


@fungsi_kasus("larangan_pilkada")
def larangan_pilkada(*, acuan, tmt: date | str):
    """Setelan mut_larangan_pilkada: apakah TMT itu di dalam masa larangan penggantian pejabat. harapan: true/false."""
    return aturan.larangan_pilkada(Konteks(None, {}, tanggal_iso(tmt, "tmt"), acuan)) is not None
