"""Aspek e dan f: pola karier; promosi.

Law: PP 11/2017 Pasal 2 huruf e–f, Pasal 162–189; PP 17/2020.

What will live here: pola karier, standar and uji kompetensi, promotion and succession.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
