"""Butir menu indeks, dan siapa yang melihat halaman yang mana."""

from kepegawaian.menu import Butir, daftarkan

# Who sees figures of units, and who sees lists of people.
PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PENDAFTAR = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")

daftarkan(
    Butir("Indeks saya", "indeks:saya", "graph-up", "", ("asn",), 60),
    Butir("Jatuh tempo", "indeks:jatuh_tempo_list", "calendar-event", "Pegawai", PELIHAT, 60),
    Butir("Indeks profesionalitas", "indeks:ringkasan", "bar-chart", "Pegawai", PELIHAT, 70),
    Butir("Indeks generasi A", "indeks:generasi_a", "calculator", "Pegawai", PELIHAT, 71),
    Butir("Bila: coba kebijakan", "indeks:andai", "sliders", "Pegawai", PELIHAT, 72),
    Butir("Nilai BKN", "indeks:bkn", "arrow-left-right", "Pegawai", PELIHAT, 73),
    Butir("Kualitas data", "indeks:kualitas", "clipboard-data", "Pegawai", PELIHAT, 75),
)
