"""Penolakan yang sopan dari perbuatan karier: kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur


class DitolakKarier(DitolakAlur):
    """An act is refused; ``str()`` says why."""
