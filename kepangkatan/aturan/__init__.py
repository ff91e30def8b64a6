"""Aturan kenaikan pangkat (KP): pure functions, one module a chapter of ``regulasi/kenaikan-pangkat.md``.

Law: PP 99/2000 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2023 and 4/2025; Kepka BKN 12/2002. Every rule takes
a ``katalog.Konteks`` whose profile is that of the TMT asked for; its name begins with the number of its id.

Reading order: ``periode.py`` (when), ``umum.py`` (KP-U01..U08, all kinds), ``reguler.py`` (KP-R01..R06,
effect, who is due).
"""
