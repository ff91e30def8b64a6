"""Siapa membaca dan mengisi register tata kelola.

Readers see figures of the whole agency and no person; who writes is the Sekretariat of the BKPSDM (program, keuangan, evaluasi), for
a risk also the unit that owns it, and the heads above them.
"""

from kepegawaian.hak import memegang

PEMBACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PENULIS = ("staf_bkd", "pejabat_bkd")
SEKRETARIAT = "SEKRET"


def mengelola(hak, acuan):
    """Staf and heads of the Sekretariat and the heads above: anggaran, tinjauan regulasi, laporan bulanan, every risk."""
    return not hak.hanya_baca and memegang(hak, acuan, (SEKRETARIAT, "SUBBAG1", "SUBBAG2", "SUBBAG3"))


def memiliki(hak, acuan, unit):
    """Writes about what belongs to ``unit`` (UnitKerja): its staf and heads, and who runs the registers."""
    return not hak.hanya_baca and (mengelola(hak, acuan) or memegang(hak, acuan, (unit.kode,)))
