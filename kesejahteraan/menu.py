"""Menu kesejahteraan; tiap bagian mendaftarkan butirnya sendiri."""

from kesejahteraan.cuti import menu  # noqa: F401 - registers its items
