"""Telemetri: what the portal says of itself while it runs, to machines and never about people.

One JSON line per request and what the code logs (``catatan.py``), figures for Prometheus (``metrik.py``), an id that goes
with a request into every task it queues (``konteks.py``, ``tugas.py``). No name, NIP, path or query string is written: a view
has its name, an account is a keyed hash of its number.
Reading order: ``konteks.py``, ``catatan.py``, ``middleware.py``, ``metrik.py``, ``tugas.py``.
"""
