"""Menu mesin layanan."""

from kepegawaian.menu import PEMAKAI, Butir, daftarkan

PETUGAS = {"atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan"}

daftarkan(
    Butir("Kotak kerja", "layanan:kotak_list", "check2-square", "", PETUGAS, 20, "kotak"),
    Butir("Layanan", "layanan:katalog_list", "inbox", "", {"asn", "operator_opd", "staf_bkd"}, 40, singkat="Layanan"),
    Butir("Usulan", "layanan:usulan_list", "send", "", {"asn", "inspektorat", *PETUGAS}, 50, singkat="Usulan"),
    Butir("Ketidakhadiran pejabat", "layanan:halangan_list", "calendar-x", "Layanan",
          {*PETUGAS, "inspektorat"}, 95),
    Butir("Surat pengantar", "layanan:pengantar_list", "envelope-paper", "Layanan",
          {"operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat"}, 85),
    Butir("Peta proses", "layanan:peta_list", "signpost-split", "Layanan", PEMAKAI, 10),
    Butir("Tanda tangan", "layanan:tte_list", "pen", "Layanan",
          {"operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan"}, 95),
    Butir("Naskah", "layanan:naskah_list", "file-earmark-text", "Layanan",
          {"operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat"}, 90),
    Butir("Register nomor", "layanan:register_list", "hash", "Layanan", {"staf_bkd", "pejabat_bkd", "inspektorat"}, 91),
)  # fmt: skip
