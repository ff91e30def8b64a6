"""Aspek j dan n: penghargaan; perlindungan. Also cuti, izin perkawinan dan perceraian, Korpri.

Law: PP 11/2017 Pasal 2 huruf j dan n, Pasal 230–237, 308–341; PP 10/1983 jo. PP 45/1990; PP 35/2010.

What lives here: cuti (``cuti/``), the family (``keluarga/``), marriage and divorce (``perkawinan/``), Satyalancana and PNS
berprestasi (``penghargaan/``), JKK, JKM and legal help (``perlindungan/``), Korpri (``korpri/``); each part is a package of
its own, and the files beside them (``models.py``, ``urls.py``, ``menu.py``, ``kasus.py``) only gather the parts.

Reading order: the docstring of the part, its ``aturan.py``, ``layanan/``, ``forms.py``, ``views``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
