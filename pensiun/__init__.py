"""Aspek l dan m: pemberhentian; jaminan pensiun dan jaminan hari tua.

Law: PP 11/2017 Pasal 2 huruf l–m, Pasal 238–307; UU 11/1969; PerBKN 3/2020.

What will live here: BUP projection, all kinds of pemberhentian, pension calculation.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
