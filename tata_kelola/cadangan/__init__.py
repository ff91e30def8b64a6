"""Cadangan: one folder that holds all of the portal at one moment, and the way back from it.

``manage.py cadangkan TUJUAN`` writes ``basis.dump`` (pg_dump), ``dokumen/``, ``tte/`` and what proves them:
``dokumen.sha256`` (as ``sha256sum -c`` reads it) and ``manifes.json``, written last, so that a folder without it is no
backup. ``manage.py pulihkan SUMBER`` checks every hash before it touches anything.

Why files copied *after* the snapshot of the database belong to it: a file is whole before the row that names it is
committed (``kepegawaian/penyimpanan.py``), its name carries its hash or is never used again, and it is never rewritten.
So each row of the snapshot finds its file, however long copying takes and however many files come meanwhile. Only the
prints of a konsep of an official list are thrown away in use (``kepangkatan/daftar/susun.py``); such a file, gone while
it was being backed up, is listed apart and printed again by the sweep.

The broker is not backed up: the database is the queue's truth and the sweeps queue again what was lost.
Reading order: ``alat.py`` (programs, files), ``isi.py`` (what is counted), ``buat.py``, ``pulih.py``.
"""

from tata_kelola.cadangan.alat import GalatCadangan
from tata_kelola.cadangan.buat import buat
from tata_kelola.cadangan.pulih import pulihkan

__all__ = ["GalatCadangan", "buat", "pulihkan"]
