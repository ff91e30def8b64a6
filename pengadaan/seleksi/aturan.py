"""Aturan seleksi CPNS dan PPPK: ambang batas, tiga kali formasi, integrasi nilai, nilai sama, formasi kosong. Pure.

PermenPANRB 27/2021 and 6/2024; Kepmen PANRB 321/2024: ids CPN-7 to CPN-13 of the regulation file. No Django, no clock; scores
are whole numbers (SKD) or Decimal, added as fractions and rounded once. Reading order: SKD, final score, ``hitung`` (all of them
over one selection). What is asked of an applicant, and all ids as conditions: ``aturan_syarat``.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from layanan.katalog import perlu_diperiksa, tidak, ya

SUBTES = ("twk", "tiu", "tkp")
SEBUTAN = {"twk": "TWK", "tiu": "TIU", "tkp": "TKP", "total": "jumlah SKD"}


# ── SKD (CPN-7 to CPN-11) ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Skd:
    """Scores of the three subtests."""

    twk: int
    tiu: int
    tkp: int

    @property
    def total(self):
        """Sum, at most 550."""
        return self.twk + self.tiu + self.tkp

    @property
    def urutan(self):
        """CPN-11: total, then TKP, TIU, TWK; the greater is the better."""
        return (self.total, self.tkp, self.tiu, self.twk)


def skd_wajar(skd, maks):
    """CPN-7: sentences of what lies above the most a subtest can give (``maks`` {twk, tiu, tkp})."""
    return [
        f"{SEBUTAN[s]} {getattr(skd, s)} melebihi nilai tertinggi {maks[s]}."
        for s in SUBTES
        if getattr(skd, s) > maks[s]
    ]


def ambang_skd(skd, ambang):
    """CPN-8 to CPN-10: Hasil of the passing marks ``ambang`` {twk, tiu, tkp, total: least}; None: no table for the jalur."""
    if ambang is None:
        return perlu_diperiksa("Nilai ambang batas jalur ini belum ada pada setelan.")
    kurang = [s for s, batas in ambang.items() if getattr(skd, s) < batas]
    bukti = ", ".join(f"{SEBUTAN[s]} {getattr(skd, s)} (ambang {batas})" for s, batas in ambang.items())
    if kurang:
        return tidak(f"Tidak memenuhi nilai ambang batas {', '.join(SEBUTAN[s] for s in kurang)}.", bukti)
    return ya("Memenuhi nilai ambang batas.", bukti)


def peringkat_skd(nilai):
    """{key: rank} of ``nilai`` {key: Skd}; equal in all four share a rank."""
    hasil, nomor = {}, 1
    urut = sorted(nilai.items(), key=lambda x: x[1].urutan, reverse=True)
    for _, kelompok in groupby(urut, key=lambda x: x[1].urutan):
        sama = [kunci for kunci, _ in kelompok]
        hasil |= dict.fromkeys(sama, nomor)
        nomor += len(sama)
    return hasil


def ikut_skb(nilai, formasi, kali=3):
    """CPN-11: keys of the best ``kali`` × ``formasi`` of those who passed; who equals the last one in all four joins."""
    return {kunci for kunci, nomor in peringkat_skd(nilai).items() if nomor <= kali * formasi}


# ── final score (CPN-12, CPN-13) ─────────────────────────────────────────────────────────────────────


def nilai_akhir(skd, skb, *, bobot, skd_maks=550, skb_maks=100, desimal=3):
    """CPN-12: weights in percent over both scores scaled to 100, added exactly and rounded once, halves up."""
    eksak = Fraction(bobot["skd"]) * Fraction(skd) / skd_maks + Fraction(bobot["skb"]) * Fraction(skb) / Fraction(
        skb_maks
    )
    return bulatkan(eksak, desimal)


def bulatkan(eksak, desimal):
    """A fraction as Decimal with so many decimals, halves up."""
    kali = 10**desimal
    bulat = (2 * eksak.numerator * kali + eksak.denominator) // (2 * eksak.denominator)
    return (Decimal(bulat) / kali).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Peserta:
    """One applicant in the calculation. ``kunci`` names him; ``skb`` None: no score; ``hadir``: he sat the first test.

    Of a PPPK ``nilai`` is the sum, ``rincian`` its parts, ``lulus_ambang`` the answer of the national system.
    """

    kunci: Any
    formasi: Any
    jalur: str = "umum"
    administrasi: bool = True
    hadir: bool = True
    skd: Skd | None = None
    skb: Decimal | None = None
    ipk: Decimal | None = None
    lahir: date | None = None
    nilai: Decimal | None = None
    rincian: tuple = ()
    lulus_ambang: bool | None = None


def urutan_akhir(p, akhir):
    """CPN-13 as a key, the best first: final, SKD total, TKP, TIU, TWK, IPK, older age."""
    ipk = p.ipk if p.ipk is not None else Decimal(-1)
    lahir = p.lahir.toordinal() if p.lahir else 10**9
    return (-akhir, *(-n for n in p.skd.urutan), -ipk, lahir)


def seri(a, b, akhir_a, akhir_b):
    """Can CPN-13 not part the two: equal in all, or equal up to an IPK that one of them lacks?"""
    if (akhir_a, a.skd.urutan) != (akhir_b, b.skd.urutan):
        return False
    if None in (a.ipk, b.ipk) and a.ipk != b.ipk:
        return True
    return a.ipk == b.ipk and a.lahir == b.lahir


# ── one selection as a whole ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Kotak:
    """A formasi in the calculation: how many, whose jabatan and unit, which jalur and qualification."""

    kunci: Any
    jumlah: int
    jabatan: Any
    unit: Any
    jalur: str
    pendidikan: str


@dataclass(frozen=True, slots=True)
class Putusan:
    """What comes out for one Peserta; ``kode`` as ``HasilSeleksi.KODE``, ``formasi`` the one he fills or None."""

    kunci: Any
    kode: str
    kalimat: str
    skd: int | None = None
    skb: Decimal | None = None
    akhir: Decimal | None = None
    peringkat_skd: int | None = None
    peringkat: int | None = None
    formasi: Any = None


def ketentuan(acuan, tanggal, jenis="CPNS"):
    """What ``hitung`` needs of the dated settings on ``tanggal``; the page freezes the same dict with the result."""

    def s(kunci):
        return acuan.setelan(kunci, tanggal)

    return {
        "jenis": jenis, "ambang": s("skd_ambang"), "kali": s("cpns_skb_kali"), "bobot": s("cpns_bobot"),
        "skd_maks": sum(s("skd_maksimal").values()), "skb_maks": s("cpns_skb_maksimal"), "desimal": s("cpns_desimal"),
        "optimalisasi": s("cpns_optimalisasi"), "urutan_pppk": s("pppk_urutan_sama"),
    }  # fmt: skip


def hitung(kotak, peserta, ketentuan):
    """(list of Putusan in the order of ``peserta``, sentences of what stops the result from being set).

    ``ketentuan``: jenis, ambang {jalur: …}, kali, bobot, skd_maks, skb_maks, desimal, optimalisasi {…}, urutan_pppk. The same input
    gives the same output: nothing depends on the order of the lists.
    """
    menurut, masalah, putus = defaultdict(list), [], {}
    nilai = _nilai_cpns if ketentuan["jenis"] == "CPNS" else _nilai_pppk
    for p in peserta:
        menurut[p.formasi].append(p)
    lolos = {}
    for k in sorted(kotak, key=lambda x: str(x.kunci)):
        satu, urut = nilai(k, menurut[k.kunci], ketentuan, masalah)
        putus |= satu
        lolos[k.kunci] = urut
        for nomor, p in enumerate(urut, 1):
            dapat = nomor <= k.jumlah
            putus[p.kunci] = replace(
                putus[p.kunci], peringkat=nomor, kode="lulus" if dapat else "tidak", formasi=k.kunci if dapat else None,
                kalimat=f"Peringkat {nomor} dari {k.jumlah} formasi." if dapat
                else f"Peringkat {nomor} di luar {k.jumlah} formasi.",
            )  # fmt: skip
        _periksa_seri(k, urut, putus, ketentuan, masalah)
    if ketentuan["jenis"] == "CPNS":
        isi_kosong(kotak, lolos, putus, ketentuan)
    return [putus[p.kunci] for p in peserta], masalah


def _nilai_cpns(k, peserta, ketentuan, masalah):
    """({key: Putusan}, those with a final score, best first) of one formasi."""
    putus, lulus = {}, {}
    for p in peserta:
        if gugur := _gugur(p):
            putus[p.kunci] = gugur
            continue
        if p.skd is None:
            masalah.append(f"Nilai SKD {p.kunci} belum ada.")
            putus[p.kunci] = Putusan(p.kunci, "tidak_hadir", "Nilai SKD belum ada.")
            continue
        h = ambang_skd(p.skd, ketentuan["ambang"].get(p.jalur))
        if h.jawaban == "perlu_diperiksa":
            masalah.append(f"{h.kalimat[:-1]} (jalur {p.jalur}).")
        if h.jawaban == "ya":
            lulus[p.kunci] = p
        else:
            putus[p.kunci] = Putusan(p.kunci, "tidak_ambang", h.kalimat, skd=p.skd.total)
    nilai = {kunci: p.skd for kunci, p in lulus.items()}
    peringkat, ikut = peringkat_skd(nilai), ikut_skb(nilai, k.jumlah, ketentuan["kali"])
    akhir = {}
    for kunci, p in lulus.items():
        dasar = Putusan(kunci, "tidak", "", skd=p.skd.total, peringkat_skd=peringkat[kunci])
        if kunci not in ikut:
            kalimat = f"Peringkat {peringkat[kunci]} di luar tiga kali jumlah kebutuhan."
            putus[kunci] = replace(dasar, kode="tidak_skb", kalimat=kalimat.replace("tiga", _kali(ketentuan["kali"])))
        elif p.skb is None:
            putus[kunci] = replace(dasar, kode="tidak_hadir", kalimat="Tidak hadir pada SKB.")
        else:
            akhir[kunci] = nilai_akhir(
                p.skd.total, p.skb, bobot=ketentuan["bobot"], skd_maks=ketentuan["skd_maks"],
                skb_maks=ketentuan["skb_maks"], desimal=ketentuan["desimal"],
            )  # fmt: skip
            putus[kunci] = replace(dasar, skb=p.skb, akhir=akhir[kunci])
    urut = sorted((lulus[x] for x in akhir), key=lambda p: (urutan_akhir(p, akhir[p.kunci]), str(p.kunci)))
    return putus, urut


def _kali(n):
    return {2: "dua", 3: "tiga", 4: "empat"}.get(n, str(n))


def _gugur(p):
    """The Putusan of one who never came to a score, or None."""
    if not p.administrasi:
        return Putusan(p.kunci, "tms", "Tidak memenuhi syarat administrasi.")
    return None if p.hadir else Putusan(p.kunci, "tidak_hadir", "Tidak hadir pada ujian.")


def _nilai_pppk(k, peserta, ketentuan, masalah):
    """As ``_nilai_cpns``: the national system says who passed, ties go by the office's order (asumsi)."""
    putus, dapat = {}, []
    for p in peserta:
        if gugur := _gugur(p):
            putus[p.kunci] = gugur
        elif p.nilai is None or p.lulus_ambang is None:
            masalah.append(f"Nilai seleksi kompetensi {p.kunci} belum ada.")
            putus[p.kunci] = Putusan(p.kunci, "tidak_hadir", "Nilai belum ada.")
        elif not p.lulus_ambang:
            putus[p.kunci] = Putusan(p.kunci, "tidak_ambang", "Tidak memenuhi nilai ambang batas.", akhir=p.nilai)
        else:
            putus[p.kunci] = Putusan(p.kunci, "tidak", "", akhir=p.nilai)
            dapat.append(p)
    return putus, sorted(dapat, key=lambda p: (_urutan_pppk(p, ketentuan), str(p.kunci)))


