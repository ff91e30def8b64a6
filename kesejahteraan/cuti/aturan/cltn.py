"""Aturan kembali dari CLTN: lapor diri paling lama satu bulan. Dasar: PP 11/2017 Pasal 334-337; PerBKN 24/2017."""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

AKTIF, MENUNGGU, LEWAT = "berjalan", "wajib_lapor", "lewat"


def batas_lapor(acuan, sampai):
    """Last day to report after a CLTN that ended on ``sampai``."""
    return tambah_bulan(sampai, acuan.setelan("cuti_cltn_lapor_bulan", sampai))


def keadaan(acuan, sampai, tanggal):
    """(state, last day to report) of a CLTN on ``tanggal``: berjalan, wajib_lapor, lewat."""
    if sampai is None:
        return AKTIF, None
    batas = batas_lapor(acuan, sampai)
    if tanggal <= sampai:
        return AKTIF, batas
    return (MENUNGGU if tanggal <= batas else LEWAT), batas


def l01_sedang_cltn(k):
    """Only who is, or was until now, on CLTN is put back."""
    cltn = k.lain.get("cltn")
    if cltn is None:
        return perlu_diperiksa("Riwayat CLTN belum dibaca.")
    if not cltn:
        return tidak("Tidak ada CLTN yang harus diakhiri.")
    return ya(f"CLTN {tulis_tanggal(cltn['tmt'])} sampai {tulis_tanggal(cltn['sampai'])}.")


def l02_melapor(k):
    """He reports within a month after its end; later it is a matter of pemberhentian (CLTN_TDK_LAPOR)."""
    cltn, lapor = k.lain.get("cltn"), k.isian.get("tanggal_lapor")
    if not cltn or cltn.get("sampai") is None or not lapor:
        return perlu_diperiksa("Akhir CLTN atau tanggal lapor belum tercatat.")
    batas = batas_lapor(k.acuan, cltn["sampai"])
    if lapor > batas:
        return tidak(
            f"Melapor {tulis_tanggal(lapor)}, lewat batas {tulis_tanggal(batas)}; diproses sebagai pemberhentian karena "
            "tidak melapor setelah CLTN."
        )
    return ya(f"Melapor {tulis_tanggal(lapor)}, batasnya {tulis_tanggal(batas)}.")
