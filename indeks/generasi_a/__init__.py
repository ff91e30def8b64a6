"""Generasi A: rumus BKD sendiri, dihitung per unit dan instansi, IdxPro = k1(1-gaps) + k2 Kj + k3(1-δSI) + k4(1-inDiscpl).

Law: Buku Panduan BKN, November 2016, as far as ``regulasi/ip-asn.md`` section 1 could read it; the coefficients are a dated
setting with the document that sets them. Reading order: ``aturan`` (the formula and what one person adds to it, pure),
``setelan`` (the dated settings as one frozen record), ``malam`` (the rows of a night and the sums per unit), ``tampil``,
``views``. Pay comes from ``kepegawaian.tunjangan_kinerja``, which penggajian fills.
"""
