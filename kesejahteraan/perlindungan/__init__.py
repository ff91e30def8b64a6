"""Perlindungan (aspek n): klaim JKK dan JKM, dan bantuan hukum.

Law: PP 70/2015 jo. PP 66/2017; PerBKN 4/2020; PP 11/2017 Pasal 308.
Read: ``manfaat.py`` (amounts, pure), ``aturan.py`` (rules, pure), ``forms.py``, ``bahan.py``, then the layanan.
"""
