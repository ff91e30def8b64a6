"""Indeks Profesionalitas ASN dan "yang akan datang", dihitung setiap malam dari Profil yang sama.

Law: Permen PANRB 38/2018; Peraturan BKN 8/2019; surat Plt. Kepala BKN 4190/B-BM.02.01/SD/K/2024.

Reading order: ``tabel.py`` (the tables of the law), ``setelan.py`` (dated settings), ``aturan.py`` (one pure
function per measure), ``penjelasan.py`` (the answer in sentences), ``tempo.py`` (what falls due), ``malam.py``
(the nightly job; ``baris.py``, ``partisi.py``, ``rekap.py`` under it), ``models.py``, ``tampilan.py``,
``rekap_tampil.py``, ``views.py``; then ``generasi_a/`` (the formula of units), ``andai/`` (what-if), ``bkn/`` (the official
value), ``kualitas/``. This app imports ``kepegawaian`` and ``layanan`` only.
"""
