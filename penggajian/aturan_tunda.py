"""Syarat penundaan KGB: KGB-T01 dan KGB-T02 (ids of ours; ``regulasi/gaji-dan-kgb.md`` section 3, Delay). Pure.

Law: PP 7/1977 Pasal 13.
"""

from layanan.katalog import perlu_diperiksa, tidak, ya
from penggajian.aturan import cukup, hasil_terakhir


def t01_di_bawah_cukup(k):
    """PP 7/1977 Ps. 13: a KGB is put off only when the last yearly result is below cukup; PNS only."""
    if k.profil.status not in ("PNS", "CPNS"):
        return tidak(
            "Penundaan dengan keputusan hanya bagi PNS; KGB PPPK mengikuti predikatnya.", k.profil.status or ""
        )
    hasil = hasil_terakhir(k.profil, k.tanggal)
    if hasil is None:
        return perlu_diperiksa(f"Hasil kinerja tahun {k.tanggal.year - 1} belum tercatat.")
    bukti = f"{hasil.tahun}: {hasil.predikat}"
    if cukup(hasil.predikat, k.acuan.setelan("kgb_predikat_minimal", k.tanggal)):
        return tidak("Hasil kinerja terakhir cukup; tidak ada alasan menunda.", bukti)
    return ya("Hasil kinerja terakhir di bawah cukup.", bukti)


def t02_paling_lama(k):
    """PP 7/1977 Ps. 13: at most one year each time (setting ``kgb_tunda_maks_bulan``)."""
    lama, maks = k.isian.get("lama_bulan"), k.acuan.setelan("kgb_tunda_maks_bulan", k.tanggal)
    if lama is None:
        return perlu_diperiksa("Lama penundaan belum diisi.")
    if lama > maks:
        return tidak(f"KGB ditunda paling lama {maks} bulan tiap kali.", f"diminta {lama} bulan")
    return ya(f"Ditunda {lama} bulan, paling lama {maks} bulan.")
