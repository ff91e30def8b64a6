"""Aturan surat pernyataan masih menduduki jabatan: SPMJ-01..04. Pure.

Law: PerBKN 7/2017 (pelantikan) and Perka BKN 31/2007 (the letter for the allowance); ``regulasi`` names the SPMJ beside
SPP and SPMT, its conditions are what the letter says, hence ``sebagian``. All facts stand in the profile on the date asked.
"""

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

DILANTIK = ("struktural", "fungsional")
TINGGAL = {
    "CLTN": "cuti di luar tanggungan negara", "TUBEL": "tugas belajar", "MPP": "masa persiapan pensiun",
    "TUGAS": "penugasan pada instansi lain",
}  # fmt: skip


def s01_menduduki(k):
    """PerBKN 7/2017: a definitive post one is sworn into, held on the date."""
    p = k.profil
    if p.jabatan is None or p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan definitifnya belum tercatat.")
    if p.jenis_jabatan not in DILANTIK:
        return tidak("Bukan jabatan struktural atau fungsional.", p.jabatan)
    return ya(f"Menduduki {p.jabatan}.", f"sejak {tulis_tanggal(p.tmt_jabatan)}")


def s02_dilantik(k):
    """PerBKN 7/2017: sworn in, not after the date asked."""
    hari = k.profil.tmt_pelantikan
    if hari is None:
        return perlu_diperiksa("Tanggal pelantikannya belum tercatat; lihat berita acaranya.")
    if hari > k.tanggal:
        return tidak(f"Baru dilantik {tulis_tanggal(hari)}.", paling_cepat=hari)
    return ya(f"Dilantik {tulis_tanggal(hari)}.")


def s03_melaksanakan(k):
    """PerBKN 7/2017 (SPMT): took up the post, not after the date asked."""
    mulai = k.profil.tanggal_spmt
    if mulai is None:
        return perlu_diperiksa("Tanggal SPMT belum tercatat.")
    if mulai > k.tanggal:
        return tidak(f"Baru melaksanakan tugas {tulis_tanggal(mulai)}.", paling_cepat=mulai)
    return ya(f"Melaksanakan tugas sejak {tulis_tanggal(mulai)}.")


def s04_bertugas(k):
    """Perka BKN 31/2007: holds it still, that is, is neither away from it by law nor suspended."""
    p = k.profil
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    if p.tinggal in TINGGAL:
        return tidak(f"Sedang {TINGGAL[p.tinggal]}.")
    if p.kedudukan != "01":
        return tidak(f"Tidak sedang melaksanakan tugas: {p.kedudukan_nama or p.kedudukan}.")
    return ya("Sedang melaksanakan tugas jabatannya.")
