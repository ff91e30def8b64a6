"""Butir menu cuti."""

from kepegawaian.menu import Butir, daftarkan
from kesejahteraan.cuti.views import PELIHAT

BKD = ("staf_bkd", "pejabat_bkd", "inspektorat")
daftarkan(
    Butir("Cuti saya", "kesejahteraan:cuti_saya", "calendar2-heart", "", ("asn",), 55),
    Butir("Kalender cuti", "kesejahteraan:cuti_kalender", "calendar3", "Pegawai", PELIHAT, 70),
    Butir("Saldo cuti", "kesejahteraan:cuti_saldo_list", "calendar2-check", "Pegawai", PELIHAT, 71),
    Butir("CLTN", "kesejahteraan:cltn_list", "calendar2-x", "Pegawai", ("operator_opd", "kepala_opd", *BKD), 72),
)
