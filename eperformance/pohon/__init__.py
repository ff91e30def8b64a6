"""Pohon kinerja: menyusun, menggambar, menyalin ke tahun berikut, mengisi realisasi."""
