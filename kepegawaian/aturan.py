"""Aturan bersama: bulan kalender, masa kerja, MKG, gaji pokok, tanggal KGB, BUP. Pure: no Django, no clock.

Law: PP 7/1977 jo. PP 5/2024 (gaji, KGB), Perpres 98/2020 jo. 11/2024 (PPPK), PP 99/2000 (MKG at kenaikan
pangkat), UU 20/2023 Ps. 55 and PP 11/2017 Ps. 239-240 (BUP). Used by every aspect and by ``indeks``.
Sections of the Profil touched here: pangkat, jejak_pangkat, gaji, hukuman. Read next: ``kepangkatan/aturan/``.
"""

from bisect import bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

NAMA_BULAN = (
    "",
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# Order index of the last golongan of groups I, II, III; years of MKG lost when crossing it (PP 99/2000).
POTONGAN_TAHUN = {4: 6, 8: 5}
TUNDA_KGB = "S1T"
PPPK = ("PPPK", "PPPK_PW")
# Class of Satyalancana Karya Satya (PP 35/2010 Ps. 22) -> code of JenisPenghargaan, lowest first.
SATYALANCANA = {"X": "201", "XX": "202", "XXX": "203"}


class Gaji(NamedTuple):
    """Answer of the pay table: ``rupiah`` and ``baris`` (MKG row) or None, with the rule that says why."""

    rupiah: int | None
    baris: int | None
    kode: str = ""
    kalimat: str = ""

    @property
    def puncak(self):
        """True on the last row of the column: no further KGB (GAJI-02)."""
        return self.kode == "GAJI-02"


class Kgb(NamedTuple):
    """The next KGB: ``jatuh_tempo`` start of the row, ``tmt`` after delays, ``mkg`` in months on ``tmt``.

    ``penahan``: the Hukuman that delays it, ``ditahan_sampai`` the last day of the delay. ``terlewat``:
    earlier rows for which no decree is recorded. ``ditunda``: the TundaKgb that puts it off.
    """

    jatuh_tempo: date
    tmt: date
    baris: int
    mkg: int
    penahan: Any = None
    ditahan_sampai: date | None = None
    terlewat: tuple[date, ...] = ()
    ditunda: Any = None


# ── calendar ─────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=65536)  # careers share their dates: the night asks for few of them, hundreds of thousands of times
def tambah_bulan(tanggal, bulan):
    """``tanggal`` plus ``bulan`` calendar months (may be negative); the 31st becomes the last day of a short month."""
    tahun, sisa = divmod(tanggal.year * 12 + tanggal.month - 1 + bulan, 12)
    if tanggal.day <= 28:
        return date(tahun, sisa + 1, tanggal.day)
    return date(tahun, sisa + 1, min(tanggal.day, monthrange(tahun, sisa + 1)[1]))


def bulan_antara(dari, sampai):
    """Whole calendar months from ``dari`` to ``sampai``; negative when ``sampai`` lies before."""
    if sampai < dari:
        return -bulan_antara(sampai, dari)
    bulan = (sampai.year - dari.year) * 12 + sampai.month - dari.month
    return bulan if tambah_bulan(dari, bulan) <= sampai else bulan - 1


def awal_bulan_berikut(tanggal):
    """The first day of the month after ``tanggal``."""
    return tambah_bulan(tanggal.replace(day=1), 1)


def usia_tahun(tanggal_lahir, tanggal):
    """Age in whole years."""
    return bulan_antara(tanggal_lahir, tanggal) // 12


# ── words ────────────────────────────────────────────────────────────────────────────────────────────


def tulis_tanggal(tanggal):
    """``1 Juli 2026``; "tanggal yang belum tercatat" for None."""
    if tanggal is None:
        return "tanggal yang belum tercatat"
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month]} {tanggal.year}"


def tulis_masa(bulan):
    """Months as ``6 tahun 8 bulan``."""
    return f"{bulan // 12} tahun {bulan % 12} bulan"


def tulis_rupiah(jumlah):
    """``Rp3.500.000``; "belum diketahui" for None."""
    return "belum diketahui" if jumlah is None else f"Rp{jumlah:,}".replace(",", ".")


# ── masa kerja ───────────────────────────────────────────────────────────────────────────────────────


def masa_kerja(tmt_cpns, tanggal, pmk_bulan=0, cltn_bulan=0):
    """PP 98/2000 jo. PP 11/2002: months since TMT CPNS, plus recognised earlier service (PMK), less CLTN."""
    return max(0, bulan_antara(tmt_cpns, tanggal) + pmk_bulan - cltn_bulan)


def masa_kerja_seluruhnya(profil, tanggal):
    """PP 98/2000 jo. PP 11/2002: masa kerja seluruhnya (MKS) of a profile in months, or None."""
    if profil.tmt_cpns is None:
        return None
    return masa_kerja(profil.tmt_cpns, tanggal, profil.pmk_bulan, profil.cltn_bulan)


