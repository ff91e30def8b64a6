"""Siapa melihat, mengubah, dan mengisi pohon kinerja."""

from kepegawaian.hak import memegang

PEMBACA = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PENGATUR = ("staf_bkd", "pejabat_bkd")
PENGISI = ("atasan", "operator_opd", "kepala_opd", *PENGATUR)
UNIT = ("SUB41", "SEKRET")


def mengatur(hak, acuan):
    """Staf and heads of SUB41 and the Sekretariat of the BKPSDM, and the heads above them: the whole tree."""
    return not hak.hanya_baca and memegang(hak, acuan, UNIT)


def mengisi(hak, acuan, simpul):
    """Types realisasi of this simpul: who runs the tree, and the head or operator of the unit that owns it."""
    if hak.hanya_baca:
        return False
    return simpul.unit_id in hak.unit_kepala or simpul.unit_id in hak.unit_operator or mengatur(hak, acuan)
