"""Butir menu keluarga."""

from kepegawaian.menu import Butir, daftarkan

daftarkan(Butir("Keluarga saya", "kesejahteraan:keluarga_saya", "people", "", ("asn", "pensiunan"), 64))
