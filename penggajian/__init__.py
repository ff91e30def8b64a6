"""Aspek i: penggajian dan tunjangan.

Law: PP 11/2017 Pasal 2 huruf i; PP 7/1977 with its nineteenth amendment PP 5/2024; Perpres 98/2020 jo. Perpres 11/2024.

Allowances: Perpres 26/2007, Perpres 12/2006, PER-3/PB/2015. TPP: PP 12/2019 Pasal 58, Perbup Lamongan 59/2017.

What lives here: kenaikan gaji berkala (``layanan/kgb.py``, watched month by month in ``pantauan.py``), gaji pokok and
allowances (``aturan_keluarga.py``, ``aturan_tunjangan.py``, read for a person by ``penghasilan.py``), the monthly list for the
finance office (``perubahan.py``, with what stops or resumes pay in ``hentian.py``), TPP
(``aturan_tpp.py``, configuration and months in ``models.py``, computed and set by ``tpp.py``).

Reading order: ``aturan*.py``, ``kumpulan.py``, ``layanan/``, ``models.py``, ``tpp.py``, ``forms.py``, ``views/``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
