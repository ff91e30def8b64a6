"""Aspek c: pangkat dan jabatan.

Law: PP 11/2017 Pasal 2 huruf c, Pasal 46–161; PP 99/2000 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2025.

What lives here: kenaikan pangkat of every kind (``layanan/kp_*.py`` on the common ground of ``dasar_kp.py``), angka
kredit and kenaikan jenjang of JF, peninjauan masa kerja, pencantuman gelar; the page of lapsed angka kredit (``views.py``);
cards of pegawai and spouses (``layanan/kartu.py``), the official lists (``daftar/``) and the map of posts (``peta/``).

Reading order: ``aturan/``, ``dasar_kp.py``, ``layanan/kp_reguler.py``, ``layanan/``, ``bahan_sk.py``, ``forms*.py``,
``kasus.py``, ``filters.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
