"""Fungsi kasus TPP: satu aturan, dan hitungan sebulan. Law: ``aturan_tpp.py``."""

from datetime import date
from decimal import Decimal

from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso
from penggajian import aturan_tpp as aturan


def _angka(nilai):
    return None if nilai is None else Decimal(str(nilai))


def susun_konfigurasi(isi):
    """Konfigurasi of a case: pagu {kelas: rupiah}, bobot [kinerja, disiplin], predikat, potongan, plt_persen."""
    isi = isi or {}
    bobot = isi.get("bobot") or (None, None)
    return aturan.Konfigurasi(
        pagu={int(k): (("beban kerja", n),) for k, n in (isi.get("pagu") or {}).items()},
        bobot_kinerja=_angka(bobot[0]),
        bobot_disiplin=_angka(bobot[1]),
        predikat=isi.get("predikat") or {},
        potongan=tuple(aturan.Potongan(j, d, s, Decimal(str(p))) for j, d, s, p in isi.get("potongan") or ()),
        plt_persen=_angka(isi.get("plt_persen")),
    )


def _konteks(acuan, profil, bulan, konfigurasi, presensi, hari_kerja, plt, aktivitas, sumber, periodik):
    bulan = tanggal_iso(bulan, "bulan")
    lain = {
        "tpp": susun_konfigurasi(konfigurasi),
        "presensi": None if presensi is None else tuple(aturan.Kehadiran(*h) for h in presensi),
        "hari_kerja": hari_kerja,
        "plt": None if plt is None else tuple((nama, kelas) for nama, kelas in plt),
        "aktivitas": aturan.Aktivitas(aktivitas[0], aktivitas[1], tanggal_iso(aktivitas[2], "belum"))
        if aktivitas
        else None,
        "sumber": sumber,
        "periodik": aturan.Periodik(*periodik[:2], *(tanggal_iso(t, "periodik") for t in periodik[2:]))
        if periodik
        else None,
    }
    return Konteks(susun_profil(profil, bulan, acuan), {}, bulan, acuan, lain)


@fungsi_kasus("tpp_aturan")
def tpp_aturan(
    *, acuan, aturan_kode: str, profil: dict, bulan: date | str, konfigurasi: dict | None = None,
    presensi: list | None = None, hari_kerja: int | None = None, plt: list | None = None, aktivitas: list | None = None,
    sumber: str = "aktivitas", periodik: list | None = None,
):  # fmt: skip
    """PP 12/2019 Ps. 58; Perbup Lamongan 59/2017; PP 94/2021 Ps. 8: satu aturan TPP bagi seorang pegawai.

    konfigurasi: pagu {kelas: rupiah}, bobot [kinerja, disiplin], predikat {nama: persen}, potongan daftar
    [jenis, menit dari, menit sampai, persen], plt_persen. presensi: daftar [keadaan, terlambat, pulang cepat, banyak].
    plt: daftar [nama, kelas]. aktivitas: [menit tervalidasi, menit wajib, tanggal belum]. sumber: aktivitas atau predikat;
    periodik: [predikat, bulanan atau triwulan, mulai, sampai]. harapan: jawaban, angka, kalimat, rumus.
    """
    k = _konteks(acuan, profil, bulan, konfigurasi, presensi, hari_kerja, plt, aktivitas, sumber, periodik)
    nilai = aturan.ATURAN[aturan_kode](k)
    angka = None if nilai.angka is None else float(nilai.angka)
    return {"jawaban": nilai.hasil.jawaban, "kalimat": nilai.hasil.kalimat, "angka": angka, "rumus": nilai.rumus}


@fungsi_kasus("tpp_bulan")
def tpp_bulan(
    *, acuan, profil: dict, bulan: date | str, konfigurasi: dict | None = None, presensi: list | None = None,
    hari_kerja: int | None = None, plt: list | None = None, aktivitas: list | None = None, sumber: str = "aktivitas",
    periodik: list | None = None,
):  # fmt: skip
    """gaji-dan-kgb.md §6 (rumus): TPP sebulan. Masukan seperti tpp_aturan. harapan: keadaan, rupiah, kurang, rumus."""
    konteks = _konteks(acuan, profil, bulan, konfigurasi, presensi, hari_kerja, plt, aktivitas, sumber, periodik)
    hasil = aturan.hitung(konteks)
    return {
        "keadaan": hasil.keadaan,
        "rupiah": hasil.rupiah,
        "kurang": list(hasil.kurang),
        "rumus": hasil.baris[-1].rumus,
    }
