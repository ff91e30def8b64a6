"""Fungsi kasus hitungan pensiun, hari tua, dan jadwalnya. Law: ``hitung.py``, ``manfaat.py``, ``jadwal.py``."""

from dataclasses import replace
from datetime import date

from kepegawaian.profil_isi import Tanggungan
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import KasusSalah, susun_profil, tanggal_iso
from pensiun import hitung, jadwal, manfaat as modul

BAWAAN = {
    "anggota": "1", "tanggal_lahir": None, "tertanggung": True, "sekolah_sampai": None, "kawin": None,
    "berpenghasilan": None, "nip": "", "tmt": date(2000, 1, 1), "nama": "Anggota",
}  # fmt: skip


def _profil(isi, tanggal, acuan):
    """A Profil of a case with its ``tanggungan`` (list of {hubungan, …})."""
    isi, daftar = dict(isi), []
    for satu in isi.pop("tanggungan", ()):
        if asing := set(satu) - set(BAWAAN) - {"hubungan"}:
            raise KasusSalah(f"tanggungan tidak mengenal: {sorted(asing)}")
        satu = BAWAAN | satu
        daftar.append(
            Tanggungan(**satu | {n: tanggal_iso(satu[n], n) for n in ("tanggal_lahir", "sekolah_sampai", "tmt")})
        )
    return replace(susun_profil(isi, tanggal, acuan), tanggungan=tuple(daftar))


def _persen(nilai):
    return None if nilai is None else round(float(nilai), 4)


@fungsi_kasus("pensiun_sendiri")
def pensiun_sendiri(
    *, acuan, gaji_pokok_terakhir: int, tmt_cpns: date | str, tmt_pensiun: date | str, pmk_tahun: int = 0,
    pmk_bulan: int = 0, cltn_bulan: int = 0, gaji_pokok_terendah: int | None = None, karena_dinas: bool = False,
    golongan: str = "",
):  # fmt: skip
    """UU 11/1969 Ps. 6 dan 11: masa kerja pensiun dan pensiun pokok seorang PNS.

    gaji_pokok_terendah: bawaan dari tabel gaji; karena_dinas: tidak cakap karena dinas; golongan: untuk lampiran PP 8/2024.
    harapan: mkp_tahun, mkp_bulan, persen, pensiun_hitung (persen x gaji), pensiun_pokok (tidak kurang dari yang terendah), lajur3.
    """
    tmt = tanggal_iso(tmt_pensiun, "tmt_pensiun")
    masa = hitung.mkp(tanggal_iso(tmt_cpns, "tmt_cpns"), tmt, pmk_tahun * 12 + pmk_bulan, cltn_bulan)
    hasil = hitung.pensiun_pokok(
        gaji_pokok_terakhir,
        masa,
        acuan,
        tmt,
        cacat_dinas=karena_dinas,
        golongan=golongan,
        terendah=gaji_pokok_terendah,
    )
    return {
        "mkp_tahun": masa // 12, "mkp_bulan": masa % 12, "persen": _persen(hasil.persen), "pensiun_hitung": hasil.hitung,
        "pensiun_pokok": hasil.rupiah, "lajur3": hasil.lajur3,
    }  # fmt: skip


@fungsi_kasus("pensiun_keluarga")
def pensiun_keluarga(
    *, acuan, dasar_pensiun: int, kejadian: str = "biasa", jumlah_istri_berhak: int = 1,
    gaji_pokok_terendah: int | None = None, penerima: str = "janda", tanggal: date | str = "2026-06-01",
):  # fmt: skip
    """UU 11/1969 Ps. 17: pensiun janda, duda, anak, atau orang tua.

    kejadian: biasa atau tewas; jumlah_istri_berhak: banyaknya penerima; penerima: janda (juga duda dan anak) atau orang_tua.
    harapan: jumlah, pensiun_per_penerima [rupiah], persen.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    if penerima == "orang_tua":
        hasil = hitung.pensiun_orang_tua(dasar_pensiun, acuan, hari, penerima=jumlah_istri_berhak)
    else:
        hasil = hitung.pensiun_keluarga(
            dasar_pensiun, acuan, hari, tewas=kejadian == "tewas", penerima=jumlah_istri_berhak,
            terendah=gaji_pokok_terendah,
        )  # fmt: skip
    return {"jumlah": hasil.jumlah, "pensiun_per_penerima": list(hasil.bagian), "persen": _persen(hasil.persen)}


@fungsi_kasus("hak_pensiun")
def hak_pensiun(*, acuan, jenis: str, profil: dict, tanggal: date | str):
    """UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: apakah ada hak pensiun bila berhenti karena jenis itu pada tanggal itu.

    jenis: BUP, APS, PERAMPINGAN, TIDAK_CAKAP_DINAS, TIDAK_CAKAP, MD, TEWAS, HUKDIS, PTDH_JABATAN, … harapan: jawaban, kalimat.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    hasil = hitung.hak_pensiun(jenis, _profil(profil, hari, acuan), hari, acuan)
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}


