"""Aspek g: mutasi.

Law: PP 11/2017 Pasal 2 huruf g, Pasal 190–197; PerBKN 5/2019.

What will live here: penempatan, mutasi inside and outside the kabupaten, pelantikan, Plt and Plh.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
