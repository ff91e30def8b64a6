"""Angka kredit (AK) jabatan fungsional: konversi predikat, AK dasar, kebutuhan, kenaikan jenjang (§4). Pure.

Law: PermenPANRB 1/2023; PerBKN 3/2023; keputusan-tafsir T-10 (each period is rounded to two decimals, then added).
Table: ``Acuan.langkah_ak``; percent of a predikat: setting ``konversi_predikat_ak``. Amounts are Decimal.
"""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import bulan_antara

SEN = Decimal("0.01")
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
SAMA = {"Cukup": "Butuh Perbaikan"}  # PP 30/2019 words of the same 75%
# PerBKN 3/2023 Lampiran: years in rank that count at most for one at the top rank of jabatan administrasi.
TAHUN_MAKS_PUNCAK = 3
JENJANG = {
    "pemula": "Pemula",
    "terampil": "Terampil",
    "mahir": "Mahir",
    "penyelia": "Penyelia",
    "ahli_pertama": "Ahli Pertama",
    "ahli_muda": "Ahli Muda",
    "ahli_madya": "Ahli Madya",
    "ahli_utama": "Ahli Utama",
}


class Konversi(NamedTuple):
    """AK of one period: ``persen`` of the predikat, ``koefisien`` a year, whole ``bulan``, result ``jumlah``."""

    persen: int
    koefisien: Decimal
    bulan: int
    jumlah: Decimal

    @property
    def rumus(self):
        """``2/12 x 100% x 12,5 = 2,08``."""
        masa = "" if self.bulan == 12 else f"{self.bulan}/12 x "
        return f"{masa}{self.persen}% x {tulis_angka(self.koefisien)} = {tulis_angka(self.jumlah)}"


def tulis_angka(nilai):
    """``12,5``: an amount without needless zeros."""
    if nilai is None:
        return "belum tercatat"
    teks = f"{Decimal(nilai):f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")


def sebut_jenjang(kode):
    """``Ahli Muda`` from its code."""
    return JENJANG.get(kode, kode or "–")


def kode_jenjang(nama):
    """``ahli_muda`` from its code or its name. ValueError when unknown."""
    for kode, sebutan in JENJANG.items():
        if str(nama).lower() in (kode, sebutan.lower()):
            return kode
    raise ValueError(f"Jenjang {nama!r} tidak dikenal.")


# ── konversi predikat ────────────────────────────────────────────────────────────────────────────────


def persen(acuan, predikat, tanggal):
    """PerBKN 3/2023 (setelan konversi_predikat_ak): percent of a predikat, or None when unknown."""
    return acuan.setelan("konversi_predikat_ak", tanggal).get(SAMA.get(predikat, predikat))


def koefisien(acuan, jenjang, tanggal):
    """PermenPANRB 1/2023: AK a year of a jenjang, or None when the table has none."""
    langkah = acuan.langkah_ak_jenjang(jenjang, tanggal)
    return Decimal(str(langkah[0].koefisien)) if langkah else None


def konversi(acuan, jenjang, predikat, bulan, tanggal):
    """PerBKN 3/2023 (T-10): AK of one period of ``bulan`` months, rounded to two decimals; None when unknown."""
    tarif, kali = koefisien(acuan, jenjang, tanggal), persen(acuan, predikat, tanggal)
    if tarif is None or kali is None:
        return None
    jumlah = (tarif * kali * bulan / Decimal(1200)).quantize(SEN, ROUND_HALF_UP)
    return Konversi(kali, tarif, bulan, jumlah)


def bulan_periode(dari, sampai):
    """Whole calendar months from the first to the last day of a period, both included."""
    return bulan_antara(dari, sampai + timedelta(days=1))


# ── AK dasar ─────────────────────────────────────────────────────────────────────────────────────────


def langkah_golongan(acuan, jenjang, golongan, tanggal):
    """The LangkahAK of ``golongan`` inside ``jenjang``, or None."""
    entri = acuan.langkah_ak(jenjang, golongan, tanggal)
    return entri.nilai if entri else None


