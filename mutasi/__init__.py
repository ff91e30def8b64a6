"""Aspek g: mutasi.

Law: PP 11/2017 Pasal 2 huruf g, Pasal 190–197; PerBKN 5/2019; SE BKN 1/SE/I/2021 (Plt and Plh); PermenPANRB 62/2020 and
PerBKN 16/2022 (penugasan).

What lives here: penempatan and mutasi inside the kabupaten, mutasi out of and into it, penugasan at another instansi, Plt
and Plh, and the SPMJ as layanan; the rancangan pelantikan as a confidential workspace whose rows become usulan of penempatan.

Reading order: ``aturan.py`` and ``aturan_plt.py`` (law), ``fakta.py`` (facts about others), ``layanan/penempatan.py``,
``bahan.py`` (what is printed), ``akibat.py`` (riwayat), ``layanan/mutasi_keluar.py`` and ``mutasi_masuk.py``,
``layanan/plt_plh.py``, ``layanan/penugasan_luar.py``, ``layanan/spmj.py``; then ``models.py``, ``perbuatan.py``, ``rancangan.py``, ``views.py``.
This app imports ``kepegawaian`` and ``layanan`` only, never another aspect.
"""
