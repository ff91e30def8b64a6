"""Tata kelola BKD: beranda tiap peran, regulasi, panduan, jejak, dasbor, kepatuhan, risiko, anggaran, data terbuka.

Law: Perbup Lamongan 86/2016 (susunan BKD); PP 11/2017.

Reading order: ``beranda`` (what each role needs first), ``hak.py`` (who reads and writes the registers), ``kepatuhan.py``,
``pimpinan.py`` with ``laporan.py``, ``tinjauan.py``, ``risiko``, ``anggaran.py``, ``perbandingan.py``, ``views``. This app may read all
others.
"""
