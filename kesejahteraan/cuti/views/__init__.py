"""Halaman cuti: permintaan sendiri atau bagi pegawai lain, kalender unit, saldo, dan pantauan CLTN."""

PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