def potongan_mkg(urutan_lama, urutan_baru):
    """PP 99/2000 (MKG at kenaikan pangkat): months cut; I to II 6 years, II to III 5 years, otherwise none."""
    return 12 * sum(tahun for batas, tahun in POTONGAN_TAHUN.items() if urutan_lama <= batas < urutan_baru)


def mkg_setelah_kp(mkg, urutan_lama, urutan_baru):
    """PP 99/2000: MKG (months) after a KP; never below zero, months are kept."""
    return max(0, mkg - potongan_mkg(urutan_lama, urutan_baru))


def mkg_nol(profil):
    """PP 7/1977: the date on which MKG would be zero in the present column, or None when no decree tells it.

    When the last decree with an MKG is older than the present rank (an import without MKG), the cut of
    the promotions since then is applied here.
    """
    nol = profil.tmt_mkg_nol
    if nol is None or profil.golongan_urutan is None:
        return None
    if profil.status in PPPK or not profil.tmt_pangkat or profil.tmt_dekret >= profil.tmt_pangkat:
        return nol
    lama = [p.urutan for p in profil.jejak_pangkat if p.tmt <= profil.tmt_dekret]
    if not lama or not potongan_mkg(lama[-1], profil.golongan_urutan):
        return nol
    saat_kp = bulan_antara(nol, profil.tmt_pangkat)
    return tambah_bulan(profil.tmt_pangkat, -mkg_setelah_kp(saat_kp, lama[-1], profil.golongan_urutan))


def mkg_pada(profil, tanggal):
    """PP 7/1977: masa kerja golongan in months on ``tanggal``, or None."""
    nol = mkg_nol(profil)
    return None if nol is None else max(0, bulan_antara(nol, tanggal))


# ── gaji pokok ───────────────────────────────────────────────────────────────────────────────────────


