"""Pohon kinerja: tujuan → sasaran → program → kegiatan → sub-kegiatan, indikatornya, targetnya, realisasinya.

Law: PP 30/2019 Ps. 9–10; the BKD's own cascading. Reading order: ``rumus`` (pure: lights, levels), ``susunan`` (the tree as pages
show it), ``perbuatan`` and ``indikator`` (the only writers), ``portal`` (values the portal counts), ``muat`` (the BKD's own tree).
"""
