"""Aspek c: pangkat dan jabatan.

Law: PP 11/2017 Pasal 2 huruf c, Pasal 46–161; PP 99/2000 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2025.

What lives here: kenaikan pangkat (``layanan/kp_reguler.py``), its rules in ``aturan/``; later the other kinds, angka kredit, ujian dinas. Cards of pegawai and spouses
(``layanan/kartu.py``), the official lists (``daftar/``) and the map of posts (``peta/``).

Reading order: ``aturan/``, ``layanan/``, ``bahan_sk.py``, ``forms.py``, ``kasus.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
