"""Kumpulan aturan halaman kebutuhan dan kontrak, supaya halaman tiap peraturan menyebutnya."""

from layanan.katalog import daftarkan_aturan
from pengadaan.kebutuhan import aturan, aturan_rencana
from pengadaan.kontrak import aturan as aturan_kontrak

daftarkan_aturan("abk", "Analisis beban kerja", "pengadaan:abk_list", aturan.SYARAT)
daftarkan_aturan("rencana-kebutuhan", "Rencana kebutuhan dan formasi", "pengadaan:formasi_list", aturan_rencana.SYARAT)
daftarkan_aturan("kontrak", "Perjanjian kerja PPPK", "pengadaan:kontrak_list", aturan_kontrak.HALAMAN)
