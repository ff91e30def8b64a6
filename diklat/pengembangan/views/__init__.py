"""Halaman pengembangan, satu berkas satu pokok: saya, mandiri, kebutuhan, evaluasi."""
