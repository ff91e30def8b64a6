"""Rumus generasi A dan apa yang disumbang seorang pegawai kepadanya. Pure: no Django, no clock.

Law: Buku Panduan BKN 2016; ``regulasi/ip-asn.md`` section 1 with its worksheet of compensation (1.1). A term that is not
known stays None: the index is then not stated, only the bounds between which it lies. Exact decimals, rounded once at the end.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from indeks import aturan as bc
from indeks.aturan import BELUM, MEMENUHI, PERIKSA, TIDAK, Butir
from kepegawaian.aturan_kompetensi import hasil_sah, kesesuaian
from layanan.katalog import Dasar

NOL, SATU = Decimal(0), Decimal(1)
EMPAT = Decimal("0.0001")
SUKU = ("kompetensi", "kinerja", "kompensasi", "disiplin")
TINGKAT = ("ringan", "sedang", "berat")
DASAR = Dasar("Panduan BKN 2016")
# Lowest education of a post: (level, law, confidence). JF: the two categories are law, their least degree was not read.
PENDIDIKAN_JABATAN = {
    "pelaksana": ("SLTA", "PP 11/2017 Ps. 54 (3)"),
    "pengawas": ("D3", "PP 11/2017 Ps. 54 (2)"),
    "administrator": ("D4", "PP 11/2017 Ps. 54 (1)"),
    "jpt_pratama": ("D4", "PP 17/2020 Ps. 107"),
    "jpt_madya": ("D4", "PP 17/2020 Ps. 107"),
    "keterampilan": ("SLTA", "asumsi"),
    "keahlian": ("D4", "asumsi"),
}


class GalatMasukan(ValueError):
    """The worksheet cannot be computed; the sentence says which figure is wrong."""


class Kelompok(NamedTuple):
    """A row of the worksheet of compensation: people of one kelas jabatan, highest, lowest and sum of their pay."""

    kelompok: str
    jumlah: int
    tertinggi: Decimal
    terendah: Decimal
    total: Decimal | None = None


class Masukan(NamedTuple):
    """Raw counts of a unit. ``diketahui``: people of whom competence is known (None: of all); likewise ``ppk_orang``."""

    jumlah: int
    tidak_kompeten: int
    diketahui: int | None = None
    ppk_jumlah: Decimal = NOL
    ppk_orang: int = 0
    kompensasi: tuple[Kelompok, ...] = ()
    pelanggaran: int = 0


class Hasil(NamedTuple):
    """The four terms (None: unknown) and the index, exact; ``bawah`` and ``atas`` bound it while a term is unknown."""

    gaps: Decimal | None
    kj: Decimal | None
    delta_int: Decimal | None
    delta_ext: Decimal | None
    delta_si: Decimal | None
    indiscpl: Decimal | None
    idxpro: Decimal | None
    bawah: Decimal
    atas: Decimal


def bulat(nilai, digit=4):
    """Half-up to ``digit`` decimals; None stays None."""
    return None if nilai is None else nilai.quantize(Decimal(1).scaleb(-digit), ROUND_HALF_UP)


def persen(nilai):
    """An index of 0..1 as percent with two decimals."""
    return None if nilai is None else (nilai * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _potong(nilai):
    return min(SATU, max(NOL, nilai))


# ── the worksheet of compensation ────────────────────────────────────────────────────────────────────


def delta(k):
    """δ of a group: (highest - lowest) / lowest; one official has 0, a lowest value of 0 is an input error."""
    if k.terendah <= 0:
        raise GalatMasukan(f"Tunjangan terendah kelompok {k.kelompok} nol; periksa lembarnya.")
    if k.tertinggi < k.terendah:
        raise GalatMasukan(f"Tunjangan tertinggi kelompok {k.kelompok} di bawah yang terendah.")
    return NOL if k.jumlah == 1 else (Decimal(k.tertinggi) - k.terendah) / Decimal(k.terendah)


def delta_internal(kompensasi):
    """Mean of δ weighted by officials (asumsi); None without any group."""
    jumlah = sum(k.jumlah for k in kompensasi)
    return sum((k.jumlah * delta(k) for k in kompensasi), NOL) / jumlah if jumlah else None


def delta_eksternal(kompensasi, pembanding):
    """|comparison - own| / own of the means (asumsi), over the groups that have a comparison {group: mean}; else None."""
    sama = [k for k in kompensasi if k.kelompok in pembanding and k.total]
    sendiri = sum((Decimal(k.total) for k in sama), NOL)
    if not sendiri:
        return None
    lain = sum((k.jumlah * Decimal(pembanding[k.kelompok]) for k in sama), NOL)
    return abs(lain - sendiri) / sendiri


# ── the index ────────────────────────────────────────────────────────────────────────────────────────


def hitung(m, koefisien, pembanding=None, *, belum_tidak_kompeten=False):
    """The Hasil of a unit; ``koefisien``: {suku: Decimal} that add up to 1.

    ``belum_tidak_kompeten``: people whose competence is unknown count as not competent; else they are left out.
    """
    if sum(koefisien[s] for s in SUKU) != SATU:
        raise GalatMasukan("Jumlah koefisien generasi A harus 1.")
    gaps = _gaps(m, belum_tidak_kompeten)
    kj = _potong(Decimal(m.ppk_jumlah) / m.ppk_orang / 100) if m.ppk_orang else None
    dalam = delta_internal(m.kompensasi)
    luar = delta_eksternal(m.kompensasi, pembanding or {}) if dalam is not None else None
    si = None if dalam is None else _potong(dalam if luar is None else (dalam + luar) / 2)
    disiplin = _potong(Decimal(m.pelanggaran) / m.jumlah) if m.jumlah else None
    suku = {
        "kompetensi": None if gaps is None else 1 - gaps,
        "kinerja": kj,
        "kompensasi": None if si is None else 1 - si,
        "disiplin": None if disiplin is None else 1 - disiplin,
    }
    bawah = sum((koefisien[s] * n for s, n in suku.items() if n is not None), NOL)
    atas = bawah + sum((koefisien[s] for s, n in suku.items() if n is None), NOL)
    # A term whose coefficient is 0 is not missed.
    lengkap = all(n is not None or not koefisien[s] for s, n in suku.items())
    return Hasil(gaps, kj, dalam, luar, si, disiplin, bawah if lengkap else None, bawah, atas)


def _gaps(m, belum_tidak_kompeten):
    diketahui = m.jumlah if m.diketahui is None else m.diketahui
    if belum_tidak_kompeten:
        return Decimal(m.tidak_kompeten + m.jumlah - diketahui) / m.jumlah if m.jumlah else None
    return Decimal(m.tidak_kompeten) / diketahui if diketahui else None


# ── one person ───────────────────────────────────────────────────────────────────────────────────────


def kompeten(p, a, standar):
    """Is he competent for his post? A job fit of at least the threshold, or every condition of the post met (asumsi).

    The value of the Butir: [how, percent or what is missing]. With ``a.uji_menentukan`` a valid test decides alone.
    """
    uji = hasil_sah(p.uji_kompetensi, p.per)
    fit = None
    if uji is not None:
        butuh = standar.menurut(p.jabatan_id, p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
        fit = kesesuaian(butuh, dict(uji.nilai)) if butuh else None
        fit = uji.kesesuaian if fit is None else fit
    if fit is not None and (fit >= a.ambang or a.uji_menentukan):
        return Butir("kompeten", 0, MEMENUHI if fit >= a.ambang else TIDAK, (), ["uji", str(fit)])
    keadaan, ids, kurang = syarat_jabatan(p, a)
    if fit is not None and keadaan != MEMENUHI:
        return Butir("kompeten", 0, TIDAK, ids, ["uji", str(fit)])
    return Butir("kompeten", 0, keadaan, ids, ["syarat", kurang])


def syarat_jabatan(p, a):
    """(state, ids, what is missing) of the conditions of the post: education and training; an unknown one never gives yes."""
    if p.jenis_jabatan is None:
        return BELUM, (), "jabatan"
    didik, kurang_didik = _pendidikan(p, a)
    if p.jenis_jabatan == "pelaksana":
        return didik, (), kurang_didik
    ukur = bc.pimpinan if p.jenis_jabatan == "struktural" else bc.fungsional
    d = ukur(p, a.dasar, 0)
    # Not a single record of the kind is "not known", as section 6 of the spec tells missing data from not met.
    kurang = [k for k in (kurang_didik, "" if d.keadaan == MEMENUHI else "diklat") if k]
    keadaan = {didik, d.keadaan}
    if keadaan == {MEMENUHI}:
        return MEMENUHI, d.ids, ""
    if TIDAK in keadaan:
        return TIDAK, d.ids, ",".join(kurang)
    return (PERIKSA if PERIKSA in keadaan else BELUM), d.ids, ",".join(kurang)


def _pendidikan(p, a):
    skor, perlu = a.dasar.pendidikan.get(p.pendidikan), PENDIDIKAN_JABATAN.get(golongan_jabatan(p))
    if p.pendidikan is None:
        return BELUM, "pendidikan"
    if skor is None or perlu is None:
        return PERIKSA, "pendidikan"
    return (MEMENUHI, "") if skor >= a.dasar.pendidikan[perlu[0]] else (TIDAK, "pendidikan")


def golongan_jabatan(p):
    """Key of ``PENDIDIKAN_JABATAN`` of a post, "" when unknown."""
    if p.jenis_jabatan == "struktural":
        return p.kelompok_jabatan or ""
    if p.jenis_jabatan == "fungsional":
        return "keahlian" if (p.jenjang or "").startswith("ahli") else "keterampilan" if p.jenjang else ""
    return p.jenis_jabatan or ""


def kinerja(daftar, a):
    """The value 0..100 of the year asked for: the number up to 2020, since then by predikat (asumsi); a Butir [year, what]."""
    k = bc.kinerja_dipakai(daftar, a.dasar)
    if k is None:
        return None, Butir("kj", 0, BELUM, ())
    if k.tahun <= 2020 and k.nilai is not None:
        return min(Decimal(100), k.nilai), Butir("kj", 0, MEMENUHI, (k.id,), [k.tahun, str(k.nilai)])
    nilai = a.predikat.get(k.predikat)
    return nilai, Butir("kj", 0, PERIKSA if nilai is None else MEMENUHI, (k.id,), [k.tahun, k.predikat])


def pelanggaran(p, a):
    """({tingkat: penalties} in the window, ids): final ones by their TMT."""
    jumlah, ids = dict.fromkeys(TINGKAT, 0), []
    for h in p.hukuman:
        if h.kode not in a.dasar.bukan_hukuman and a.disiplin_sejak <= h.tmt <= a.dasar.akhir and h.tingkat in jumlah:
            jumlah[h.tingkat] += 1
            ids.append(h.id)
    return jumlah, tuple(ids)
