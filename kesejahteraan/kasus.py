"""Fungsi kasus kesejahteraan; tiap bagian mempunyai berkasnya sendiri."""

from kesejahteraan.cuti import kasus  # noqa: F401 - registers its functions
