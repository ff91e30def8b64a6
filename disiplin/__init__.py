"""Aspek k: disiplin.

Law: PP 11/2017 Pasal 2 huruf k, Pasal 229; PP 94/2021; PerBKN 6/2022.

What will live here: the confidential case file from report to penalty and rehabilitation.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
