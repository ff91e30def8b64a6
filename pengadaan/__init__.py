"""Aspek a dan b: penyusunan dan penetapan kebutuhan; pengadaan.

Law: PP 11/2017 Pasal 2 huruf a–b, Pasal 5–45; PP 49/2018 (PPPK); UU 20/2023.

What will live here: anjab, ABK and need per post; formasi, selection, NIP, SK CPNS and PNS; contracts of PPPK.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
