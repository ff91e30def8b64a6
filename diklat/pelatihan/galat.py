"""Penolakan yang sopan dari perbuatan pelatihan: kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur

BASI = "Kegiatan ini sudah berubah sejak halaman Anda dibuka. Periksa keadaannya, lalu ulangi bila masih perlu."


class DitolakDiklat(DitolakAlur):
    """An act is refused; ``str()`` says why."""
