"""Aturan penggajian yang bukan syarat layanan: gaji pokok, tunjangan, TPP; listed on the page of their regulation.

Tests print how they answer (``tests/kasus/*.yaml``); each stands with its id of ``regulasi/gaji-dan-kgb.md``.
"""

from kepegawaian.aturan import gaji_pokok, mkg_pada
from layanan.katalog import Dasar, Syarat, daftarkan_aturan, perlu_diperiksa, tidak, ya
from penggajian import aturan, aturan_iuran, aturan_tpp, aturan_tunjangan

PP5, P11 = Dasar("PP 5/2024"), Dasar("Perpres 11/2024")


def _sel(k):
    """The Gaji of the profile on the day, or None when golongan or MKG is not recorded."""
    mkg = mkg_pada(k.profil, k.tanggal)
    return None if mkg is None or k.profil.golongan is None else gaji_pokok(k.acuan, k.profil.golongan, mkg, k.tanggal)


def _belum():
    return perlu_diperiksa("Golongan atau masa kerja golongan belum tercatat.")


def g01_versi_tabel(k):
    """PP 5/2024: the table version valid on the pay month."""
    sel = _sel(k)
    if sel is None:
        return _belum()
    return tidak(sel.kalimat) if sel.kode == "GAJI-01" else ya("Tabel gaji untuk bulan itu tersedia.")


def g02_puncak(k):
    """Lampiran (GAJI-02): above the last row the last row holds, and no further KGB."""
    sel = _sel(k)
    if sel is None or sel.rupiah is None:
        return _belum() if sel is None else perlu_diperiksa(sel.kalimat)
    return tidak(sel.kalimat) if sel.puncak else ya("Masih ada baris gaji berikutnya.")


def g03_baris_pertama(k):
    """Reading of ours (asumsi): below the first row of the column a person decides."""
    sel = _sel(k)
    if sel is None:
        return _belum()
    return perlu_diperiksa(sel.kalimat) if sel.kode == "GAJI-03" else ya("Masa kerja golongan mencapai baris pertama.")


GAJI = (
    Syarat("GAJI-01", "Tabel gaji yang berlaku pada bulan pembayaran", PP5, g01_versi_tabel, dasar_lain=(P11,)),
    Syarat("GAJI-02", "Di atas baris terakhir: baris terakhir, tanpa KGB lagi", PP5, g02_puncak, dasar_lain=(P11,)),
    Syarat("GAJI-03", "Di bawah baris pertama: penetapan manual", PP5, g03_baris_pertama, "asumsi", dasar_lain=(P11,)),
    aturan_tunjangan.POKOK,
    Syarat(
        "KGB-P05", "Kenaikan gaji istimewa PPPK", Dasar("PermenPANRB 7/2023"), aturan.p05_gaji_istimewa,
        keyakinan="sebagian",
    ),
)  # fmt: skip

daftarkan_aturan("gaji", "Gaji pokok", "penggajian:gaji_list", GAJI)
daftarkan_aturan(
    "tunjangan", "Tunjangan yang melekat pada gaji", "penggajian:penghasilan_saya", aturan_tunjangan.SYARAT
)
daftarkan_aturan(
    "iuran", "Iuran wajib dari gaji", "penggajian:penghasilan_saya", aturan_iuran.SYARAT + aturan_iuran.DIBAYAR
)
daftarkan_aturan("tpp", "Tambahan penghasilan pegawai (TPP)", "penggajian:tpp_saya", aturan_tpp.SYARAT)
