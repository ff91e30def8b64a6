"""Syarat kenaikan pangkat pengabdian KP-P01..KP-P06, penetapan tewas KP-A01, dan TMT-nya (kenaikan-pangkat §6). Pure.

Law: PP 99/2000 Pasal 27 jo. PP 12/2002, Pasal 19-24; keputusan-tafsir T-09 (no periods), T-13, T-15. Asked by ``kepangkatan`` (a decree of its
own) and by ``pensiun`` (one SK with the pension). Which facts hold (cause, death, medical board) is recorded on the form
by the official; nothing of it is derived here.
"""

from typing import NamedTuple

from kepegawaian.aturan import PPPK, awal_bulan_berikut, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.aturan_umum import predikat_baik, tahun_kinerja, tulis_pangkat
from layanan.katalog import perlu_diperiksa, tidak, ya

BUP, MENINGGAL, CACAT = "bup", "meninggal", "cacat"
# Code -> (least and, exclusive, most months of continuous service, months in rank that are asked for).
MASA = {"KP-P01": (360, None, 1), "KP-P02": (240, 360, 12), "KP-P03": (120, 240, 24)}
SATU_TAHUN = 12
HURUF = {
    "a": "meninggal dunia dalam dan karena menjalankan tugas kewajibannya",
    "b": "meninggal dunia dalam keadaan lain yang berhubungan dengan dinas, sehingga disamakan dengan huruf a",
    "c": "meninggal dunia langsung akibat luka atau cacat yang didapat dalam dan karena tugas kewajibannya",
    "d": "meninggal dunia karena perbuatan anasir yang tidak bertanggung jawab atau akibat tindakan terhadapnya",
}


def tmt_pengabdian(sebab, kejadian, tmt_pensiun):
    """§6 (sebagian): BUP one month before TMT pensiun; death and cacat on their own day. None when unknown."""
    if sebab == BUP:
        return tambah_bulan(tmt_pensiun, -1) if tmt_pensiun else None
    return kejadian


def masa_terus_menerus(profil, tanggal):
    """PP 99/2000 Pasal 27: months of service as PNS without a break, CLTN taken out; None when unknown."""
    if profil.tmt_cpns is None:
        return None
    return max(0, bulan_antara(profil.tmt_cpns, tanggal) - profil.cltn_bulan)


def bukan_pns(profil):
    """CPNS and PPPK have no pengabdian."""
    return profil.status in (*PPPK, "CPNS")


def syarat_berlaku(k):
    """Codes of KP-P01..P06 that apply: by the years of service, or KP-P06 instead for a disability."""
    if bukan_pns(k.profil):
        return ("KP-P03",)
    if k.isian.get("sebab") == CACAT:
        return ("KP-P04", "KP-P05", "KP-P06")
    masa = masa_terus_menerus(k.profil, k.tanggal)
    kode = next((x for x, (dari, _, _) in MASA.items() if masa is not None and masa >= dari), "KP-P03")
    return (kode, "KP-P04", "KP-P05")


def masa_pengabdian(kode):
    """PP 99/2000 Pasal 27: the rule KP-P01, P02 or P03 for its band of service."""
    dari, _, pangkat = MASA[kode]

    def periksa(k):
        p, masa = k.profil, masa_terus_menerus(k.profil, k.tanggal)
        if bukan_pns(p):
            return tidak("Kenaikan pangkat pengabdian hanya bagi PNS.", p.status)
        if masa is None or p.tmt_pangkat is None:
            return perlu_diperiksa("TMT CPNS atau TMT pangkat terakhir belum tercatat.")
        dalam = max(0, bulan_antara(p.tmt_pangkat, k.tanggal))
        bukti = (f"masa kerja sejak {tulis_tanggal(p.tmt_cpns)}", tulis_pangkat(p))
        if masa < dari or dalam < pangkat:
            kalimat = f"Masa kerja {tulis_masa(masa)}, masa pangkat {tulis_masa(dalam)}: tidak memenuhi."
            return tidak(kalimat, *bukti)
        return ya(f"Masa kerja {tulis_masa(masa)}, masa pangkat {tulis_masa(dalam)}.", *bukti)

    periksa.__doc__ = f"PP 99/2000 Pasal 27: {dari // 12} years of service and {pangkat} months in rank."
    return periksa


def p04_disiplin(k):
    """PP 99/2000 Pasal 27: no hukuman disiplin sedang or berat in the last year."""
    batas = tambah_bulan(k.tanggal, -SATU_TAHUN)
    for h in k.profil.hukuman:
        if h.tingkat in ("sedang", "berat") and batas < h.tmt <= k.tanggal:
            bukti = f"SK {h.nomor_sk or 'tanpa nomor'} TMT {tulis_tanggal(h.tmt)}"
            return tidak(f"Pernah dijatuhi hukuman disiplin {h.tingkat} dalam 1 tahun terakhir.", bukti)
    return ya("Tidak dijatuhi hukuman disiplin sedang atau berat dalam 1 tahun terakhir.")


def p05_predikat(k):
    """PP 99/2000 Pasal 27: predikat at least Baik in the last year."""
    return predikat_baik(k, tahun_kinerja(k, "kp_tahun_kinerja_pengabdian"))


def p06_cacat(k):
    """PP 99/2000 (sebagian): cacat karena dinas by the medical board needs no minimum service."""
    jawab = k.isian.get("karena_dinas")
    if not jawab:
        return perlu_diperiksa("Pernyataan Tim Penguji Kesehatan belum dicatat.")
    bukti = f"berita acara {k.isian.get('nomor_bukti') or '–'}"
    if jawab != "ya":
        return tidak("Tim Penguji Kesehatan tidak menyatakan cacat karena dinas.", bukti)
    return ya("Cacat karena dinas; tidak ada masa kerja minimal.", bukti)


# ── tewas ────────────────────────────────────────────────────────────────────────────────────────────


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
