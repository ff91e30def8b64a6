"""Fungsi kasus kesejahteraan; each part has a file of its own, this one only gathers them."""

from kesejahteraan.cuti import kasus as cuti  # noqa: F401 - registers its functions
from kesejahteraan.penghargaan import kasus as penghargaan  # noqa: F401 - as above
from kesejahteraan.perkawinan import kasus as perkawinan  # noqa: F401 - as above
from kesejahteraan.perlindungan import kasus as perlindungan  # noqa: F401 - as above
