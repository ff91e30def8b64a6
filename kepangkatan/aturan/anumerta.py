"""Syarat KP anumerta KP-A01, KP-A02, beserta TMT-nya (regulasi kenaikan-pangkat §6). Pure.

Law: PP 99/2000 Pasal 19-24; PP 98/2000 Pasal 17 jo. PP 11/2002; keputusan-tafsir T-09 (no periods), T-13. The letter of
tewas is recorded on the form by the official; nothing of it is derived here. KP pengabdian: ``layanan/aturan_pengabdian.py``.
"""

from typing import NamedTuple

from kepegawaian.aturan import awal_bulan_berikut, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

HURUF = {
    "a": "meninggal dunia dalam dan karena menjalankan tugas kewajibannya",
    "b": "meninggal dunia dalam keadaan lain yang berhubungan dengan dinas, sehingga disamakan dengan huruf a",
    "c": "meninggal dunia langsung akibat luka atau cacat yang didapat dalam dan karena tugas kewajibannya",
    "d": "meninggal dunia karena perbuatan anasir yang tidak bertanggung jawab atau akibat tindakan terhadapnya",
}


class Tewas(NamedTuple):
    """Dates that follow the death in service: PNS (of a CPNS), anumerta, pensiun."""

    pns: object
    anumerta: object
    pensiun: object


def tanggal_tewas(tewas):
    """PP 98/2000 Pasal 17 jo. PP 11/2002; PP 99/2000 Pasal 23; T-13 (KP-A02): what begins when."""
    return Tewas(tewas.replace(day=1), tewas, awal_bulan_berikut(tewas))


def a01_tewas(k):
    """PP 99/2000 Pasal 19-24 (sebagian): found tewas by the official under one of the letters a to d."""
    huruf = k.isian.get("huruf")
    if not huruf:
        return perlu_diperiksa("Penetapan tewas belum dicatat.")
    if huruf not in HURUF:
        return tidak("Belum ditetapkan tewas.")
    return ya(f"Ditetapkan tewas menurut huruf {huruf}.", HURUF[huruf])


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
