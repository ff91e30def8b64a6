"""Aspek i: penggajian dan tunjangan.

Law: PP 11/2017 Pasal 2 huruf i; PP 7/1977 with its nineteenth amendment PP 5/2024; Perpres 98/2020 jo. Perpres 11/2024.

What lives here: kenaikan gaji berkala (``layanan/kgb.py``), its rules in ``aturan.py``; later allowances and TPP.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
