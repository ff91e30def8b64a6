"""Mesin layanan: how any service of the BKD runs, from usulan to naskah.

Law: the routes rest on PP 11/2017 and the decrees on tata naskah dinas; each layanan quotes its own law.

Reading order: ``katalog.py`` (what a layanan is), one layanan such as ``penggajian/layanan/kgb.py``,
``alur.py`` (the only writer of ``Usulan.status``), ``naskah.py`` (number, freeze, print, sign),
``tte.py`` (signing back ends), ``models.py``, ``views.py``. This app imports ``kepegawaian`` only and
reaches a layanan only through the registry.
"""
