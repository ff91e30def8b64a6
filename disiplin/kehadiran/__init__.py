"""Kehadiran sebagai disiplin: kalender dan rekap presensi, koreksinya, dan siapa yang mencapai ambang hukuman.

Law: PP 94/2021 Pasal 9-11, 15, 42; PerBKN 6/2022. Reading order: ``kepegawaian/aturan_kehadiran.py`` (law),
``kepegawaian/kehadiran.py`` (what a day is), ``aturan.py`` (conditions), ``fakta.py``, ``perbuatan.py``, ``kabar.py``,
``views/``. The correction itself is a layanan: ``disiplin/layanan/koreksi_presensi.py``.
"""
