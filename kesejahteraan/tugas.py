"""Sumber tugas kesejahteraan; each part declares its own."""

from kesejahteraan.keluarga import tugas as keluarga  # noqa: F401 - declares its sources
