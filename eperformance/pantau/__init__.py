"""Pantau: papan kinerja, daftar di balik tiap angkanya, laporan triwulanan per OPD, dan pertukaran dengan e-Kinerja BKN.

Reading order: ``keadaan`` (the stages, who is late where), ``bahan`` (one set-based query of all figures), ``lampu`` (indicators
of the pohon), ``daftar`` (people, filtered), ``laporan`` (report of a quarter), ``ekspor`` and ``impor`` (e-Kinerja BKN), views.
"""
