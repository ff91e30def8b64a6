"""Aspek j dan n: penghargaan; perlindungan. Also cuti, izin perkawinan dan perceraian, Korpri.

Law: PP 11/2017 Pasal 2 huruf j dan n, Pasal 230–237, 308–341; PP 10/1983 jo. PP 45/1990; PP 35/2010.

What will live here: Satyalancana, marriage and divorce permits, protection. What lives here: cuti (``cuti/``).

Reading order: ``cuti/__init__.py``, then ``layanan/``. Every part has a package of its own; ``models.py``, ``urls.py``,
``menu.py`` and ``kasus.py`` only name the parts.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
