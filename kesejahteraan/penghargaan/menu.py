"""Butir menu penghargaan: Satyalancana and PNS berprestasi."""

from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")
# Who prepares a period of Satyalancana.
PERIODE = ("operator_opd", "kepala_opd", *BKD, "inspektorat")
SEMUA = ("asn", "pensiunan", "atasan", *PERIODE, "pimpinan", "admin")

daftarkan(
    Butir("Satyalancana", "kesejahteraan:satyalancana_kini", "award-fill", "Pegawai", PERIODE, 63),
    Butir("PNS berprestasi", "kesejahteraan:pemilihan_list", "trophy", "Layanan", SEMUA, 70),
)
