"""Aspek j dan n: penghargaan; perlindungan. Also cuti, izin perkawinan dan perceraian, Korpri.

Law: PP 11/2017 Pasal 2 huruf j dan n, Pasal 230–237, 308–341; PP 10/1983 jo. PP 45/1990; PP 35/2010.

What will live here: Satyalancana, cuti, marriage and divorce permits, protection.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
