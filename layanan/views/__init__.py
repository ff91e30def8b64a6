"""Halaman mesin layanan: katalog, usulan, kotak kerja, nominatif, naskah dan verifikasi."""
