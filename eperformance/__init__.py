"""Aspek h: penilaian kinerja.

Law: PP 11/2017 Pasal 2 huruf h; PP 30/2019; Permen PANRB 6/2022; SE Menteri PANRB on the distribution of predikat.

Lives here: pohon kinerja (goals and their indicators, per year), SKP with its dialogue, evidence and realisation, periodic and
yearly evaluation up to the riwayat. An SKP is no usulan: it has a cycle of its own, with one writer (``siklus``).

Reading order: ``aturan.py``, ``aturan_skp.py``, ``models/``, ``penilai.py`` (who assesses whom), ``siklus.py`` (the state of an
SKP), then the parts ``pohon/``, ``skp/``, ``realisasi/``, ``penilaian/``, ``pantau/``, each with its acts, forms, views and urls.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect. What others need of a result stands in
``kepegawaian``: ``RiwayatKinerja`` (a year) and ``KinerjaPeriodik`` (a month or quarter).
"""
