"""Sumber tugas kesejahteraan: each part declares its own."""

from kesejahteraan.cuti import tugas as cuti  # noqa: F401 - declares its sources
from kesejahteraan.keluarga import tugas as keluarga  # noqa: F401 - as above
from kesejahteraan.korpri import tugas as korpri  # noqa: F401 - as above
