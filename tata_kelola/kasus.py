"""Fungsi kasus halaman hak dan kewajiban: satu butir bagi satu profil pada satu tanggal."""

from datetime import date

from kepegawaian import hak_kewajiban as daftar
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import KasusSalah, susun_profil, tanggal_iso


@fungsi_kasus("hak_kewajiban")
def hak_kewajiban(*, acuan, butir: str, profil: dict, tanggal: date | str):
    """Satu butir halaman Hak dan kewajiban (kode butir, mis. cuti-tahunan) bagi seseorang pada tanggal, tanpa isi database.

    profil: seperti pada kasus layanan. harapan: ada (tampil baginya), dan bila ada: jenis, milik (kalimatnya), tanggal,
    fakta {nama: nilai}, rinci (banyaknya).
    """
    if butir not in daftar.kode_semua():
        raise KasusSalah(f"butir {butir!r} tidak dikenal")
    b = daftar.satu(butir, susun_profil(profil, tanggal_iso(tanggal, "tanggal"), acuan), acuan)
    if b is None:
        return {"ada": False}
    return {
        "ada": True,
        "jenis": b.jenis,
        "milik": b.milik,
        "tanggal": b.tanggal,
        "fakta": dict(b.fakta),
        "rinci": len(b.rinci),
    }
