"""Halaman kehadiran: ``presensi`` (kalender dan rekap), ``pelanggaran`` (ruang kerja penangan disiplin)."""
