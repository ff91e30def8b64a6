"""Butir menu kesejahteraan; each part declares its own."""

from kesejahteraan.keluarga import menu as keluarga  # noqa: F401 - declares its items
from kesejahteraan.perkawinan import menu as perkawinan  # noqa: F401 - declares its items
