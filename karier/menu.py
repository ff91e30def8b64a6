"""Butir menu karier. The map and the succession plan show only to those they are for (``karier.hak``)."""

from karier.hak import boleh_seleksi, boleh_talenta, boleh_uji
from karier.views.kesenjangan import PELIHAT
from kepegawaian.menu import Butir, daftarkan

BKD = ("staf_bkd", "pejabat_bkd")

daftarkan(
    Butir("Jenjang karier saya", "karier:jenjang_saya", "signpost-2", "", ("asn",), 62),
    Butir("Seleksi terbuka JPT", "karier:lowongan_list", "megaphone", "", ("asn",), 63),
    Butir("Standar kompetensi", "karier:standar_list", "rulers", "Karier", (*BKD, "inspektorat"), 10),
    Butir(
        "Uji kompetensi", "karier:uji_list", "clipboard-check", "Karier", (*BKD, "inspektorat"), 20,
        bila=lambda hak, acuan: boleh_uji(hak, acuan) or hak.punya("pejabat_bkd", "inspektorat"),
    ),
    Butir("Kesenjangan kompetensi", "karier:kesenjangan_list", "bar-chart-steps", "Karier", PELIHAT, 30),
    Butir("Peta talenta", "karier:talenta_list", "grid-3x3", "Karier", (*BKD, "pimpinan"), 40, bila=boleh_talenta),
    Butir("Rencana suksesi", "karier:suksesi_list", "people", "Karier", (*BKD, "pimpinan"), 50, bila=boleh_talenta),
    Butir("Kelola seleksi terbuka", "karier:seleksi_list", "megaphone", "Karier", BKD, 60, bila=boleh_seleksi),
)  # fmt: skip
