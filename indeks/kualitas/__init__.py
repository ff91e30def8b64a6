"""Kualitas data (IKD): 27 indikator dalam empat dimensi, dihitung tiap malam, dengan daftar temuan di balik tiap angka.

Reading order: ``tabel.py`` (indicators, weights, who mends what), ``sql.py`` (whom each asks and when it is a finding),
``hitung.py`` (the night), ``nilai.py`` (the index from counts), ``views.py``. Formula: the share of sound records weighted
by indicator and dimension; BKN publishes the weights, not the formula (asumsi, said on the page).
"""
