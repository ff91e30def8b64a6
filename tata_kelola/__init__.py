"""Tata kelola BKD: beranda tiap peran, regulasi, panduan, jejak; later kinerja, anggaran, risiko.

Law: Perbup Lamongan 86/2016 (susunan BKD); PP 11/2017.

Reading order: ``beranda.py`` (what each role needs first), ``views.py``. This app may read all others.
"""
