"""Aspek a dan b: penyusunan dan penetapan kebutuhan; pengadaan.

Law: PP 11/2017 Pasal 2 huruf a–b, Pasal 5–45; PP 49/2018 (PPPK); UU 20/2023.

Lives here: anjab, ABK and need per post (``kebutuhan``); selection, NIP, SK CPNS and PNS (``seleksi``); contracts of PPPK
(``kontrak``).

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
