"""Hak Korpri: siapa mengelola kegiatan, kepengurusan, dan redaksi Abdi Negara."""

from kepegawaian.hak import memegang

SUB_KORPRI = ("SUB23",)  # Subbidang Pembinaan Korps Profesi ASN, and the heads above it
PENGELOLA = ("staf_bkd", "pejabat_bkd")


def boleh_kelola(hak, acuan):
    """Runs Korpri: staf of the Subbid Pembinaan Korps Profesi ASN and its heads upward."""
    return memegang(hak, acuan, SUB_KORPRI)
