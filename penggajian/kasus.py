"""Fungsi kasus KGB: tanggal KGB berikut, penundaan, nominatif, kenaikan gaji istimewa. Law: ``aturan.py``."""

from datetime import date

from kepegawaian import aturan as bersama
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso
from penggajian import aturan, kasus_tpp, kasus_tunjangan  # noqa: F401 - cases of this app in files of their own


def _masa(bulan):
    return {"tahun": bulan // 12, "bulan": bulan % 12}


def _keluaran(profil, acuan, kgb):
    if kgb is None:
        return {"tmt": None, "puncak": bersama.di_puncak(profil, acuan)}
    _, gaji = aturan.efek_kgb(profil, acuan, kgb.tmt)
    return {
        "tmt": kgb.tmt,
        "jatuh_tempo": kgb.jatuh_tempo,
        "baris": kgb.baris,
        "mkg": _masa(kgb.mkg),
        "gaji_lama": profil.gaji_pokok,
        "gaji_baru": gaji.rupiah,
        "terlewat": list(kgb.terlewat),
        "ditahan": kgb.penahan.kode if kgb.penahan else None,
        "ditahan_sampai": kgb.ditahan_sampai,
        "puncak": False,
    }


@fungsi_kasus("kgb_berikut")
def kgb_berikut(*, acuan, profil: dict, tanggal: date | str, sejak: date | str | None = None):
    """PP 7/1977 Ps. 11-13: KGB berikut seorang pegawai (profil seperti pada kasus layanan) yang dilihat pada tanggal.

    Yang dibaca: golongan, tmt_pangkat, mkg_pangkat, tmt_gaji, mkg_dekret, hukuman. sejak: lewati baris sebelum itu.
    harapan: tmt, jatuh_tempo, baris, mkg {tahun, bulan}, gaji_lama, gaji_baru, terlewat, ditahan, ditahan_sampai,
    puncak (tmt null bila sudah di puncak kolom).
    """
    p = susun_profil(profil, tanggal_iso(tanggal, "tanggal"), acuan)
    return _keluaran(p, acuan, bersama.kgb_berikut(p, acuan, sejak=tanggal_iso(sejak, "sejak")))


@fungsi_kasus("kgb_nominatif")
def kgb_nominatif(*, acuan, profil: dict, bulan: date | str, tanggal: date | str | None = None):
    """PP 7/1977 Ps. 12: apakah pegawai masuk nominatif KGB bulan itu (TMT pada bulan itu).

    harapan: masuk, dan bila masuk: tmt, baris, gaji_baru, terlewat.
    """
    bulan = tanggal_iso(bulan, "bulan")
    p = susun_profil(profil, tanggal_iso(tanggal, "tanggal") or bulan, acuan)
    kgb = aturan.jatuh_tempo(p, acuan, bulan)
    return {"masuk": False} if kgb is None else {"masuk": True} | _keluaran(p, acuan, kgb)


@fungsi_kasus("kgb_bulan_nominatif")
def kgb_bulan_nominatif(*, acuan, tanggal: date | str):
    """PP 7/1977 Ps. 12: bulan TMT yang suratnya terbit pada tanggal itu (dua bulan sebelumnya). harapan: tanggal 1."""
    return aturan.bulan_nominatif(acuan, tanggal_iso(tanggal, "tanggal"))


@fungsi_kasus("kgb_tunda")
def kgb_tunda(*, acuan, jatuh_tempo: date | str, bulan: int):
    """PP 7/1977 Ps. 13: TMT KGB yang ditunda dengan keputusan, paling lama 12 bulan tiap kali. harapan: tanggal."""
    tempo = tanggal_iso(jatuh_tempo, "jatuh_tempo")
    return bersama.tunda_kgb(tempo, bulan, acuan.setelan("kgb_tunda_maks_bulan", tempo))


@fungsi_kasus("gaji_istimewa_pppk")
def gaji_istimewa_pppk(*, acuan, profil: dict, tanggal: date | str, diperpanjang: bool | None = None):
    """PermenPANRB 7/2023 (KGB-P05): kenaikan gaji istimewa PPPK. harapan: jawaban (ya, tidak, perlu_diperiksa)."""
    tanggal = tanggal_iso(tanggal, "tanggal")
    k = Konteks(susun_profil(profil, tanggal, acuan), {}, tanggal, acuan, {"diperpanjang": diperpanjang})
    return {"jawaban": aturan.p05_gaji_istimewa(k).jawaban}
