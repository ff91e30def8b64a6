"""Model kesejahteraan: each part keeps its own in its package, this file only gathers them for Django."""

from kesejahteraan.cuti.models import CatatanCuti  # noqa: F401 - Django finds models here
from kesejahteraan.korpri.models import (  # noqa: F401 - as above
    BerkasKorpri,
    CabangKorpri,
    EdisiKorpri,
    KegiatanKorpri,
    PengurusKorpri,
    PesertaKorpri,
    TulisanKorpri,
)
from kesejahteraan.penghargaan.models import (  # noqa: F401 - as above
    Juri,
    KelayakanSlks,
    NilaiJuri,
    Pemilihan,
    PeriodeSlks,
    PesertaPemilihan,
    SuratUsulSlks,
)
