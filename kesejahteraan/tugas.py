"""Sumber tugas kesejahteraan: tiap pokok mendaftarkan miliknya sendiri."""

from kesejahteraan.korpri import tugas as korpri  # noqa: F401 - registers its sources
