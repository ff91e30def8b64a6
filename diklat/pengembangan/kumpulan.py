"""Aturan pengembangan kompetensi yang berlaku di luar layanan; imported by ``diklat.kasus`` so that the law pages know them."""

from diklat.pengembangan import aturan
from layanan.katalog import Dasar, Syarat, daftarkan_aturan

SYARAT = (
    Syarat("DIK-01", "PNS: paling sedikit 20 JP setahun", Dasar("PP 11/2017", "Pasal 203"), aturan.dik01_jp_pns),
    Syarat("DIK-02", "PPPK: paling banyak 24 JP dalam satu tahun perjanjian kerja", Dasar("PP 49/2018", "Pasal 40"),
           aturan.dik02_jp_pppk, keyakinan="sebagian"),
)  # fmt: skip
daftarkan_aturan("pengembangan", "Pengembangan kompetensi", "diklat:pengembangan_saya", SYARAT)
