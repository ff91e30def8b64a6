"""Kumpulan aturan penilaian bagi halaman peraturan, dan fungsi kasusnya. Imported when the app is ready."""

from datetime import date

from eperformance.penilaian import aturan
from layanan.katalog import Konteks, daftarkan_aturan, fungsi_kasus
from layanan.profil_kasus import tanggal_iso

daftarkan_aturan("penilaian-kinerja", "Penilaian kinerja", "eperformance:penilaian_list", aturan.SYARAT)


@fungsi_kasus("kinerja_masa_perbaikan")
def kinerja_masa_perbaikan(*, acuan, predikat: str, jenjang: str, tanggal: date | str, bulan: int = 6):
    """PP 30/2019 (KIN-3), PP 11/2017 Ps. 142-143 (KIN-4). harapan: kode, sampai, kalimat; null tanpa masa perbaikan."""
    satu = aturan.perbaikan(predikat, jenjang, tanggal_iso(tanggal, "tanggal"), bulan)
    return satu and {"kode": satu.kode, "sampai": satu.sampai.isoformat(), "kalimat": satu.kalimat}


@fungsi_kasus("kinerja_keberatan")
def kinerja_keberatan(
    *, acuan, ditetapkan: date | str | None, hari_ini: date | str, diterima: bool = False, diputus: bool = False,
    sudah_diajukan: bool = False,
):  # fmt: skip
    """PP 30/2019 (KIN-5): bolehkah keberatan diajukan? harapan: KIN-5 dan KIN-5b (jawaban), kalimat."""
    kini = tanggal_iso(hari_ini, "hari_ini")
    lain = {
        "hari": acuan.setelan("kinerja_keberatan_hari", kini), "hari_ini": kini, "diterima": diterima, "diputus": diputus,
        "ditetapkan": tanggal_iso(ditetapkan, "ditetapkan") if ditetapkan else None, "sudah_diajukan": sudah_diajukan,
    }  # fmt: skip
    k = Konteks(None, {}, kini, acuan, lain)
    batas = aturan.kin5(k)
    return {"KIN-5": batas.jawaban, "KIN-5b": aturan.kin5_belum_diterima(k).jawaban, "kalimat": batas.kalimat}


@fungsi_kasus("kinerja_rating_organisasi")
def kinerja_rating_organisasi(*, acuan, capaian: str, tanggal: date | str):
    """SE Menteri PANRB: rating hasil kerja kepala perangkat daerah menurut capaian organisasinya (setelan, asumsi)."""
    return aturan.rating_organisasi(capaian, acuan.setelan("kinerja_rating_capaian", tanggal_iso(tanggal, "tanggal")))


@fungsi_kasus("kinerja_predikat_tahun")
def kinerja_predikat_tahun(*, acuan, skp: list):
    """Permen PANRB 6/2022 (asumsi): dari SKP setahun [[nama, tanggal akhir], …], nama SKP yang menentukan predikat tahun."""
    return aturan.penentu_tahun([(nama, tanggal_iso(t, "skp")) for nama, t in skp])


@fungsi_kasus("kinerja_siap_final")
def kinerja_siap_final(
    *, acuan, status: str, hari_ini: date | str, keberatan_sampai: date | str | None = None, diterima: bool = False,
    keberatan_diputus: bool = False, distribusi_ada: bool = True,
):  # fmt: skip
    """PP 30/2019; Permen PANRB 6/2022: mengapa penilaian belum final; harapan kalimat, "" bila siap."""
    return aturan.belum_final(
        status=status, diterima=diterima, keberatan_diputus=keberatan_diputus, distribusi_ada=distribusi_ada,
        keberatan_sampai=tanggal_iso(keberatan_sampai, "keberatan_sampai") if keberatan_sampai else None,
        hari_ini=tanggal_iso(hari_ini, "hari_ini"),
    )  # fmt: skip


@fungsi_kasus("kinerja_penghargaan")
def kinerja_penghargaan(*, acuan, riwayat: dict, tahun: int):
    """Permen PANRB 6/2022 (asumsi): Sangat Baik dua tahun berturut-turut, sampai ``tahun``?"""
    return aturan.penghargaan({int(t): p for t, p in riwayat.items()}, tahun)
