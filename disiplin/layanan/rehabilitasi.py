"""Pembatalan keputusan hukuman disiplin dan rehabilitasi. Dasar: PP 79/2021 Pasal 16; UU 30/2014 Pasal 66.

The annulment of the engine (``layanan.layanan.tindakan_naskah``) for one kind of naskah, and as confidential as the case: it
starts from the SK, reverses every row it wrote, and the case ends as dibatalkan.
"""

from dataclasses import replace

from layanan.katalog import Dasar, daftarkan
from layanan.layanan.tindakan_naskah import PembatalanNaskah


@daftarkan
class PembatalanHukuman(PembatalanNaskah):
    """Reverses a penalty that is in force, on the decision of BPASN, of a court, or of who imposed it."""

    slug = "pembatalan-hukuman"
    nama = "Pembatalan Hukuman Disiplin"
    aspek = "k"
    uraian = "Membatalkan keputusan hukuman disiplin yang sudah berlaku dan memulihkan keadaan pegawainya. Rahasia."
    dampak = "Keputusan hukuman dibatalkan; riwayat yang ditulisnya dibalik dan keadaan semula kembali tercatat."
    kata_tombol = "Batalkan hukuman dan pulihkan"
    rahasia = True
    tetap_tertutup = True
    pemilik = "SUB11"
    dasar = (Dasar("PP 79/2021", "Pasal 16"), *PembatalanNaskah.dasar)
    naskah = replace(PembatalanNaskah.naskah, klasifikasi="862.1", judul="Keputusan Pembatalan Hukuman Disiplin")
