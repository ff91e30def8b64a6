"""Butir menu kesejahteraan: each part declares its own."""

from kesejahteraan.cuti import menu as cuti  # noqa: F401 - declares its items
from kesejahteraan.keluarga import menu as keluarga  # noqa: F401 - as above
from kesejahteraan.korpri import menu as korpri  # noqa: F401 - as above
from kesejahteraan.penghargaan import menu as penghargaan  # noqa: F401 - as above
from kesejahteraan.perkawinan import menu as perkawinan  # noqa: F401 - as above
