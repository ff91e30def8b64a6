"""Penandatanganan. This step has one back end, *basah*: the scan of the paper that was signed and stamped.

The electronic back ends (lokal, BSrE) join here later behind the same function shape: bytes in, bytes out,
never inside a transaction.
"""

from kepegawaian import dosir
from layanan.galat import DitolakAlur


def basah(file):
    """Accepts the scan (PDF by content) of a signed naskah; raises DitolakAlur with the reason."""
    try:
        return dosir.terima(file, hanya_pdf=True)
    except dosir.BerkasDitolak as galat:
        raise DitolakAlur(f"Pindaian tidak diterima. {galat}") from galat
