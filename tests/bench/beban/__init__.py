"""Beban: many users at once over real HTTP on loopback, closed model.

Reading order: ``mesin.py`` (the generator, a process of its own that needs no Django), ``panggung.py`` (servers and
accounts), ``kinerja.py`` (the last week of January), ``campuran.py`` (a working morning at the end of a KP period).
"""
