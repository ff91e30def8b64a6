"""Fungsi kasus cuti: hari kerja, saldo, batas masa, pejabat, dan batas melapor CLTN. The law stands in ``aturan/``."""

from datetime import date

from kesejahteraan.cuti import fakta
from kesejahteraan.cuti.aturan import cltn, hari, saldo, syarat
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


@fungsi_kasus("cuti_hari_kerja")
def cuti_hari_kerja(*, acuan, mulai: date | str, sampai: date | str, pola: str = "5", perjalanan: int = 0):
    """PerBKN 24/2017: hari kerja di dalam masa cuti menurut pola unit (5 atau 6), tanpa libur dan cuti bersama.

    perjalanan: tambahan hari kalender di akhir masa yang tidak memotong hak. harapan: {jumlah, tahun: {2026: n}}.
    """
    hasil = hari.hari_kerja(acuan, tanggal_iso(mulai, "mulai"), tanggal_iso(sampai, "sampai"), pola, perjalanan)
    return {"jumlah": sum(hasil.values()), "tahun": hasil}


@fungsi_kasus("cuti_saldo")
def cuti_saldo(*, acuan, tahun: int, catatan: dict, tanggal: date | str = "2026-01-02"):
    """PP 11/2017 Ps. 312-314 (T-11): buku cuti tahunan.

    catatan: {tahun: {dipakai, menunggu, ditangguhkan, tambahan, potong, gugur, berhak, diketahui}}; tahun yang tidak
    disebut tidak diketahui. harapan: hak, dibawa, dipakai, menunggu, hangus, sisa, sisa_mungkin, pasti.
    """
    isi = {int(t): saldo.Tahun(**(satu or {})) for t, satu in catatan.items()}
    hasil = saldo.saldo(tahun, isi, saldo.aturan_pada(acuan, tanggal_iso(tanggal, "tanggal")))
    return hasil._asdict() | {"pasti": hasil.pasti}


@fungsi_kasus("cuti_batas")
def cuti_batas(*, acuan, jenis: str, mulai: date | str, tambahan: bool = False):
    """PP 11/2017; PerBKN 24/2017: hari terakhir cuti sebuah jenis (CS1, CS2, CS3, CB, CM, CAP, CLTN).

    tambahan: cuti sakit sesudah uji kesehatan, perpanjangan CLTN. harapan: tanggal, atau null bila tanpa batas bulan.
    """
    mulai = tanggal_iso(mulai, "mulai")
    return hari.batas_masa(acuan, jenis, mulai, mulai, tambahan)


@fungsi_kasus("cuti_besar_tunda")
def cuti_besar_tunda(
    *, acuan, diminta: date | str, sampai: date | str | None = None, sebab: str = "lain", lalu: list = ()
):
    """PP 11/2017 Ps. 317; PerBKN 24/2017 (CUT-10): boleh tidaknya cuti besar ditangguhkan sampai suatu hari.

    lalu: hari mulai permintaan yang sudah pernah ditangguhkan. harapan: jawaban, kalimat.
    """
    isian = {"tmt": tanggal_iso(diminta, "diminta"), "sebab": sebab}
    lain = {"tunda": [{"diminta": tanggal_iso(h, "lalu")} for h in lalu]}
    hasil = syarat.c10_tunda(
        Konteks(None, isian, isian["tmt"], acuan, lain), tanggal_iso(sampai, "sampai") if sampai else None
    )
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}


@fungsi_kasus("cuti_pejabat")
def cuti_pejabat(*, acuan, profil: dict, jenis: str, luar_negeri: bool = False, tanggal: date | str = "2026-11-02"):
    """PP 11/2017 Ps. 310 dan 341, setelan cuti_pejabat (asumsi): siapa yang memberikan cuti. harapan: kantor, atas_nama."""
    tanggal = tanggal_iso(tanggal, "tanggal")
    kantor, an = fakta.pejabat(susun_profil(profil, tanggal, acuan), acuan, tanggal, jenis, luar_negeri)
    return {"kantor": kantor, "atas_nama": an}


@fungsi_kasus("cltn_lapor")
def cltn_lapor(*, acuan, sampai: date | str, tanggal: date | str):
    """PP 11/2017 Ps. 334-337: batas melapor setelah CLTN dan keadaannya. harapan: keadaan, batas."""
    keadaan, batas = cltn.keadaan(acuan, tanggal_iso(sampai, "sampai"), tanggal_iso(tanggal, "tanggal"))
    return {"keadaan": keadaan, "batas": batas}
