"""Pengembangan kompetensi seorang pegawai: kebutuhan, belajar mandiri, riwayat dan anjuran; evaluasi program."""
