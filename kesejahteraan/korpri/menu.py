"""Butir menu Korpri dan Abdi Negara. Members reach all of it through the tabs of the page Korpri."""

from kepegawaian.menu import PEMAKAI, Butir, daftarkan
from kesejahteraan.korpri.hak import PENGELOLA, boleh_kelola

PENDAFTAR = ("operator_opd", "kepala_opd", *PENGELOLA, "inspektorat")

daftarkan(
    Butir("Korpri", "kesejahteraan:korpri_beranda", "flag", "", PEMAKAI, 70),
    Butir("Kegiatan Korpri", "kesejahteraan:korpri_kegiatan_list", "calendar-event", "Korpri", PENGELOLA, 10, bila=boleh_kelola),
    Butir("Anggota dan pengurus", "kesejahteraan:korpri_pengurus_list", "diagram-3", "Korpri", PENDAFTAR, 20),
    Butir("Redaksi Abdi Negara", "kesejahteraan:korpri_redaksi_list", "newspaper", "Korpri", PENGELOLA, 30, bila=boleh_kelola),
)  # fmt: skip
