"""``make bench``: the figures of the portal, each beside its budget. Claims about speed come from here only.

Reading order: ``ukur.py`` (timing and the table), ``halaman.py``, ``masukan.py`` (import), ``malam.py`` (index),
``cetak.py`` (naskah), ``mulai.py`` (a fresh clone), ``__main__.py``.
"""
