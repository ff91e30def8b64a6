"""Aspek h: penilaian kinerja.

Law: PP 11/2017 Pasal 2 huruf h; PP 30/2019; Permen PANRB 6/2022.

What will live here: pohon kinerja, SKP, realisasi, penilaian.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
