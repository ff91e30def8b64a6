"""Penolakan yang sopan dari perbuatan kebutuhan: kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur


class DitolakKebutuhan(DitolakAlur):
    """An act is refused; ``str()`` says why."""


BERUBAH = "Sudah diubah orang lain sesudah halaman ini dibuka. Muat ulang, periksa, lalu ulangi."
