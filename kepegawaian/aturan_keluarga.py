"""Aturan keluarga yang dipakai bersama: sampai kapan seorang anak masih dapat ditanggung. Pure.

Law: PP 7/1977 Pasal 16 with its amendments; the ages are the dated settings ``anak_usia_maks`` and ``anak_usia_maks_sekolah``.
"""

from kepegawaian.aturan import tambah_bulan


def batas_anak(tanggal_lahir, sekolah_sampai, acuan, tanggal):
    """PP 7/1977 Pasal 16: (day from which age or school letter ends the allowance, why), by the settings of ``tanggal``.

    (None, "") without a date of birth.
    """
    if tanggal_lahir is None:
        return None, ""
    batas, batas_sekolah = (acuan.setelan(f"anak_usia_maks{x}", tanggal) for x in ("", "_sekolah"))
    akhir_usia = tambah_bulan(tanggal_lahir, 12 * batas)
    if sekolah_sampai is None or sekolah_sampai < akhir_usia:
        return akhir_usia, f"usia {batas} tahun"
    akhir_sekolah = tambah_bulan(tanggal_lahir, 12 * batas_sekolah)
    if akhir_sekolah <= sekolah_sampai:
        return akhir_sekolah, f"usia {batas_sekolah} tahun"
    return sekolah_sampai, "surat sekolah berakhir"
