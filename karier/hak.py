"""Hak karier: siapa mengubah standar dan uji kompetensi, siapa membuka peta talenta.

Follows the office as everywhere (``kepegawaian.hak``): staf of SUB21/SUB22, and the heads from that subbid upward in
the BKD. Views ask here; nothing is stored.
"""

from kepegawaian.hak import memegang

SUB_STANDAR = ("SUB21", "SUB22")
SUB_KARIER = ("SUB22",)


def boleh_standar(hak, acuan):
    """May change standar kompetensi: Subbid Formasi and Subbid Pembinaan Karier."""
    return memegang(hak, acuan, SUB_STANDAR)


def boleh_uji(hak, acuan):
    """May run an uji kompetensi: Subbid Pembinaan Karier."""
    return memegang(hak, acuan, SUB_KARIER)


def boleh_talenta(hak, acuan):
    """May open the talent map: officials of the BKD, staf of Subbid Pembinaan Karier, Sekda and Bupati."""
    return hak.punya("pejabat_bkd", "pimpinan") or boleh_uji(hak, acuan)


def boleh_seleksi(hak, acuan):
    """Runs a seleksi terbuka as its secretariat: Subbid Pembinaan Karier and the heads above it."""
    return memegang(hak, acuan, SUB_KARIER)
