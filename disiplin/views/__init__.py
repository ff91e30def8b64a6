"""Halaman disiplin: kasus, laporan, berita acara, dan surat bagi yang bersangkutan."""
