"""Butir menu kesejahteraan: tiap pokok mendaftarkan miliknya sendiri."""

from kesejahteraan.korpri import menu as korpri  # noqa: F401 - registers its items
