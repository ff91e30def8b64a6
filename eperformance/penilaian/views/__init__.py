"""Halaman penilaian: layar banyak bawahan, lembar penilaian sebuah SKP, tiga langkah, tindak lanjut."""
