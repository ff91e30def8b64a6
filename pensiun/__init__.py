"""Aspek l dan m: pemberhentian; jaminan pensiun dan jaminan hari tua.

Law: PP 11/2017 Pasal 2 huruf l–m, Pasal 238–307; UU 11/1969; PerBKN 3/2020.
Jaminan pensiun and hari tua: UU 11/1969 Ps. 6, 9, 11, 16-17; PP 8/2024; PMK 128/2016 jo. PMK 23/2023.

What lives here: all kinds of pemberhentian and MPP (``layanan/``); the pension calculation (``hitung.py`` pure law,
``manfaat.py`` for a person), the five-year projection (``proyeksi.py``), the schedule and nominatif with its nightly drafts
(``jadwal.py``, ``nominatif.py``), pelepasan purna tugas (``purna/``).

Reading order: ``aturan/`` (rules), ``rencana.py`` (what will be decided), ``kerangka.py`` (what services share), ``layanan/``,
``bahan.py`` (printed data), ``akibat.py`` (effect), ``forms_berhenti.py``; ``hitung.py``, ``manfaat.py``, ``views/``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
