"""Fungsi kasus perlindungan: manfaat JKK dan JKM, anak penerima beasiswa, ahli waris. The law stands in ``manfaat.py``."""

from datetime import date

from kesejahteraan.perlindungan import manfaat
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


def _tulis(baris):
    baris = list(baris)
    return {
        "baris": {b.uraian: b.rupiah for b in baris},
        "jumlah": manfaat.jumlah(baris),
        "rumus": [b.rumus for b in baris],
    }


@fungsi_kasus("jkm")
def jkm(*, acuan, gaji_terakhir: int, masa_bulan: int, anak: int = 0, tanggal: date | str = "2026-11-01"):
    """PP 70/2015 jo. PP 66/2017: manfaat jaminan kematian. anak: banyaknya anak yang diajukan menerima beasiswa.

    harapan: baris {uraian: rupiah}, jumlah, rumus [teks].
    """
    return _tulis(manfaat.jkm(gaji_terakhir, masa_bulan, anak, acuan, tanggal_iso(tanggal, "tanggal")))


@fungsi_kasus("jkk")
def jkk(
    *, acuan, gaji_terakhir: int, keadaan: str, biaya: dict | None = None, persen_tabel: float | None = None,
    persen_fungsi: float | None = None, jenjang: str = "", tanggal: date | str = "2026-11-01",
):  # fmt: skip
    """PP 70/2015 jo. PP 66/2017; PerBKN 4/2020: manfaat kecelakaan kerja.

    keadaan: luka, cacat_anatomis, cacat_fungsi, cacat_total, tewas; biaya: {perawatan, darat, laut, udara, gigi};
    jenjang: sd, smp, sma, kuliah. harapan: baris {uraian: rupiah}, jumlah, rumus [teks].
    """
    hari = tanggal_iso(tanggal, "tanggal")
    return _tulis(manfaat.jkk(gaji_terakhir, keadaan, biaya or {}, acuan, hari, persen_tabel=persen_tabel,
                              persen_fungsi=persen_fungsi, jenjang=jenjang))  # fmt: skip


@fungsi_kasus("gaji_klaim")
def gaji_klaim(*, acuan, profil: dict, tanggal: date | str):
    """Setelan klaim_gaji_terakhir: gaji terakhir pada rumus JKK dan JKM. harapan: rupiah, atau null."""
    hari = tanggal_iso(tanggal, "tanggal")
    return manfaat.gaji_terakhir(susun_profil(profil, hari, acuan), acuan, hari)[0]


@fungsi_kasus("anak_beasiswa")
def anak_beasiswa(*, acuan, tanggungan: list, tanggal: date | str):
    """PP 70/2015: anak mana yang dapat menerima beasiswa. tanggungan seperti pada profil kasus.

    harapan: {anggota: ya | tidak | perlu_diperiksa}.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    orang = susun_profil({"tanggungan": tanggungan}, hari, acuan).tanggungan
    return {t.anggota: jawab for t, jawab, _ in manfaat.anak_beasiswa(orang, acuan, hari)}


@fungsi_kasus("ahli_waris")
def ahli_waris(*, acuan, tanggungan: list):
    """PLD-3: urutan ahli waris. harapan: urutan (kata), nama [teks]."""
    urutan, orang = manfaat.ahli_waris(susun_profil({"tanggungan": tanggungan}, date(2026, 11, 1), acuan).tanggungan)
    return {"urutan": urutan, "nama": [t.nama for t in orang]}
