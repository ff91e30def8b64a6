"""Aspek e dan f: pola karier; promosi.

Law: PP 11/2017 Pasal 2 huruf e–f, Pasal 54, 162–189; PP 17/2020; PermenPANRB 38/2017, 3/2020, 22/2021.

Standar kompetensi, uji kompetensi of candidates, the gap of a person against his post, the lawful next posts, the talent
map and the rencana suksesi of a post. What others must know stands in ``kepegawaian`` (StandarKompetensi,
RiwayatUjiKompetensi); the models here are the process.

Reading order: ``aturan/``, ``syarat.py``, ``models.py``, ``sasaran.py``, ``standar.py``, ``uji.py``, ``layanan/``,
``pola.py``, ``potret.py``, ``views/``. This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
