"""Butir menu keluarga."""

from kepegawaian.menu import Butir, daftarkan

daftarkan(Butir("Keluarga saya", "keluarga:saya", "people", "", ("asn", "pensiunan"), 64))
