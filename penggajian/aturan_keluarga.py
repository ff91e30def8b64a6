"""Aturan gaji yang diterima dan tunjangan keluarga: GAJI-04, TUNJ-01..03. Pure; read ``aturan_tunjangan.py`` first.

Law: PP 7/1977 Ps. 5 and 16 with its amendments; PER-3/PB/2015.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import gaji_dibayar, tulis_rupiah, tulis_tanggal, usia_tahun
from kepegawaian.aturan_keluarga import anak_ditanggung, batas_anak
from layanan.katalog import PERIKSA, TIDAK, YA, Hasil, perlu_diperiksa, tidak, ya

PW = "PPPK_PW"
ANGKA = (
    "beras_per_jiwa",
    "tunjangan_struktural",
    "tunjangan_umum",
    "tunjangan_fungsional",
    "tunjangan_pasangan_persen",
)
CLTN, SEMENTARA = ("02", "13"), ("04", "P2")
KALIMAT_PW = "PPPK paruh waktu menerima upah menurut perjanjian kerja; tunjangan melekat tidak dihitung."


@dataclass(frozen=True, slots=True)
class Komponen:
    """One line of the pay: ``rupiah`` a month that is certain (None: belum diketahui), ``rumus`` in words and figures.

    ``mungkin``: what would be added if all that must be checked turned out well; ``jiwa``: persons counted.
    """

    hasil: Hasil
    rupiah: int | None = 0
    rumus: str = ""
    mungkin: int = 0
    jiwa: int = 0


class AnakTunjangan(NamedTuple):
    """A child judged: ``hasil``, and the day from which the age or the school letter ends it (None: unknown)."""

    nama: str
    hasil: Hasil
    berakhir: date | None
    sebab: str = ""


def nihil(hasil):
    """A line without a figure of its own."""
    return Komponen(hasil)


def _belum_dimuat(k):
    """True when the figures of that day are not loaded: the oldest one of the allowances began in 2015."""
    try:
        for kunci in ANGKA:
            k.acuan.setelan(kunci, k.tanggal)
    except KeyError:
        return True
    return False


def tanpa(k):
    """Why no pay is counted at all, as a Hasil; None when there may be some. CLTN: PP 11/2017 Ps. 334-337."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status == PW:
        return tidak(KALIMAT_PW)
    if _belum_dimuat(k):
        return perlu_diperiksa(f"Besaran gaji dan tunjangan pada {tulis_tanggal(k.tanggal)} tidak dimuat di portal.")
    if p.berhenti or p.aktif is False:
        return tidak(f"Tidak bertugas aktif: {p.kedudukan_nama or 'kedudukan hukum tidak aktif'}.")
    if p.kedudukan in CLTN or "CLTN" in (p.tinggal, p.cuti):
        return tidak(
            "Sedang cuti di luar tanggungan negara; tidak menerima gaji dan tunjangan (PP 11/2017 Pasal 334-337)."
        )
    if p.kedudukan in SEMENTARA:
        return perlu_diperiksa("Sedang diberhentikan sementara; penghasilannya ditetapkan tersendiri.")
    return None


# ── gaji pokok ───────────────────────────────────────────────────────────────────────────────────────


def gaji_diterima(k):
    """PP 7/1977 Ps. 5 (GAJI-04): gaji pokok as paid in the month, a CPNS 80 percent; a PPPK paruh waktu his wage."""
    p = k.profil
    if p.status == PW:
        if p.upah is None:
            return Komponen(perlu_diperiksa("Upah pada perjanjian kerja belum tercatat."), None)
        return Komponen(ya("Upah menurut perjanjian kerja."), p.upah, "upah pada perjanjian kerja")
    if (halangan := tanpa(k)) is not None:
        return Komponen(halangan, 0 if halangan.jawaban == TIDAK else None)
    if p.gaji_pokok is None:
        return Komponen(
            perlu_diperiksa("Gaji pokok belum diketahui: golongan atau masa kerja golongan belum tercatat."), None
        )
    dibayar = gaji_dibayar(p.status, p.gaji_pokok, k.acuan, k.tanggal)
    if p.status == "CPNS":
        persen = k.acuan.setelan("gaji_cpns_persen", k.tanggal)
        rumus = f"{persen}% x {tulis_rupiah(p.gaji_pokok)} = {tulis_rupiah(dibayar)}"
        return Komponen(ya(f"CPNS menerima {persen}% gaji pokok {p.golongan}."), dibayar, rumus)
    return Komponen(ya(f"Gaji pokok {p.golongan} menurut tabel gaji."), dibayar, f"gaji pokok {p.golongan}")


