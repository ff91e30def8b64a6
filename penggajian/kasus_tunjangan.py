"""Fungsi kasus tunjangan: satu aturan TUNJ, anak, dan perkiraan penghasilan. Law: ``aturan_tunjangan.py``."""

from datetime import date

from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso
from penggajian import aturan_iuran, aturan_tunjangan as aturan


def _konteks(acuan, profil, tanggal, pasangan, plt):
    tanggal = tanggal_iso(tanggal, "tanggal")
    p = susun_profil(profil, tanggal, acuan)
    lain = {"pasangan": pasangan, "plt": None if plt is None else tuple(plt)}
    return Konteks(p, {}, tanggal, acuan, lain)


@fungsi_kasus("tunjangan")
def tunjangan(
    *,
    acuan,
    aturan_kode: str,
    profil: dict,
    tanggal: date | str,
    pasangan: dict | None = None,
    plt: list | None = None,
):
    """PP 7/1977; Perpres 26/2007; Perpres 12/2006: satu aturan TUNJ bagi seorang pegawai pada suatu tanggal.

    profil seperti pada kasus layanan, ditambah tanggungan: daftar {hubungan, tanggal_lahir, tertanggung,
    sekolah_sampai, kawin, berpenghasilan, nip, nama}. pasangan: {nip: gaji pokok} bagi pasangan ASN. plt: nama
    jabatan yang dirangkap. harapan: jawaban, rupiah, mungkin, jiwa, kalimat, rumus, paling_cepat.
    """
    k = aturan.ATURAN[aturan_kode](_konteks(acuan, profil, tanggal, pasangan, plt))
    return {
        "jawaban": k.hasil.jawaban,
        "kalimat": k.hasil.kalimat,
        "paling_cepat": k.hasil.paling_cepat,
        "rupiah": k.rupiah,
        "mungkin": k.mungkin,
        "jiwa": k.jiwa,
        "rumus": k.rumus,
    }


@fungsi_kasus("perkiraan_penghasilan")
def perkiraan_penghasilan(
    *, acuan, profil: dict, tanggal: date | str, pasangan: dict | None = None, plt: list | None = None
):
    """PP 7/1977; PP 5/2024: jumlah komponen yang angkanya pasti. harapan: pokok, jumlah, mungkin, belum [nama]."""
    hasil = aturan.perkiraan(_konteks(acuan, profil, tanggal, pasangan, plt))
    return {
        "pokok": hasil.pokok.komponen.rupiah,
        "jumlah": hasil.jumlah,
        "mungkin": hasil.mungkin,
        "belum": list(hasil.belum),
    }


@fungsi_kasus("iuran")
def iuran(*, acuan, profil: dict, tanggal: date | str, pasangan: dict | None = None):
    """Keppres 8/1977; Perpres 82/2018: iuran yang dipotong sebulan. harapan: tiap IUR-0x {jawaban, rupiah}, jumlah, diterima."""
    k = _konteks(acuan, profil, tanggal, pasangan, [])
    hasil = aturan_iuran.potongan(k)
    satu = {
        b.syarat.kode: {"jawaban": b.komponen.hasil.jawaban, "rupiah": b.komponen.rupiah, "rumus": b.komponen.rumus}
        for b in hasil.baris
    }
    return satu | {"jumlah": hasil.jumlah, "diterima": aturan.perkiraan(k).jumlah - hasil.jumlah}


@fungsi_kasus("iuran_pemberi_kerja")
def iuran_pemberi_kerja(*, acuan, profil: dict, tanggal: date | str):
    """PP 70/2015 jo. PP 66/2017: iuran JKK dan JKM yang dibayar kantor. harapan: tiap IUR-0x {jawaban, rupiah, rumus}, jkk, jkm (persen)."""
    k = _konteks(acuan, profil, tanggal, None, [])
    satu = {
        b.syarat.kode: {"jawaban": b.komponen.hasil.jawaban, "rupiah": b.komponen.rupiah, "rumus": b.komponen.rumus}
        for b in aturan_iuran.dibayar(k).baris
    }
    return satu | {nama: acuan.setelan(f"iuran_{nama}_persen", k.tanggal) for nama in ("jkk", "jkm")}
