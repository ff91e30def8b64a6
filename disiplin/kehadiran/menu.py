"""Butir menu kehadiran; the workspace shows itself to handlers only, its view refuses all others by itself."""

from kepegawaian.menu import Butir, daftarkan

daftarkan(
    Butir("Presensi saya", "disiplin:presensi_saya", "calendar3", "", ("asn",), 64),
    Butir(
        "Rekap presensi", "disiplin:presensi_rekap", "calendar3-week", "Disiplin",
        ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat"), 10,
    ),
    Butir(
        "Pelanggaran kehadiran", "disiplin:pelanggaran_list", "person-exclamation", "Disiplin",
        ("staf_bkd", "pejabat_bkd", "inspektorat"), 20, bila=lambda hak, acuan: hak.penangan_disiplin,
    ),
)  # fmt: skip
