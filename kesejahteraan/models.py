"""Model kesejahteraan, satu paket satu pokok; this file only gathers them for Django."""

from kesejahteraan.korpri.models import (
    BerkasKorpri,
    CabangKorpri,
    EdisiKorpri,
    KegiatanKorpri,
    PengurusKorpri,
    PesertaKorpri,
    TulisanKorpri,
)

__all__ = [
    "BerkasKorpri",
    "CabangKorpri",
    "EdisiKorpri",
    "KegiatanKorpri",
    "PengurusKorpri",
    "PesertaKorpri",
    "TulisanKorpri",
]
