"""Sumber tugas diklat: each part declares its own."""

from diklat.tugas_belajar import tugas as tugas_belajar  # noqa: F401 - declares its sources