@fungsi_kasus("tunjangan_pensiun")
def tunjangan_pensiun(*, acuan, pokok: int, pasangan: int = 0, anak: int = 0, tanggal: date | str = "2026-06-01"):
    """PP 7/1977 Ps. 16 dan perubahannya: tunjangan pada pensiun. harapan: pasangan, anak, pangan (rupiah sebulan)."""
    hasil = hitung.tunjangan_keluarga(pokok, acuan, tanggal_iso(tanggal, "tanggal"), pasangan=pasangan, anak=anak)
    return dict(zip(("pasangan", "anak", "pangan"), hasil, strict=True))


@fungsi_kasus("tabungan_hari_tua")
def tabungan_hari_tua(*, acuan, tmt_cpns: date | str, tmt_pensiun: date | str, p1: int, p2: int):
    """PMK 128/2016 jo. PMK 23/2023: taksiran THT dari P1 (tabel PP 6/1997) dan P2 (tabel PP 30/2015).

    harapan: rupiah, mi1_bulan, mi2_bulan, bagian1, bagian2.
    """
    tmt = tanggal_iso(tmt_pensiun, "tmt_pensiun")
    hasil = hitung.tht(tanggal_iso(tmt_cpns, "tmt_cpns"), tmt, p1, p2, acuan)
    return {
        "rupiah": hasil.rupiah, "mi1_bulan": hasil.mi1, "mi2_bulan": hasil.mi2, "bagian1": hasil.bagian1,
        "bagian2": hasil.bagian2,
    }  # fmt: skip


@fungsi_kasus("asuransi_kematian")
def asuransi_kematian(*, acuan, tanggal: date | str):
    """PMK 23/2023: asuransi kematian yang dibayarkan sekaligus. harapan: peserta, pasangan, anak; null sebelum berlaku."""
    return hitung.asuransi_kematian(acuan, tanggal_iso(tanggal, "tanggal"))


@fungsi_kasus("manfaat_pensiun")
def manfaat_pensiun(
    *, acuan, jenis: str, profil: dict, tanggal: date | str, kgb: bool = False, pengabdian: bool = False,
    p1: int | None = None, p2: int | None = None,
):  # fmt: skip
    """UU 11/1969; PMK 23/2023: seluruh perkiraan bagi seorang pegawai (profil seperti kasus layanan, ditambah tanggungan).

    kgb: dengan KGB yang belum tercatat; pengabdian: seandainya naik pangkat pengabdian.
    harapan: hak, mkp {tahun, bulan}, dasar_pensiun, persen, pokok, tunjangan, jumlah, penerima [{nama, hubungan, rupiah}],
    tht, askem, sebab {uraian: kalimat}.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    andaian = modul.Andaian(kgb=kgb, pengabdian=pengabdian, p1=p1, p2=p2)
    m = modul.manfaat(_profil(profil, hari, acuan), jenis, hari, acuan, andaian)
    return {
        "hak": m.hak.jawaban, "mkp": None if m.mkp is None else {"tahun": m.mkp // 12, "bulan": m.mkp % 12},
        "dasar_pensiun": m.dasar_pensiun, "persen": _persen(m.persen), "pokok": m.pokok, "tunjangan": m.tunjangan,
        "jumlah": m.jumlah, "tht": m.tht, "askem": m.askem,
        "penerima": [{"nama": p.nama, "hubungan": p.hubungan, "rupiah": p.rupiah} for p in m.penerima],
        "sebab": {b.uraian: b.sebab for b in m.rinci if b.sebab},
    }  # fmt: skip


@fungsi_kasus("jadwal_pensiun")
def jadwal_pensiun(*, acuan, tmt_pensiun: date | str, tanggal: date | str, keadaan: str = "belum"):
    """PP 11/2017: tenggat tiap tahap sebelum TMT pensiun, dan apakah tahap berikutnya sudah terlambat pada tanggal itu.

    keadaan: belum, dpcp, pertek, sk, penyerahan, selesai. harapan: tenggat {tahap: tanggal}, berikut, terlambat.
    """
    tmt, hari = tanggal_iso(tmt_pensiun, "tmt_pensiun"), tanggal_iso(tanggal, "tanggal")
    bulan = jadwal.jadwal(acuan, hari)
    k = jadwal.kedudukan(keadaan, tmt, hari, bulan)
    return {"tenggat": jadwal.tenggat(tmt, bulan), "berikut": k.berikut, "terlambat": k.terlambat}
