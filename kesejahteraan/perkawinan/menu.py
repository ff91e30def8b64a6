"""Butir menu perkawinan dan perceraian: for the subbid that handles it and the heads above."""

from kepegawaian.menu import Butir, daftarkan
from kesejahteraan.perkawinan.views import boleh

KELOMPOK = "Kesejahteraan"

daftarkan(
    Butir(
        "Perkawinan dan perceraian",
        "kesejahteraan:perkawinan_list",
        "heart",
        KELOMPOK,
        ("staf_bkd", "pejabat_bkd"),
        30,
        bila=boleh,
    ),
)
