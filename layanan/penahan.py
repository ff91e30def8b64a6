"""Siapa yang impornya tidak boleh dibatalkan: usulan yang sedang diproses telah diperiksa atas dasar data itu."""

from kepegawaian.hak import RAHASIA
from kepegawaian.impor.pembatalan import PENGHALANG
from layanan.models import Usulan


def usulan_berjalan(batch, ids):
    """{pegawai_id: reason} for those of ``ids`` whose usulan was submitted after ``batch`` was applied."""
    jalan = Usulan.objects.filter(
        pegawai_id__in=ids, status__in=("diproses", "dikembalikan"), diajukan_pada__gte=batch.diterapkan_pada
    )
    return {
        pegawai: "ada usulan yang diajukan atas dasar data ini; tanyakan kepada Subbidang Mutasi"
        if slug in RAHASIA
        else f"usulan {nomor} sudah diajukan atas dasar data ini; batalkan atau selesaikan dahulu"
        for pegawai, nomor, slug in jalan.order_by("pk").values_list("pegawai_id", "nomor", "layanan")
    }


def daftarkan():
    """Once per process; called when the apps are ready."""
    if usulan_berjalan not in PENGHALANG:
        PENGHALANG.append(usulan_berjalan)
