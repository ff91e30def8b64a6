"""Penolakan yang sopan dari perbuatan Korpri: kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur


class DitolakKorpri(DitolakAlur):
    """An act is refused; ``str()`` says why."""
