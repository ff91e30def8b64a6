"""Butir menu diklat; an item whose page does not exist stays hidden."""

from kepegawaian.hak import memegang
from kepegawaian.menu import Butir, daftarkan

KELOMPOK = "Pengembangan"
PENYELENGGARA, PERENCANA = ("SUB32", "SUB33"), ("SUB31",)
BKD = ("staf_bkd", "pejabat_bkd")
PEMANTAU = ("operator_opd", "kepala_opd", *BKD, "inspektorat")


def mengelola(hak, acuan, kantor=(*PERENCANA, *PENYELENGGARA)):
    """Staf and heads of the Bidang Pendidikan dan Pelatihan, within the subbids ``kantor``."""
    return not hak.hanya_baca and memegang(hak, acuan, kantor)


daftarkan(
    Butir("Pengembangan saya", "diklat:pengembangan_saya", "mortarboard", "", ("asn",), 60),
    Butir("Kalender pelatihan", "diklat:kalender", "calendar-event", "", ("asn",), 61),
    Butir("Evaluasi pascapelatihan", "diklat:pasca_list", "clipboard-check", KELOMPOK, ("atasan",), 80),
    Butir("Kebutuhan pelatihan", "diklat:kebutuhan_list", "graph-up-arrow", KELOMPOK, PEMANTAU, 10),
    Butir("Katalog pelatihan", "diklat:katalog_list", "journal-bookmark", KELOMPOK, PEMANTAU, 20),
    Butir("Rencana pelatihan", "diklat:rencana_list", "clipboard-data", KELOMPOK, (*BKD, "pimpinan", "inspektorat"), 30),
    Butir("Penyelenggaraan", "diklat:kegiatan_list", "easel", KELOMPOK, PEMANTAU, 40),
    Butir("Belajar mandiri", "diklat:mandiri_list", "patch-check", KELOMPOK, PEMANTAU, 50),
    Butir("Tugas belajar", "diklat:tugas_belajar_list", "backpack", KELOMPOK, PEMANTAU, 60),
    Butir("Evaluasi program", "diklat:evaluasi_program", "bar-chart-line", KELOMPOK, (*BKD, "pimpinan", "inspektorat"), 70),
)  # fmt: skip
