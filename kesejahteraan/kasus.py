"""Fungsi kasus kesejahteraan; this file only gathers the parts."""

from kesejahteraan.perkawinan import kasus as perkawinan  # noqa: F401 - registers its functions
