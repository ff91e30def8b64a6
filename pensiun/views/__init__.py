"""Halaman pensiun: perkiraan manfaat, proyeksi, nominatif, pelepasan purna tugas."""
