"""Seleksi pengadaan: pelamar, nilai, pemberkasan."""

__all__ = []
