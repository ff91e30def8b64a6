"""Penilaian: evaluasi periodik dan tahunan, tiga langkah, keberatan, final, tindak lanjut.

Law: PP 30/2019; Permen PANRB 6/2022; SE Menteri PANRB on the three steps. Reading order: ``aturan`` (pure), ``masa`` (which time
is assessed), ``nilai`` (ratings; from ``dinilai`` on the one writer of ``Skp.status`` besides ``siklus``), ``periodik`` (the fact
TPP reads), ``keberatan``, ``distribusi`` (capaian organisasi and the pattern), ``final`` (naskah and riwayat), ``perbaikan``.
"""
