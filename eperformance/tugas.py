"""Sumber tugas e-performance, satu berkas tiap bagian."""

from eperformance import (  # noqa: F401 - importing registers their sources
    tugas_penilaian,
    tugas_realisasi,
    tugas_skp,
)
