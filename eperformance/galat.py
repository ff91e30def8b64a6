"""Penolakan yang sopan dari perbuatan e-performance: satu kalimat untuk pengguna, tanpa perubahan data."""

from layanan.galat import DitolakAlur


class DitolakKinerja(DitolakAlur):
    """An act is refused; ``str()`` says why."""


class VersiLama(DitolakKinerja):
    """What is to be saved was typed over an older version; ``kini`` is the row as it stands now.

    Nothing is overwritten: the page shows both, and the person decides.
    """

    def __init__(self, kini, kalimat="Isian ini sudah diubah di tempat lain sejak Anda membukanya."):
        super().__init__(kalimat)
        self.kini = kini
