"""Penolakan yang sopan dari perbuatan seleksi: kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur


class DitolakSeleksi(DitolakAlur):
    """An act is refused; ``str()`` says why and what to do."""
