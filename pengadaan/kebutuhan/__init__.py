"""Kebutuhan (aspek a): analisis beban kerja, kebutuhan tiap jabatan, proyeksi lima tahun, dokumen formasi."""
