"""Siapa yang impornya tidak boleh dibatalkan: usulan yang sedang diproses telah diperiksa atas dasar data itu.

Of one value of SIASN (batch of jenis ``ws``) a decided usulan rests on it as well, with or without a naskah.
"""

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


def usulan_diputus(batch, ids):
    """{pegawai_id: reason} for those of ``ids`` whose usulan was granted or refused after a value of SIASN was taken over."""
    if batch.jenis != "ws":
        return {}
    putus = Usulan.objects.filter(
        pegawai_id__in=ids, status__in=("selesai", "ditolak"), selesai_pada__gte=batch.diterapkan_pada
    )
    return {
        pegawai: "ada usulan yang sudah diputus atas dasar data ini; tanyakan kepada Subbidang Mutasi"
        if slug in RAHASIA
        else f"usulan {nomor} sudah diputus atas dasar data ini; perbaiki lewat naskah perubahan atau Peremajaan Data"
        for pegawai, nomor, slug in putus.order_by("pk").values_list("pegawai_id", "nomor", "layanan")
    }


def daftarkan():
    """Once per process; called when the apps are ready."""
    for satu in (usulan_berjalan, usulan_diputus):
        if satu not in PENGHALANG:
            PENGHALANG.append(satu)
