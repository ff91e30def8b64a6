"""Beban: many users at once over real HTTP on loopback, closed model.

Reading order: ``mesin.py`` (the generator, a process of its own that needs no Django), ``kinerja.py`` (the last week of January).
"""
