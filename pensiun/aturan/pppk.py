"""Pemutusan hubungan perjanjian kerja PPPK: BHT-12. Pure. Law: PP 49/2018 Ps. 52-53 (sebagian)."""

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya
from pensiun.aturan.mpp import esok


def bht12_kontrak(k):
    """PP 49/2018 Ps. 52-53: the TMT is the day after the last day of the contract (BHT-12)."""
    akhir = k.profil.kontrak_sampai
    if akhir is None:
        return perlu_diperiksa("Akhir perjanjian kerjanya belum tercatat.")
    if k.tanggal != esok(akhir):
        kalimat = f"Perjanjian kerjanya berakhir {tulis_tanggal(akhir)}; TMT-nya {tulis_tanggal(esok(akhir))}."
        return tidak(kalimat, paling_cepat=esok(akhir))
    return ya(f"Perjanjian kerjanya berakhir {tulis_tanggal(akhir)}.")