def letak_golongan(acuan, jenjang, golongan, tanggal):
    """Where a golongan lies to the range of a jenjang: "bawah", "dalam", "atas", or None when unknown."""
    langkah, gol = acuan.langkah_ak_jenjang(jenjang, tanggal), acuan.golongan(golongan)
    if not langkah or gol is None:
        return None
    if gol.urutan < acuan.golongan(langkah[0].golongan_dari).urutan:
        return "bawah"
    return "atas" if gol.urutan > acuan.golongan(langkah[-1].golongan_dari).urutan else "dalam"


def batas_jenjang(acuan, jenjang, tanggal):
    """PerBKN 3/2023: AK for leaving the jenjang; at the top jenjang, which nobody leaves, that of its last rank."""
    langkah = acuan.langkah_ak_jenjang(jenjang, tanggal)
    if not langkah:
        return None
    return Decimal(str(langkah[-1].kenaikan_jenjang or langkah[-1].kumulatif))


def ak_dasar(acuan, jenjang, golongan, tanggal):
    """PerBKN 3/2023 Lampiran II: AK with which one of ``golongan`` enters a jenjang; above its range the ceiling."""
    letak = letak_golongan(acuan, jenjang, golongan, tanggal)
    if letak is None:
        return None
    if letak == "atas":
        return batas_jenjang(acuan, jenjang, tanggal)
    langkah = langkah_golongan(acuan, jenjang, golongan, tanggal)
    return Decimal(str(langkah.dasar_golongan)) if langkah else Decimal(0)


def ak_perpindahan(acuan, jenjang, golongan, predikat, tahun, tanggal, *, puncak=False):
    """PerBKN 3/2023 Lampiran: (AK dasar, AK of the years in rank) of a move from another post; None when unknown.

    ``puncak``: he stands at the top rank of jabatan administrasi, where at most three years count. Above the range
    of the jenjang the ceiling is given whatever the years.
    """
    dasar = ak_dasar(acuan, jenjang, golongan, tanggal)
    tarif, kali = koefisien(acuan, jenjang, tanggal), persen(acuan, predikat, tanggal)
    if dasar is None or tarif is None or kali is None:
        return None
    if letak_golongan(acuan, jenjang, golongan, tanggal) == "atas":
        return dasar, Decimal(0)
    tahun = min(tahun, TAHUN_MAKS_PUNCAK) if puncak else tahun
    return dasar, (tarif * kali * tahun / Decimal(100)).quantize(SEN, ROUND_HALF_UP)


# ── kebutuhan ────────────────────────────────────────────────────────────────────────────────────────


def kebutuhan_pangkat(acuan, jenjang, golongan, tanggal):
    """PermenPANRB 1/2023: cumulative AK of the jenjang for the rank after ``golongan``, or None."""
    langkah = langkah_golongan(acuan, jenjang, golongan, tanggal)
    return Decimal(str(langkah.kumulatif)) if langkah else None


def kebutuhan_jenjang(acuan, jenjang, tanggal):
    """PermenPANRB 1/2023: cumulative AK for the next jenjang, or None at the top."""
    langkah = acuan.langkah_ak_jenjang(jenjang, tanggal)
    batas = langkah[0].kenaikan_jenjang if langkah else None
    return None if batas is None else Decimal(str(batas))


def jenjang_berikut(acuan, jenjang, tanggal):
    """Code of the next jenjang, or "" at the top."""
    langkah = acuan.langkah_ak_jenjang(jenjang, tanggal)
    return langkah[0].jenjang_berikut if langkah else ""


def jenjang_sebelum(acuan, jenjang, golongan, tanggal):
    """The last LangkahAK of the jenjang before, for one of ``golongan`` who has just risen to ``jenjang``; or None."""
    for kode in JENJANG:
        for langkah in acuan.langkah_ak_jenjang(kode, tanggal):
            if langkah.ganti_jenjang and langkah.jenjang_berikut == jenjang and langkah.golongan_dari == golongan:
                return langkah
    return None
