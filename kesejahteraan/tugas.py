"""Sumber tugas kesejahteraan; tiap bagian mempunyai berkasnya sendiri."""

from kesejahteraan.cuti import tugas  # noqa: F401 - registers its sources
