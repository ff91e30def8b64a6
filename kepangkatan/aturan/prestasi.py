"""Syarat KP prestasi kerja luar biasa (PLB) dan penemuan baru (PB) (regulasi kenaikan-pangkat §2). Pure.

Law: PP 99/2000 Pasal 15 (PLB) and 16 (PB); both exempt from ujian dinas (Pasal 30-31). The codes are those of the
table of kinds, since §3 gives these two no rules of their own.
"""

from kepangkatan.aturan import umum
from kepangkatan.aturan.periode import periode_berikut
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_PRESTASI = 12
ISTIMEWA = ("Sangat Baik",)


def tmt_prestasi(profil, acuan):
    """PP 99/2000 Pasal 15; PerBKN 4/2025: first allowed TMT one year after the last rank, or None."""
    return profil.tmt_pangkat and periode_berikut(acuan, tambah_bulan(profil.tmt_pangkat, BULAN_PRESTASI))


def plb_satu_tahun(k):
    """PP 99/2000 Pasal 15 (sebagian): one year in the last rank."""
    return umum.masa_pangkat(k, BULAN_PRESTASI)


def pb_penetapan(k):
    """PP 99/2000 Pasal 16 (sebagian): the discovery is recognised as useful to the state before the TMT."""
    nomor, tanggal = k.isian.get("nomor_penetapan"), k.isian.get("tanggal_penetapan")
    if not (nomor and tanggal):
        return perlu_diperiksa("Penetapan penemuan baru belum dicatat.")
    bukti = f"{nomor} tanggal {tulis_tanggal(tanggal)}"
    if tanggal > k.tanggal:
        return tidak("Penetapan penemuan baru bertanggal setelah TMT.", bukti)
    return ya("Penemuan baru yang bermanfaat bagi negara sudah ditetapkan.", bukti)
