"""Sumber tugas e-performance, satu berkas tiap bagian."""

from eperformance import tugas_penilaian  # noqa: F401 - registers its sources
