"""Aspek d: pengembangan karier (pendidikan dan pelatihan).

Law: PP 11/2017 Pasal 2 huruf d, Pasal 203–225; PP 17/2020.

Lives here: training needs, catalogue, plan and classes (``pelatihan``), what a pegawai learns (``pengembangan``), ``tugas_belajar``.

Reading order: ``aturan.py``, ``layanan/``, ``models.py``, ``forms.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
