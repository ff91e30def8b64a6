"""Kumpulan aturan halaman seleksi dan pantauan CPNS, for the pages of the law; imported at start by ``pengadaan.kasus_seleksi``."""

from layanan.katalog import daftarkan_aturan
from pengadaan.seleksi.aturan_angkat import CPN17, SYARAT_PNS
from pengadaan.seleksi.aturan_syarat import SYARAT_CPNS, SYARAT_NILAI, SYARAT_PPPK

daftarkan_aturan(
    "seleksi-asn", "Seleksi CPNS dan PPPK", "pengadaan:seleksi_list", (*SYARAT_CPNS, *SYARAT_PPPK, *SYARAT_NILAI)
)
daftarkan_aturan("pantauan-cpns", "Pantauan CPNS", "pengadaan:cpns_list", (*SYARAT_PNS, CPN17))
