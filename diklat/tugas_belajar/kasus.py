"""Fungsi kasus tugas belajar: ikatan dinas, ganti rugi, semester."""

from datetime import date

from diklat.tugas_belajar import aturan
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import tanggal_iso


@fungsi_kasus("ikatan_dinas")
def ikatan_dinas(*, acuan, cara: str, mulai: date | str, selesai: date | str, luar_negeri: bool = False):
    """SE PANRB 28/2021; Perpres 12/1961 (asumsi): ikatan dinas sesudah tugas belajar.

    cara: dibebaskan atau tetap; selesai: hari terakhir belajar. harapan: mulai, sampai, bulan, belajar (bulan).
    """
    hasil = aturan.ikatan(acuan, cara=cara, mulai=tanggal_iso(mulai, "mulai"), selesai=tanggal_iso(selesai, "selesai"),
                          luar_negeri=luar_negeri)  # fmt: skip
    return hasil._asdict()


@fungsi_kasus("ganti_rugi_tugas_belajar")
def ganti_rugi_tugas_belajar(
    *, acuan, biaya: int | None, tanggal: date | str, ikatan_mulai: date | str | None = None,
    ikatan_sampai: date | str | None = None,
):  # fmt: skip
    """Perpres 12/1961 (asumsi, setelan tb_ganti_rugi): rupiah yang dikembalikan. harapan: bilangan, atau null."""
    return aturan.ganti_rugi(
        acuan, biaya=biaya, tanggal=tanggal_iso(tanggal, "tanggal"), ikatan_mulai=tanggal_iso(ikatan_mulai, "ikatan_mulai"),
        ikatan_sampai=tanggal_iso(ikatan_sampai, "ikatan_sampai"),
    )  # fmt: skip


@fungsi_kasus("semester_tugas_belajar")
def semester_tugas_belajar(*, acuan, mulai: date | str, sampai: date | str):
    """SE PANRB 28/2021 (asumsi, setelan tb_laporan_hari): tenggat laporan tiap semester. harapan: daftar tanggal."""
    return [s.tenggat for s in aturan.semester(acuan, tanggal_iso(mulai, "mulai"), tanggal_iso(sampai, "sampai"))]
