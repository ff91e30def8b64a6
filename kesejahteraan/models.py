"""Model proses aspek kesejahteraan; each part keeps its own in its package."""

from kesejahteraan.penghargaan.models import (  # noqa: F401 - Django looks for models here
    Juri,
    KelayakanSlks,
    NilaiJuri,
    Pemilihan,
    PeriodeSlks,
    PesertaPemilihan,
    SuratUsulSlks,
)
