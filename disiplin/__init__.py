"""Aspek k: disiplin.

Law: PP 11/2017 Pasal 2 huruf k, Pasal 229; PP 94/2021; PerBKN 6/2022.

What lives here: presensi as discipline (``kehadiran/``: calendar, recap, who stands at which threshold, salary stopped
after ten days) and its correction as a layanan. What will live here: the confidential case file from report to penalty
and rehabilitation.

Reading order: ``kehadiran/__init__.py``, ``layanan/koreksi_presensi.py``; then ``aturan.py``, ``models.py``, ``views/``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
