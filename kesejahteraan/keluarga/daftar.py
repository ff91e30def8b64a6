"""Daftar keluarga seorang pegawai: baris terbaru tiap anggota, batas usia anak, dan perubahan yang dapat dilaporkan."""

from dataclasses import dataclass
from datetime import date

from kepegawaian.aturan import tambah_bulan, usia_tahun
from kepegawaian.aturan_keluarga import batas_anak
from kepegawaian.models import RiwayatKeluarga
from kesejahteraan.keluarga import aturan

PERINGATAN_BULAN = 6


@dataclass(frozen=True, slots=True)
class Anggota:
    """A member as the page shows him; ``tanda`` (word, mark) of his state, ``berakhir`` when a child leaves the pay list."""

    baris: RiwayatKeluarga
    usia: int | None
    tanda: tuple[str, str] | None
    berakhir: date | None = None
    sebab: str = ""
    dekat: bool = False
    ubah: tuple[tuple[str, str], ...] = ()


def terbaru(pegawai_id, hari_ini):
    """The newest row of every member, living or not, as known today."""
    return (
        RiwayatKeluarga.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, tmt__lte=hari_ini)
        .order_by("anggota", "-tmt", "-id").distinct("anggota")
    )  # fmt: skip


def susun(pegawai_id, hari_ini, acuan):
    """[(heading, [Anggota])] for spouse, children, parents; empty groups left out."""
    semua = [_anggota(b, hari_ini, acuan) for b in terbaru(pegawai_id, hari_ini)]
    semua.sort(key=lambda a: (a.baris.tanggal_lahir or date.max, a.baris.nama))
    kelompok = [(nama, [a for a in semua if a.baris.hubungan == h]) for h, nama in RiwayatKeluarga.HUBUNGAN]
    return [(nama, isi) for nama, isi in kelompok if isi]


def _anggota(b, hari_ini, acuan):
    usia = usia_tahun(b.tanggal_lahir, hari_ini) if b.tanggal_lahir else None
    if b.keadaan != "hidup":
        return Anggota(b, None, (b.get_keadaan_display().lower(), "netral"))
    ubah = tuple((kode, nama) for kode, nama in aturan.NAMA.items() if b.hubungan in aturan.TENTANG.get(kode, ()))
    if b.hubungan != "anak" or not b.tertanggung:
        return Anggota(b, usia, ("tertanggung", "terpenuhi") if b.tertanggung else None, ubah=ubah)
    berakhir, sebab = batas_anak(b.tanggal_lahir, b.sekolah_sampai, acuan, hari_ini)
    lewat = berakhir is not None and berakhir <= hari_ini
    dekat = berakhir is not None and berakhir <= tambah_bulan(hari_ini, PERINGATAN_BULAN)
    tanda = (
        ("lewat batas", "gagal")
        if lewat
        else ("segera berakhir", "perhatian")
        if dekat
        else ("tertanggung", "terpenuhi")
    )
    return Anggota(b, usia, tanda, berakhir, sebab, dekat, ubah)