def _urutan_pppk(p, ketentuan):
    bagian, lahir = dict(p.rincian), p.lahir.toordinal() if p.lahir else 10**9
    sama = [lahir if u == "usia" else -Decimal(str(bagian.get(u) or 0)) for u in ketentuan["urutan_pppk"]]
    return (-p.nilai, *sama)


def _periksa_seri(k, urut, putus, ketentuan, masalah):
    """The last who fits and the first who does not must be parted by the law, not by chance."""
    if not 0 < k.jumlah < len(urut):
        return
    a, b = urut[k.jumlah - 1], urut[k.jumlah]
    if sama_penuh(a, b, putus, ketentuan):
        masalah.append(f"{a.kunci} dan {b.kunci} sama pada semua urutan penentu; lengkapi IPK atau tanggal lahirnya.")


def sama_penuh(a, b, putus, ketentuan):
    """Can the law not part these two? ``putus`` {key: Putusan} holds their final scores."""
    if ketentuan["jenis"] == "CPNS":
        return seri(a, b, putus[a.kunci].akhir, putus[b.kunci].akhir)
    return _urutan_pppk(a, ketentuan) == _urutan_pppk(b, ketentuan)


def isi_kosong(kotak, lolos, putus, ketentuan):
    """Optimalisasi: what stays empty goes to those who passed in another jalur or unit of the same jabatan and qualification.

    First the same unit in another jalur, then the same jalur in another unit, then the rest; the best final score first. What
    the regulation file leaves open stands in the setting ``cpns_optimalisasi`` (asumsi): ``pakai``, ``ambang_tujuan`` (he must
    pass the marks of the jalur he moves to).
    """
    atur = ketentuan["optimalisasi"]
    if not atur.get("pakai"):
        return
    asal = {k.kunci: k for k in kotak}
    sisa = {k.kunci: k.jumlah - sum(x.formasi == k.kunci for x in putus.values()) for k in kotak}
    calon = [p for k in kotak for p in lolos[k.kunci] if putus[p.kunci].kode == "tidak"]
    calon.sort(key=lambda p: (urutan_akhir(p, putus[p.kunci].akhir), str(p.kunci)))
    tujuan = sorted(kotak, key=lambda k: (str(k.unit), k.jalur, str(k.kunci)))
    for tahap in (_jalur_lain, _unit_lain, _lainnya):
        for p in calon:
            if putus[p.kunci].kode != "tidak":
                continue
            for t in tujuan:
                if sisa[t.kunci] > 0 and tahap(asal[p.formasi], t) and _boleh_pindah(p, t, ketentuan, atur):
                    sisa[t.kunci] -= 1
                    putus[p.kunci] = replace(
                        putus[p.kunci],
                        kode="optimalisasi",
                        formasi=t.kunci,
                        kalimat="Mengisi formasi kosong pada jabatan yang sama.",
                    )
                    break


def _sejenis(a, t):
    return a.kunci != t.kunci and a.jabatan == t.jabatan and " ".join(a.pendidikan.upper().split()) == " ".join(t.pendidikan.upper().split())  # fmt: skip


def _jalur_lain(a, t):
    return _sejenis(a, t) and a.unit == t.unit


def _unit_lain(a, t):
    return _sejenis(a, t) and a.unit != t.unit and a.jalur == t.jalur


def _lainnya(a, t):
    return _sejenis(a, t)


def _boleh_pindah(p, t, ketentuan, atur):
    return not atur.get("ambang_tujuan") or ambang_skd(p.skd, ketentuan["ambang"].get(t.jalur)).terpenuhi
