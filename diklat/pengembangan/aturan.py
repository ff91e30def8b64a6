"""Aturan pengembangan kompetensi: DIK-01..04, pelatihan wajib (DIK-15, Latsar), konversi JP. Pure: no Django, no clock.

Law: PP 11/2017 Ps. 34, 203, 217; PP 49/2018 Ps. 40; PerLAN 10/2018. Ids follow ``regulasi/diklat-dan-tugas-belajar.md`` §1, §2.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import Dasar, perlu_diperiksa, tidak, ya

TINGKAT = {"PKP": 1, "PKA": 2, "PKN II": 3, "PKN I": 4}
NAMA_WAJIB = {
    "LATSAR": "Pelatihan Dasar CPNS (Latsar)", "PKP": "Pelatihan Kepemimpinan Pengawas (PKP)",
    "PKA": "Pelatihan Kepemimpinan Administrator (PKA)", "PKN II": "Pelatihan Kepemimpinan Nasional Tingkat II",
    "PKN I": "Pelatihan Kepemimpinan Nasional Tingkat I",
}  # fmt: skip
LATSAR = re.compile(r"latsar|pelatihan dasar|prajabatan", re.IGNORECASE)
PPPK = ("PPPK", "PPPK_PW")


class Masa(NamedTuple):
    """The year JP are counted in: from, to; ``batas`` JP, and whether it is the least (PNS) or the most (PPPK)."""

    dari: date
    sampai: date
    batas: int
    minimal: bool


class Wajib(NamedTuple):
    """A training that must be taken: code, name, why, law, last day or None, how sure the reading is."""

    kode: str
    nama: str
    sebab: str
    dasar: Dasar
    sampai: date | None
    keyakinan: str


# ── JP of a year ─────────────────────────────────────────────────────────────────────────────────────


def masa_jp(p, acuan, tanggal):
    """PP 11/2017 Ps. 203 (4): the calendar year; PP 49/2018 Ps. 40: the year of the contract. None when it is unknown."""
    if p.status in PPPK:
        if p.kontrak_mulai is None or p.kontrak_mulai > tanggal:
            return None
        n = tanggal.year - p.kontrak_mulai.year
        dari = tambah_bulan(p.kontrak_mulai, 12 * n)
        if dari > tanggal:
            n, dari = n - 1, tambah_bulan(p.kontrak_mulai, 12 * (n - 1))
        sampai = tambah_bulan(p.kontrak_mulai, 12 * (n + 1)) - timedelta(days=1)
        return Masa(dari, sampai, acuan.setelan("jp_pppk_maksimal", tanggal), False)
    if p.status is None:
        return None
    tahun = tanggal.year
    return Masa(date(tahun, 1, 1), date(tahun, 12, 31), acuan.setelan("jp_pns_minimal", tanggal), True)


def jumlah_jp(diklat, dari, sampai):
    """(JP, trainings without JP) of those finished in the period: DIK-04, counted in the year of completion."""
    isi = [d for d in diklat if dari <= d.tanggal_selesai <= sampai]
    return sum(d.jp or 0 for d in isi), sum(d.jp is None for d in isi)


def dik01_jp_pns(k):
    """DIK-01, PP 11/2017 Ps. 203 (4): a PNS has at least 20 JP a year."""
    p = k.profil
    if p.status in PPPK:
        return ya("PPPK: berlaku batas paling banyak (DIK-02), bukan jumlah paling sedikit.")
    masa = masa_jp(p, k.acuan, k.tanggal)
    if masa is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    ada, tanpa = jumlah_jp(p.diklat, masa.dari, masa.sampai)
    if ada >= masa.batas:
        return ya(f"{ada} dari {masa.batas} JP tahun {k.tanggal.year}.")
    kalimat = f"Baru {ada} dari {masa.batas} JP tahun {k.tanggal.year}."
    return perlu_diperiksa(kalimat, f"{tanpa} pelatihan tanpa jumlah JP") if tanpa else tidak(kalimat)


def dik02_jp_pppk(k):
    """DIK-02, PP 49/2018 Ps. 40: a PPPK has at most 24 JP a contract year; ``isian``: what is to be added.

    The limit is on what the office gives. What he learns at his own cost above it is looked at by a person (asumsi).
    """
    p, tambah = k.profil, k.isian.get("jp") or 0
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status not in PPPK:
        return ya("Bukan PPPK; tidak ada batas paling banyak.")
    hari = k.isian.get("tanggal_selesai") or k.tanggal
    masa = masa_jp(p, k.acuan, hari)
    if masa is None:
        return perlu_diperiksa("Awal perjanjian kerja belum tercatat; tahun kontraknya tidak diketahui.")
    ada, _ = jumlah_jp(p.diklat, masa.dari, masa.sampai)
    bukti = f"{ada + tambah} JP, {tulis_tanggal(masa.dari)} sampai {tulis_tanggal(masa.sampai)}"
    if ada + tambah <= masa.batas:
        return ya(f"Paling banyak {masa.batas} JP dalam tahun kontrak.", bukti)
    kalimat = f"Melebihi {masa.batas} JP dalam tahun kontrak."
    return (
        perlu_diperiksa(kalimat, bukti, "biaya sendiri")
        if k.isian.get("sumber") == "sendiri"
        else tidak(kalimat, bukti)
    )


# ── one certificate ──────────────────────────────────────────────────────────────────────────────────


def konversi(acuan, jenis, banyak, tanggal):
    """PerLAN 10/2018 (asumsi, setelan jp_konversi): (JP, unit) of ``banyak`` units of a kind; (None, "") without a rate."""
    tarif = acuan.setelan("jp_konversi", tanggal).get(str(jenis))
    if tarif is None:
        return None, ""
    return (tarif["jp"] * banyak if banyak else None), tarif["satuan"]


def dik03_jp(k):
    """DIK-03, PerLAN 10/2018: the certificate shows its JP, or the kind has a conversion."""
    if k.isian.get("jp"):
        return ya(f"Sertifikat memuat {k.isian['jp']} JP.")
    jp, satuan = konversi(
        k.acuan, k.isian.get("jenis"), k.isian.get("banyak"), k.isian.get("tanggal_selesai") or k.tanggal
    )
    if jp:
        return perlu_diperiksa(
            f"Sertifikat tanpa jumlah JP; {k.isian['banyak']} {satuan} dikonversi menjadi {jp} JP (asumsi)."
        )
    return tidak(
        "Sertifikat tanpa jumlah JP.", f"isi banyaknya {satuan}" if satuan else "jenis ini tidak dapat dikonversi"
    )


def nomor_rapat(nomor):
    """A certificate number as it is compared: letters and digits only, in capitals."""
    return re.sub(r"[^0-9A-Z]", "", (nomor or "").upper())


def nama_rapat(nama):
    """A name as it is compared."""
    return " ".join((nama or "").casefold().split())


def dik04_ganda(k):
    """DIK-04 (asumsi): counted once per certificate number; or the same name, day and JP. ``k.lain["tercatat"]``: what is.

    Rows: {nomor, nama, selesai, jp, milik (True: his own), apa}. None: not read.
    """
    tercatat, i = k.lain.get("tercatat"), k.isian
    if tercatat is None:
        return perlu_diperiksa("Riwayat pelatihan belum dibaca.")
    nomor, nama, selesai = nomor_rapat(i.get("nomor_sertifikat")), nama_rapat(i.get("nama")), i.get("tanggal_selesai")
    if not nama or not selesai:
        return perlu_diperiksa("Nama atau tanggal selesai pelatihan belum diisi.")
    mirip = None
    for t in tercatat:
        sama_nomor = bool(nomor) and nomor_rapat(t["nomor"]) == nomor
        if t["milik"] and sama_nomor:
            return tidak(f"Sertifikat {i['nomor_sertifikat']} sudah tercatat.", t["apa"])
        sama_nama = nama_rapat(t["nama"]) == nama and t["selesai"] == selesai
        if t["milik"] and sama_nama and (t["jp"] or None) == (i.get("jp") or None):
            return tidak("Pelatihan dengan nama, tanggal, dan JP yang sama sudah tercatat.", t["apa"])
        if sama_nomor or (t["milik"] and sama_nama):
            mirip = mirip or t
    if mirip is None:
        return ya("Belum tercatat.")
    if mirip["milik"]:
        return perlu_diperiksa(
            "Pelatihan dengan nama dan tanggal yang sama sudah tercatat dengan JP lain.", mirip["apa"]
        )
    return perlu_diperiksa("Nomor sertifikat ini juga tercatat pada pegawai lain.", mirip["apa"])


# ── what must be taken ───────────────────────────────────────────────────────────────────────────────


def punya_jenjang(diklat, kode):
    """Has he passed this structural level, or a higher one?"""
    return any(TINGKAT.get(d.jenjang, 0) >= TINGKAT[kode] for d in diklat if d.kelompok == "struktural")


def wajib(p, acuan, tanggal):
    """The trainings he must take: Latsar of a CPNS (PP 11/2017 Ps. 34), the level of his eselon (DIK-15)."""
    hasil = []
    if p.status == "CPNS" and not any(LATSAR.search(d.nama) for d in p.diklat):
        sampai = tambah_bulan(p.tmt_cpns, 12) if p.tmt_cpns else None
        hasil.append(Wajib("LATSAR", NAMA_WAJIB["LATSAR"], "CPNS wajib lulus Latsar dalam masa percobaan satu tahun.",
                           Dasar("PP 11/2017", "Pasal 34"), sampai, "pasti"))  # fmt: skip
    eselon = acuan.eselon(p.eselon) if p.jenis_jabatan == "struktural" else None
    kode = eselon.diklat if eselon else ""
    if kode in TINGKAT and not punya_jenjang(p.diklat, kode):
        bulan = acuan.setelan("diklat_wajib_bulan", tanggal)
        sejak = p.tmt_pelantikan or p.tmt_jabatan
        hasil.append(Wajib(kode, NAMA_WAJIB[kode], f"Jabatan eselon {p.eselon} menuntut {kode}, belum ada STTPL-nya.",
                           Dasar("PP 11/2017", "Pasal 217"), tambah_bulan(sejak, bulan) if sejak else None, "asumsi"))  # fmt: skip
    return tuple(hasil)


def prioritas(bobot, *, wajib_ada, lewat, celah, jp_kurang, ip_naik):
    """The place in the list of needs, larger first (setelan jp_bobot_prioritas); ``ip_naik`` in hundredths."""
    pokok = bobot["wajib_lewat"] if lewat else bobot["wajib"] if wajib_ada else 0
    return int(pokok + bobot["celah"] * celah + bobot["jp"] * jp_kurang + bobot["ip"] * ip_naik // 100)
