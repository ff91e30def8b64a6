"""Fungsi kasus e-performance: predikat, skala lama, pola distribusi. The law stands in ``aturan.py``."""

import eperformance.kasus_skp  # noqa: F401 - registers the rules and cases of drafting
from eperformance import aturan
from layanan.katalog import fungsi_kasus


@fungsi_kasus("predikat_kinerja")
def predikat_kinerja(*, acuan, hasil: str, perilaku: str):
    """Permen PANRB 6/2022: ``hasil`` and ``perilaku`` di_atas, sesuai, di_bawah → predikat."""
    return aturan.predikat(hasil, perilaku)


@fungsi_kasus("predikat_kinerja_lama")
def predikat_kinerja_lama(*, acuan, nilai: str, ide_baru: bool = False):
    """PP 30/2019 Ps. 41: predikat of a number (riwayat up to 2021)."""
    return aturan.predikat_lama(nilai, ide_baru)


@fungsi_kasus("distribusi_predikat")
def distribusi_predikat(*, acuan, organisasi: str, jumlah: dict, minimal: int = 5):
    """SE Menteri PANRB: harapan {sah, dilanggar: [kode], diperiksa}."""
    hasil = aturan.distribusi(organisasi, jumlah, minimal)
    return {"sah": hasil.sah, "dilanggar": [b.kode for b in hasil.dilanggar], "diperiksa": hasil.diperiksa}
