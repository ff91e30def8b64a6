"""Aspek k: disiplin.

Law: PP 11/2017 Pasal 2 huruf k, Pasal 229; PP 94/2021; PerBKN 6/2022.

What lives here: the confidential case from report to penalty (``layanan/hukuman_disiplin.py``), its tim, BAP and reports;
presensi as discipline (``kehadiran/``: calendar, recap, who stands at which threshold, salary stopped after ten days) and
its correction as a layanan.

Reading order: ``tabel.py``, ``aturan.py``, ``syarat.py``, ``models.py``, ``fakta.py``, ``layanan/``, ``kasus.py``, ``cpns.py``,
``akibat.py``, ``bahan.py``, ``forms.py``, ``hak.py``, ``views/``; ``kehadiran/__init__.py``, ``layanan/koreksi_presensi.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
