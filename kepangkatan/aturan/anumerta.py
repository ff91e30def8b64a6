"""Syarat KP anumerta yang hanya miliknya: KP-A02 (regulasi kenaikan-pangkat §6). Pure.

Law: PP 98/2000 Pasal 17 jo. PP 11/2002; PP 99/2000 Pasal 23. The finding of tewas (KP-A01) and the dates that follow it are
shared with the pension of the heirs: ``layanan/aturan_pengabdian.py``.
"""

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya


def a02_cpns(k):
    """PP 98/2000 Pasal 17 jo. PP 11/2002; PP 99/2000 Pasal 23 (sebagian): a CPNS is first appointed PNS."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    awal = k.tanggal.replace(day=1)
    if p.status == "CPNS":
        return tidak(f"CPNS yang tewas diangkat lebih dahulu menjadi PNS TMT {tulis_tanggal(awal)}.")
    if p.status != "PNS":
        return tidak("Kenaikan pangkat anumerta hanya bagi PNS.", p.status)
    if p.tmt_pns == awal:
        return ya(f"Sudah diangkat menjadi PNS TMT {tulis_tanggal(awal)}.")
    return ya("Berstatus PNS.", f"sejak {tulis_tanggal(p.tmt_pns or p.tmt_status)}")
