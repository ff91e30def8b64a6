"""Sumber tugas e-performance, satu berkas tiap bagian."""

from eperformance import tugas_realisasi  # noqa: F401 - importing registers
