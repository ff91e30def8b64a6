"""Fungsi kasus kesejahteraan; each part registers its own."""

from kesejahteraan.penghargaan import kasus as penghargaan  # noqa: F401 - registers its functions
from kesejahteraan.perlindungan import kasus as perlindungan  # noqa: F401 - registers its functions
