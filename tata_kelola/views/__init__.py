"""Halaman tata kelola: beranda, cari, regulasi, setelan, referensi, jejak, pemberitahuan, panduan, sehat."""
