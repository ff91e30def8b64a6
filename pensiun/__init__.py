"""Aspek l dan m: pemberhentian; jaminan pensiun dan jaminan hari tua.

Law: PP 11/2017 Pasal 2 huruf l–m, Pasal 238–307; UU 11/1969; PerBKN 3/2020.

What lives here: all kinds of pemberhentian and MPP. BUP projection and pension calculation: ``hitung.py``, ``manfaat.py``.

Reading order: ``aturan/`` (rules), ``rencana.py`` (what will be decided), ``kerangka.py`` (what services share), ``layanan/``,
``bahan.py`` (printed data), ``akibat.py`` (effect), ``forms_berhenti.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