def gaji_pokok(acuan, golongan, mkg, tanggal):
    """PP 5/2024, Perpres 11/2024 lampiran (GAJI-01, GAJI-02, GAJI-03): pay for ``mkg`` months on ``tanggal``.

    The greatest row not above the full years of MKG; the months do not count.
    """
    baris = acuan.baris_mkg(golongan, tanggal)
    if not baris:
        return Gaji(None, None, "GAJI-01", f"Tabel gaji untuk tanggal {tulis_tanggal(tanggal)} tidak tersedia.")
    sel = acuan.gaji(golongan, mkg // 12, tanggal)
    if sel is None:
        kalimat = f"Tidak ada baris gaji untuk {golongan} MKG {tulis_masa(mkg)}; perlu penetapan manual."
        return Gaji(None, None, "GAJI-03", kalimat)
    if sel.baris == baris[-1]:
        return Gaji(sel.gaji, sel.baris, "GAJI-02", "Sudah di puncak kolom; tidak ada KGB lagi.")
    return Gaji(sel.gaji, sel.baris)


def gaji_dibayar(status, rupiah, acuan, tanggal):
    """PP 7/1977 Ps. 5 (GAJI-04): a CPNS receives 80% of gaji pokok, all others the whole."""
    if status != "CPNS" or rupiah is None:
        return rupiah
    return rupiah * acuan.setelan("gaji_cpns_persen", tanggal) // 100


# ── kenaikan gaji berkala ────────────────────────────────────────────────────────────────────────────


def baris_kolom(acuan, golongan, tanggal):
    """Rows of a pay column; before the oldest table loaded its own rows stand, since they never changed."""
    baris = acuan.baris_mkg(golongan, tanggal)
    if baris:
        return baris
    tabel = acuan.tabel_gaji.get(golongan, ())
    return tabel[0].nilai[0] if tabel else ()


def awal_baris(nol, baris):
    """PP 7/1977 Ps. 11: the day a row starts; always a first of month (asumsi: else the month after)."""
    mulai = tambah_bulan(nol, 12 * baris)
    return mulai if mulai.day == 1 else awal_bulan_berikut(mulai)


def dekret_terakhir(profil):
    """Latest TMT of a rank or pay decree, or None."""
    return max((t for t in (profil.tmt_dekret, profil.tmt_gaji, profil.tmt_pangkat) if t), default=None)


def di_puncak(profil, acuan):
    """PP 5/2024 lampiran (GAJI-02): no row of the column starts after the last decree; None when unknown."""
    nol = mkg_nol(profil)
    baris = baris_kolom(acuan, profil.golongan, profil.per)
    if nol is None or not baris:
        return None
    return awal_baris(nol, baris[-1]) <= dekret_terakhir(profil)


def kgb_semua(profil, acuan):
    """PP 7/1977 Ps. 11-13; PerBKN 6/2022 Ps. 55 (1): every KGB after the last rank or pay decree, in order.

    Each row start is moved by penalties that hold it and by decrees that put it off; a row whose turn comes
    meanwhile is overtaken by the next. ``terlewat`` of each names the rows before it.
    """
    nol, akhir = mkg_nol(profil), dekret_terakhir(profil)
    baris = baris_kolom(acuan, profil.golongan, profil.per)
    return _kgb_kolom(baris, nol, akhir, profil.hukuman, profil.tunda_kgb) if nol is not None and baris else ()


@lru_cache(maxsize=65536)  # a pay column, a start and a last decree are shared by many: the night asks them all
def _kgb_kolom(baris, nol, akhir, hukuman, tunda):
    """The KGB of a column whose MKG was zero on ``nol``, after the decree of ``akhir``, as a tuple."""
    hasil, terlewat = [], []
    # Rows of two years before the last decree have surely begun by then.
    for i in range(bisect_right(baris, akhir.year - nol.year - 2), len(baris)):
        tempo = tmt = awal_baris(nol, baris[i])
        if tempo <= akhir:
            continue
        penahan = sampai = None
        if hukuman:
            tmt, penahan, sampai = _tahan(hukuman, tempo, awal_baris(nol, baris[i - 1]) if i else date.min)
        ditunda = None
        for satu in tunda:  # one delay may follow another
            if satu.tmt == tmt:
                ditunda, tmt = satu, awal_bulan_berikut(satu.sampai)
        if (penahan or ditunda) and i + 1 < len(baris) and tmt >= awal_baris(nol, baris[i + 1]):
            continue
        hasil.append(
            Kgb(tempo, tmt, baris[i], max(0, bulan_antara(nol, tmt)), penahan, sampai, tuple(terlewat), ditunda)
        )
        terlewat.append(tempo)
    return tuple(hasil)


def kgb_berikut(profil, acuan, *, sejak=None):
    """PP 7/1977 Ps. 11: the next KGB, or None (unknown, or top of the column).

    The earliest one after the last decree; with ``sejak`` the earliest on or after that day, since the
    clock of MKG runs on also when a decree in between is not recorded.
    """
    return next((k for k in kgb_semua(profil, acuan) if sejak is None or k.tmt >= sejak), None)


def _tahan(hukuman, tempo, sebelum):
    """PerBKN 6/2022 Ps. 55 (1), Ps. 62: a KGB due while a penalty runs is given from the month after its end.

    S1T is itself a delay of one year: it moves the first KGB that falls due after it by twelve months.
    """
    tmt, penahan, sampai = tempo, None, None
    for h in sorted(hukuman, key=lambda h: h.tmt):
        calon = []
        if h.kode == TUNDA_KGB and sebelum < h.tmt <= tempo:
            calon.append(tambah_bulan(tempo, 12))
        if h.tahan_kgb and h.sampai and h.tmt <= tmt <= h.sampai:
            calon.append(awal_bulan_berikut(h.sampai))
        if calon and max(calon) > tmt:
            tmt, penahan = max(calon), h
            sampai = h.sampai if h.sampai and awal_bulan_berikut(h.sampai) == tmt else tmt - timedelta(days=1)
    return tmt, penahan, sampai


def tunda_kgb(tempo, bulan, maks_bulan=12):
    """PP 7/1977 Ps. 13: TMT of a KGB delayed by decree; at most one year each time. ValueError above it."""
    if not 0 < bulan <= maks_bulan:
        raise ValueError(f"KGB ditunda paling lama {maks_bulan} bulan tiap kali.")
    return tambah_bulan(tempo, bulan)


# ── batas usia pensiun ───────────────────────────────────────────────────────────────────────────────


def capai_bup(tanggal_lahir, bup):
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239: the day the retirement age is reached."""
    return tambah_bulan(tanggal_lahir, 12 * bup)


def tmt_pensiun(tanggal_lahir, bup):
    """PP 11/2017 Ps. 239: the first of the month after the month in which the retirement age is reached."""
    return awal_bulan_berikut(capai_bup(tanggal_lahir, bup))


def bup_terlampaui(tanggal_lahir, bup, tanggal, jabatan):
    """PP 11/2017 Ps. 239: the sentence when a post would begin after its own BUP, else None."""
    pensiun = tmt_pensiun(tanggal_lahir, bup)
    if tanggal < pensiun:
        return None
    return f"BUP jabatan {jabatan} ({bup}) sudah terlampaui pada {tulis_tanggal(capai_bup(tanggal_lahir, bup))}."


def pensiun_pindah(profil, bup, tanggal, jabatan):
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239: (TMT pensiun now, with the post of ``bup``) in words, None when it stays.

    The age is that of the post held when it is reached, so a move may bring the pension nearer or put it off; a post whose
    age has passed on ``tanggal`` is said in a sentence.
    """
    if profil.tanggal_lahir is None or bup is None:
        return None
    kelak = tmt_pensiun(profil.tanggal_lahir, bup)
    if kelak == profil.tmt_pensiun:
        return None
    lewat = bup_terlampaui(profil.tanggal_lahir, bup, tanggal, jabatan)
    return tulis_tanggal(profil.tmt_pensiun), lewat or f"{tulis_tanggal(kelak)} (BUP {bup} tahun)"
