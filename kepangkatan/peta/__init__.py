"""Peta jabatan: posts of the units, how many people they need, who holds them, which stand empty, what is out of order.

Law: PP 18/2016; JAB-09 (``jabatan-dan-karier.md``). Everything is set-based SQL over the people of a day and Jabatan, a
constant number of queries whatever the size. A Plt does not fill a post; a person counts once.

Reading order: ``sql/``, ``keadaan.py`` (who stands where on a day), ``bezetting.py``, ``kosong.py``, ``penertiban.py``, ``views.py``.
"""
