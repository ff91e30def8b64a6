"""Penghargaan (aspek j): Satyalancana Karya Satya tiap periode, dan pemilihan PNS berprestasi.

Law: UU 20/2009; PP 35/2010 Pasal 22; PP 25/1994 jo. PP 1/2010; PP 11/2017 Pasal 231-236.
Read: ``aturan.py`` (rules, pure), ``layanan/satyalancana.py``, ``periode.py`` (who is due, every night), ``jawaban.py``
(the Keppres for many), ``pemilihan.py`` (acts of the selection), then the views.
"""
