"""Butir menu kebutuhan dan pengadaan; an item whose page does not exist stays hidden."""

from kepegawaian.hak import memegang
from kepegawaian.menu import Butir, daftarkan

KELOMPOK = "Pengadaan"
KANTOR = "SUB21"
BKD = ("staf_bkd", "pejabat_bkd")


def mengelola(hak, acuan):
    """Staf and head of the Subbid Formasi dan Pengadaan and the heads above it in the BKD."""
    return not hak.hanya_baca and memegang(hak, acuan, (KANTOR,))


def _lihat(hak, acuan):
    return mengelola(hak, acuan) or hak.punya("pejabat_bkd", "inspektorat", "pimpinan")


daftarkan(
    Butir("Pemberkasan saya", "pengadaan:pemberkasan_saya", "folder-check", "", ("calon",), 20),
    Butir("Analisis beban kerja", "pengadaan:abk_list", "calculator", KELOMPOK, ("operator_opd", "kepala_opd", *BKD, "inspektorat"), 10),
    Butir("Kebutuhan pegawai", "pengadaan:kebutuhan_list", "person-lines-fill", KELOMPOK, ("operator_opd", "kepala_opd", *BKD, "pimpinan", "inspektorat"), 20),
    Butir("Formasi", "pengadaan:formasi_list", "card-checklist", KELOMPOK, ("operator_opd", "kepala_opd", *BKD, "pimpinan", "inspektorat"), 30),
    Butir("Seleksi", "pengadaan:seleksi_list", "funnel", KELOMPOK, (*BKD, "inspektorat"), 40, bila=_lihat),
    Butir("Pantauan CPNS", "pengadaan:cpns_list", "hourglass-split", KELOMPOK, ("operator_opd", *BKD, "inspektorat"), 50),
    Butir("Perjanjian kerja PPPK", "pengadaan:kontrak_list", "file-earmark-text", KELOMPOK, ("operator_opd", "kepala_opd", *BKD, "inspektorat"), 60),
)  # fmt: skip
