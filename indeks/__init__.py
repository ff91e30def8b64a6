"""Indeks Profesionalitas ASN dan "yang akan datang", dihitung setiap malam dari Profil yang sama.

Law: Permen PANRB 38/2018; Peraturan BKN 8/2019; surat Plt. Kepala BKN 4190/B-BM.02.01/SD/K/2024.

Reading order: ``aturan.py`` (one pure function per measure), ``malam.py`` (the nightly job),
``models.py``, ``views.py``. This app imports ``kepegawaian`` and ``layanan`` only.
"""
