"""Hak dan kewajiban tentang cuti, penghargaan, perlindungan, perkawinan, dan Korpri: satu berkas satu pokok.

Each entry is a pure function of Profil and Acuan (``kepegawaian.hak_kewajiban``).
"""

from kesejahteraan.hak_kewajiban import (  # noqa: F401 - registers its entries
    cuti,
    korpri,
    penghargaan,
    perkawinan,
    perlindungan,
)