def _persen(k, persen, banyak, pokok):
    """(rupiah, formula) of ``banyak`` times ``persen`` of the pay."""
    if pokok is None:
        return None, f"{banyak} x {persen}% x gaji pokok yang belum diketahui"
    jumlah = banyak * (pokok * persen // 100)
    kali = f"{banyak} x " if banyak != 1 else ""
    return jumlah, f"{kali}{persen}% x {tulis_rupiah(pokok)} = {tulis_rupiah(jumlah)}"


# ── keluarga ─────────────────────────────────────────────────────────────────────────────────────────


def t01_pasangan(k):
    """PP 7/1977 Ps. 16 and its amendments: 10 percent for one lawful spouse; both PNS: only on the higher pay."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    daftar = [t for t in k.profil.tanggungan if t.hubungan == "pasangan"]
    tertanggung = [t for t in daftar if t.tertanggung]
    if not tertanggung:
        kalimat = (
            "Suami atau istri tidak masuk daftar gaji." if daftar else "Tidak ada suami atau istri yang tercatat."
        )
        return nihil(tidak(kalimat))
    pokok = gaji_diterima(k).rupiah
    persen = k.acuan.setelan("tunjangan_pasangan_persen", k.tanggal)
    jumlah, rumus = _persen(k, persen, 1, pokok)
    hasil = _pasangan_asn(k, tertanggung)
    if len(tertanggung) > 1 and hasil.jawaban == YA:
        hasil = perlu_diperiksa("Lebih dari satu pasangan tercatat tertanggung; yang sah satu.")
    if hasil.jawaban == YA:
        return Komponen(hasil, jumlah, rumus, jiwa=1)
    return Komponen(
        hasil, 0, rumus if hasil.jawaban == PERIKSA else "", mungkin=(jumlah or 0) * (hasil.jawaban == PERIKSA)
    )


def _pasangan_asn(k, daftar):
    """The rule of two ASN: who has the higher gaji pokok receives."""
    nip = next((t.nip for t in daftar if t.nip), "")
    if not nip:
        return ya("Satu suami atau istri sah masuk daftar gaji.")
    lain = (k.lain.get("pasangan") or {}).get(nip)
    sendiri = k.profil.gaji_pokok
    if lain is None or sendiri is None:
        return perlu_diperiksa("Pasangan juga ASN, tetapi gaji pokoknya belum diketahui.", f"NIP pasangan {nip}")
    if lain > sendiri:
        return tidak("Pasangan juga ASN dan gaji pokoknya lebih tinggi; tunjangan dibayarkan kepadanya.", f"NIP {nip}")
    if lain == sendiri:
        return perlu_diperiksa(
            "Pasangan juga ASN dengan gaji pokok yang sama; tentukan siapa yang menerima.", f"NIP {nip}"
        )
    return ya("Pasangan juga ASN, tetapi gaji pokoknya lebih rendah.", f"NIP {nip}")


def nilai_anak(anak, acuan, tanggal):
    """PP 7/1977 Ps. 16 and its amendments: may this child (a Tanggungan on the pay list) count on ``tanggal``?"""
    boleh, kalimat = anak_ditanggung(anak, acuan, tanggal)
    berakhir, sebab = batas_anak(anak.tanggal_lahir, anak.sekolah_sampai, acuan, tanggal)
    bukti = () if anak.tanggal_lahir is None else (f"usia {usia_tahun(anak.tanggal_lahir, tanggal)} tahun",)
    return AnakTunjangan(
        anak.nama, {True: ya, False: tidak, None: perlu_diperiksa}[boleh](kalimat, *bukti), berakhir, sebab
    )


def anak_dinilai(k):
    """Every child on the pay list, judged."""
    return [nilai_anak(t, k.acuan, k.tanggal) for t in k.profil.tanggungan if t.hubungan == "anak" and t.tertanggung]


def t02_anak(k):
    """PP 7/1977 Ps. 16 and its amendments: 2 percent a child, at most ``anak_maks`` children."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    anak = anak_dinilai(k)
    if not anak:
        return nihil(tidak("Tidak ada anak yang masuk daftar gaji."))
    maks = k.acuan.setelan("anak_maks", k.tanggal)
    pasti = min(maks, sum(a.hasil.jawaban == YA for a in anak))
    mungkin = min(maks - pasti, sum(a.hasil.jawaban == PERIKSA for a in anak))
    persen = k.acuan.setelan("tunjangan_anak_persen", k.tanggal)
    pokok = gaji_diterima(k).rupiah
    jumlah, rumus = _persen(k, persen, pasti, pokok)
    tambahan = _persen(k, persen, mungkin, pokok)[0] or 0
    bukti = [f"{a.nama}: {a.hasil.kalimat}" for a in anak]
    if mungkin:
        hasil = perlu_diperiksa(f"{mungkin} anak perlu diperiksa; {pasti} anak sudah pasti.", *bukti)
    elif pasti:
        hasil = ya(f"{pasti} anak mendapat tunjangan (paling banyak {maks}).", *bukti)
    else:
        hasil = tidak("Tidak ada anak yang memenuhi syarat.", *bukti)
    return Komponen(hasil, jumlah if pasti else 0, rumus if pasti else "", mungkin=tambahan, jiwa=pasti)


def t03_beras(k):
    """PER-3/PB/2015: rice money for the person himself, the spouse and at most two children."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    pasangan, anak = t01_pasangan(k), t02_anak(k)
    per_jiwa = k.acuan.setelan("beras_per_jiwa", k.tanggal)
    maks = k.acuan.setelan("beras_jiwa_maks", k.tanggal)
    jiwa = min(maks, 1 + pasangan.jiwa + anak.jiwa)
    ragu = sum(x.hasil.jawaban == PERIKSA for x in (pasangan, anak))
    rumus = f"{jiwa} jiwa x {tulis_rupiah(per_jiwa)} = {tulis_rupiah(jiwa * per_jiwa)}"
    bukti = f"pegawai, {pasangan.jiwa} pasangan, {anak.jiwa} anak"
    if ragu:
        return Komponen(
            perlu_diperiksa(f"{jiwa} jiwa sudah pasti; sebagian tanggungan perlu diperiksa.", bukti),
            jiwa * per_jiwa,
            rumus,
            jiwa=jiwa,
        )
    return Komponen(ya(f"Tunjangan beras {jiwa} jiwa.", bukti), jiwa * per_jiwa, rumus, jiwa=jiwa)
