"""Aturan keluarga yang dipakai bersama: sampai kapan, dan apakah, seorang anak masih dapat ditanggung. Pure.

Law: PP 7/1977 Pasal 16 with its amendments; the ages are the dated settings ``anak_usia_maks`` and ``anak_usia_maks_sekolah``.
Used by pay, by the allowances on a pension, and by the family page. A child's right to the pension itself is another law
(``pensiun.hitung.anak_berhak``).
"""

from kepegawaian.aturan import tambah_bulan, usia_tahun


def hari_usia(tanggal_lahir, acuan, tanggal, *, sekolah=False):
    """PP 7/1977 Pasal 16: the day a child is too old for the allowance, by the settings of ``tanggal``."""
    batas = acuan.setelan("anak_usia_maks_sekolah" if sekolah else "anak_usia_maks", tanggal)
    return tambah_bulan(tanggal_lahir, 12 * batas)


def batas_anak(tanggal_lahir, sekolah_sampai, acuan, tanggal):
    """PP 7/1977 Pasal 16: (day from which age or school letter ends the allowance, why), by the settings of ``tanggal``.

    (None, "") without a date of birth.
    """
    if tanggal_lahir is None:
        return None, ""
    batas, batas_sekolah = (acuan.setelan(f"anak_usia_maks{x}", tanggal) for x in ("", "_sekolah"))
    akhir_usia = hari_usia(tanggal_lahir, acuan, tanggal)
    if sekolah_sampai is None or sekolah_sampai < akhir_usia:
        return akhir_usia, f"usia {batas} tahun"
    akhir_sekolah = hari_usia(tanggal_lahir, acuan, tanggal, sekolah=True)
    if akhir_sekolah <= sekolah_sampai:
        return akhir_sekolah, f"usia {batas_sekolah} tahun"
    return sekolah_sampai, "surat sekolah berakhir"


def anak_ditanggung(anak, acuan, tanggal):
    """PP 7/1977 Pasal 16: (True, False, or None while a fact is missing; why) for a Tanggungan who is a child.

    Below 21, or below 25 with a school letter that still runs (its last day counts), unmarried and without income.
    """
    batas, batas_sekolah = (acuan.setelan(f"anak_usia_maks{x}", tanggal) for x in ("", "_sekolah"))
    usia = None if anak.tanggal_lahir is None else usia_tahun(anak.tanggal_lahir, tanggal)
    if usia is not None and usia >= batas_sekolah:
        return False, f"Sudah berusia {batas_sekolah} tahun atau lebih."
    if usia is not None and usia >= batas and (anak.sekolah_sampai is None or anak.sekolah_sampai < tanggal):
        return False, f"Sudah berusia {batas} tahun tanpa surat sekolah yang masih berlaku."
    if anak.kawin or anak.berpenghasilan:
        return False, "Sudah kawin." if anak.kawin else "Sudah berpenghasilan sendiri."
    if usia is None:
        return None, "Tanggal lahir belum tercatat."
    if anak.kawin is None or anak.berpenghasilan is None:
        return None, "Belum diketahui apakah belum kawin dan belum berpenghasilan."
    return True, "Memenuhi syarat tunjangan anak."
