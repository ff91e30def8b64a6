"""Bila …: what-if of the index for a person, a unit, or a policy; nothing is stored.

Reading order: ``hitung`` (pure, on the functions of ``indeks.aturan``), ``kelompok`` (a night as groups of equal facts),
``forms``, ``views``.
"""
