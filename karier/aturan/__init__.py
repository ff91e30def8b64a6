"""Aturan karier: kompetensi, syarat jabatan, syarat JPT, talenta. Pure functions; no Django, no clock.

Law: PP 11/2017 Ps. 54, 107, 188-189; PP 17/2020; PermenPANRB 38/2017, 3/2020, 22/2021. Reading order: ``kompetensi``,
``jabatan``, ``jpt``, ``talenta``; shared with other aspects: ``kepegawaian.aturan_jabatan``, ``layanan.aturan_umum``.
"""
