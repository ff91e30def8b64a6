"""Hitungan pensiun, tabungan hari tua, dan asuransi kematian seorang PNS (regulasi pensiun.md §2-§4 dan §7). Pure.

Law: UU 11/1969 Ps. 6, 9, 11, 16, 17 (masa kerja, hak, pensiun pokok, janda/duda, tewas); PP 11/2017 Ps. 238-242, 305;
PMK 128/2016 jo. PMK 23/2023 (THT, asuransi kematian). Every figure is a dated setting (``pensiun_*``, ``tht_rumus``,
``asuransi_kematian``) or a cell of the pay table. Amounts are rupiah, service is months, percentages are ``Fraction``.

The amounts are those of UU 11/1969 ("lajur 2"). What is paid is read from the annexes of PP 8/2024 ("lajur 3"), which
the setting ``pensiun_lampiran_pp8`` holds once somebody has loaded them; until then each figure says that it stands
before them. Rounding to the nearest rupiah is ours (asumsi). ``manfaat.py`` puts these together for a person.
"""

from datetime import date
from fractions import Fraction
from math import floor
from typing import NamedTuple

from kepegawaian.aturan import PPPK, bulan_antara, tambah_bulan, tulis_masa, tulis_rupiah, usia_tahun
from layanan.katalog import perlu_diperiksa, tidak, ya

BUP, APS, PERAMPINGAN = "BUP", "APS", "PERAMPINGAN"
CACAT_DINAS, CACAT = "TIDAK_CAKAP_DINAS", "TIDAK_CAKAP"
MENINGGAL, TEWAS = "MD", "TEWAS"
# Kinds whose pension goes to the family, and those dismissed with dishonour.
KELUARGA = (MENINGGAL, TEWAS)
TANPA_HAK = ("PTDH_JABATAN", "PTDH_BERENCANA", "PTDH_PANCASILA", "PTDH_PARPOL")
# No least age or service is asked of these; those of every other kind stand in the table JenisPemberhentian.
TANPA_SYARAT = (CACAT_DINAS, MENINGGAL, TEWAS, "HILANG")
BERSYARAT = "syarat"  # JenisPemberhentian.hak: the right rests on age and service
TERENDAH = "I/a"  # row 0 of this column is the lowest gaji pokok of a PNS
PEN4 = "Diberhentikan dengan hormat tanpa hak pensiun; hak THT tetap."
# Where the law of a kind stands (data/jenis_pemberhentian.csv of the regulation).
DASAR_HAK = {
    BUP: "PP 11/2017 Ps. 239, 305",
    APS: "UU 11/1969 Ps. 9; PP 11/2017 Ps. 238, 305",
    PERAMPINGAN: "PP 11/2017 Ps. 241, 305",
    CACAT_DINAS: "UU 11/1969 Ps. 9 ayat (1) huruf b; PP 11/2017 Ps. 242",
    CACAT: "UU 11/1969 Ps. 9 ayat (1) huruf c; PP 11/2017 Ps. 242",
    MENINGGAL: "UU 11/1969 Ps. 16-17; PP 11/2017 Ps. 243",
    TEWAS: "UU 11/1969 Ps. 17; PP 70/2015",
}


class Pokok(NamedTuple):
    """A pensiun pokok: ``rupiah`` to be paid, ``persen`` (Fraction) of the base, ``hitung`` before the floor ``minimum``.

    ``lajur3``: True when it was read from the annex of PP 8/2024; False: the estimate before it.
    """

    rupiah: int
    persen: Fraction
    hitung: int
    minimum: int
    lajur3: bool = False

    @property
    def di_lantai(self):
        """True when the lowest gaji pokok holds instead of the percentage."""
        return self.hitung < self.minimum


class Keluarga(NamedTuple):
    """The share of the family: ``jumlah`` a month in all, ``bagian`` of each receiver, and how it came about."""

    jumlah: int
    bagian: tuple[int, ...]
    persen: Fraction
    hitung: int
    minimum: int
    lajur3: bool = False

    @property
    def di_lantai(self):
        """True when the least amount of the law holds instead of the percentage."""
        return self.hitung < self.minimum


class Tht(NamedTuple):
    """Tabungan hari tua: rupiah at once, with the months of iuran and the two parts of the formula."""

    rupiah: int
    mi1: int
    mi2: int
    bagian1: int
    bagian2: int


def bulat(nilai):
    """A rupiah amount from an exact number, half a rupiah upward (asumsi)."""
    return floor(Fraction(nilai) + Fraction(1, 2))


def pecahan(nilai):
    """A setting (2.5, "4.75") as an exact Fraction."""
    return Fraction(str(nilai))


def tulis_persen(nilai):
    """``73,125%``; at most four decimals."""
    teks = f"{float(nilai):.4f}".rstrip("0").rstrip(".")
    return teks.replace(".", ",") + "%"


# ── masa kerja pensiun ───────────────────────────────────────────────────────────────────────────────


def mkp(tmt_cpns, tmt_pensiun, pmk_bulan=0, cltn_bulan=0):
    """UU 11/1969 Ps. 6 (sebagian): masa kerja pensiun in months; a part of a month counts as a whole one.

    PMK is added, CLTN taken out. The cuts of masa kerja golongan at a KP (PP 99/2000) do not apply here.
    """
    bulan = bulan_antara(tmt_cpns, tmt_pensiun)
    if tambah_bulan(tmt_cpns, bulan) < tmt_pensiun:
        bulan += 1
    return max(0, bulan + pmk_bulan - cltn_bulan)


def mkp_profil(profil, tanggal):
    """Masa kerja pensiun of a Profil on the day of the pension, or None when TMT CPNS is not recorded."""
    return (
        None
        if profil.tmt_cpns is None
        else mkp(profil.tmt_cpns, tanggal, profil.pmk_bulan or 0, profil.cltn_bulan or 0)
    )


# ── who has a right ──────────────────────────────────────────────────────────────────────────────────


def syarat_hak(jenis, acuan, tanggal):
    """{"usia", "mkp", "pns"} in years that the table JenisPemberhentian asks of a kind; an empty one asks nothing.

    APS: the settings ``aps_usia_min`` and ``aps_mkp_min`` (PP 11/2017 writes 45/20, BKN keeps 50/20).
    """
    entri = acuan.pemberhentian(jenis, tanggal)
    if entri is None or entri.nilai.hak != BERSYARAT:
        return {}
    if jenis == APS:
        return {"usia": acuan.setelan("aps_usia_min", tanggal), "mkp": acuan.setelan("aps_mkp_min", tanggal)}
    j = entri.nilai
    return {k: n for k, n in (("usia", j.usia_min), ("mkp", j.mkp_min), ("pns", j.pns_min)) if n}


def hak_pensiun(jenis, profil, tanggal, acuan):
    """UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: does a PNS who ends his service this way on ``tanggal`` have a pension?

    A ``katalog.Hasil``; the sentences are PEN-1, PEN-2 and PEN-4 of the regulation file.
    """
    if profil.status in PPPK:
        return tidak("Hitungan ini bagi PNS; hari tua PPPK diatur tersendiri.", profil.status)
    if profil.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if jenis in TANPA_HAK:
        return tidak("Diberhentikan tidak dengan hormat; tidak ada hak pensiun.")
    masa = mkp_profil(profil, tanggal)
    minta = syarat_hak(jenis, acuan, tanggal)
    if not minta and jenis not in TANPA_SYARAT:
        return perlu_diperiksa("Syarat hak pensiun jenis pemberhentian ini tidak dimuat di portal.", jenis)
    if minta.get("usia") and profil.tanggal_lahir is None:
        return perlu_diperiksa("Tanggal lahir belum tercatat.")
    if masa is None and (minta.get("mkp") or minta.get("pns")):
        return perlu_diperiksa("TMT CPNS belum tercatat; masa kerja pensiun belum dapat dihitung.")
    return _ukur(jenis, profil, tanggal, masa, minta)


def _ukur(jenis, profil, tanggal, masa, minta):
    bukti = () if masa is None else (f"masa kerja pensiun {tulis_masa(masa)}",)
    if batas := minta.get("usia"):
        usia = usia_tahun(profil.tanggal_lahir, tanggal)
        bukti = (*bukti, f"usia {usia} tahun")
        if usia < batas and jenis == APS:
            return tidak(f"Usia {usia}; syarat minimal {batas} tahun untuk pensiun atas permintaan sendiri.", *bukti)
        if usia < batas and jenis == PERAMPINGAN:
            return tidak(f"Usia {usia}; di bawah {batas} tahun menerima uang tunggu paling lama 5 tahun.", *bukti)
        if usia < batas:
            return tidak(f"Usia {usia}; syarat minimal {batas} tahun. {PEN4}", *bukti)
    if (batas := minta.get("mkp")) and masa < 12 * batas:
        akhir = "" if jenis == APS else f" {PEN4}"
        return tidak(f"Masa kerja pensiun {tulis_masa(masa)}; syarat minimal {batas} tahun.{akhir}", *bukti)
    if batas := minta.get("pns"):
        nyata = max(0, bulan_antara(profil.tmt_cpns, tanggal) - (profil.cltn_bulan or 0))
        if nyata < 12 * batas:
            return tidak(f"Bekerja sebagai PNS {tulis_masa(nyata)}; syarat minimal {batas} tahun. {PEN4}", *bukti)
    return ya("Memenuhi syarat hak pensiun.", *bukti)


# ── pensiun pokok ────────────────────────────────────────────────────────────────────────────────────


def gaji_terendah(acuan, tanggal):
    """PP 5/2024 lampiran: the lowest gaji pokok of a PNS on a day (I/a, 0 years), or None without a table."""
    sel = acuan.gaji(TERENDAH, 0, tanggal)
    return sel.gaji if sel else None


def persen_pokok(masa, acuan, tanggal, *, cacat_dinas=False):
    """UU 11/1969 Ps. 11 ayat (1): 2.5 percent a year of service, at most 75; 75 flat when unfit through the service.

    The floor of 40 percent is what BKN publishes (sebagian).
    """
    if cacat_dinas:
        return pecahan(acuan.setelan("pensiun_persen_cacat_dinas", tanggal))
    per_tahun = pecahan(acuan.setelan("pensiun_persen_per_tahun", tanggal))
    terkecil, terbesar = (pecahan(acuan.setelan(f"pensiun_persen_{x}", tanggal)) for x in ("min", "maks"))
    return min(terbesar, max(terkecil, per_tahun * masa / 12))


def pensiun_pokok(dasar, masa, acuan, tanggal, *, cacat_dinas=False, golongan="", terendah=None):
    """UU 11/1969 Ps. 11: the Pokok of a PNS himself from his last gaji pokok and his service in months.

    ``golongan``: to find his row in the annexes of PP 8/2024 when they are loaded. ``terendah``: another lowest pay.
    """
    persen = persen_pokok(masa, acuan, tanggal, cacat_dinas=cacat_dinas)
    hitung = bulat(persen * dasar / 100)
    lantai = gaji_terendah(acuan, tanggal) if terendah is None else terendah
    lajur2 = max(hitung, lantai or 0)
    lajur3 = lajur_tiga(acuan, tanggal, "I", golongan, lajur2)
    return Pokok(lajur2 if lajur3 is None else lajur3, persen, hitung, lantai or 0, lajur3 is not None)


def lajur_tiga(acuan, tanggal, lampiran, golongan, lajur2):
    """PP 8/2024: what the annex ("I" own, "II" janda/duda, "III" tewas) pays for the computed amount, or None."""
    tabel = acuan.setelan("pensiun_lampiran_pp8", tanggal)
    return tabel.get(lampiran, {}).get(golongan or "", {}).get(str(lajur2))


# ── family of one who has died ───────────────────────────────────────────────────────────────────────


def pensiun_keluarga(dasar, acuan, tanggal, *, tewas=False, penerima=1, golongan="", terendah=None):
    """UU 11/1969 Ps. 17: janda, duda, or children without a parent: 36 percent of the base, of a tewas 72 percent.

    At least 75 percent of the lowest gaji pokok, of a tewas the whole of it; that floor is for the sum, which several
    share equally. Raises ValueError without a receiver.
    """
    if penerima < 1:
        raise ValueError("Pensiun janda/duda memerlukan paling sedikit satu penerima.")
    persen = pecahan(acuan.setelan("pensiun_tewas_persen" if tewas else "pensiun_janda_persen", tanggal))
    lantai = gaji_terendah(acuan, tanggal) if terendah is None else terendah
    lantai_persen = pecahan(100 if tewas else acuan.setelan("pensiun_janda_min_persen", tanggal))
    minimum = bulat(lantai_persen * (lantai or 0) / 100)
    hitung = bulat(persen * dasar / 100)
    lajur2 = max(hitung, minimum)
    lajur3 = lajur_tiga(acuan, tanggal, "III" if tewas else "II", golongan, lajur2)
    jumlah = lajur2 if lajur3 is None else lajur3
    bagian = (bulat(Fraction(jumlah, penerima)),) * penerima
    return Keluarga(jumlah, bagian, persen, hitung, minimum, lajur3 is not None)


def pensiun_orang_tua(dasar, acuan, tanggal, *, penerima=1):
    """UU 11/1969 (sebagian): parents of a tewas PNS without spouse and children: 20 percent of the 72 percent."""
    if penerima < 1:
        raise ValueError("Pensiun orang tua memerlukan paling sedikit satu penerima.")
    bagian = pecahan(acuan.setelan("pensiun_orang_tua_persen", tanggal))
    persen = bagian * pecahan(acuan.setelan("pensiun_tewas_persen", tanggal)) / 100
    jumlah = bulat(persen * dasar / 100)
    return Keluarga(jumlah, (bulat(Fraction(jumlah, penerima)),) * penerima, persen, jumlah, 0)


def anak_berhak(anak, acuan, tanggal):
    """UU 11/1969 Ps. 16-17 (sebagian): may a child (a Tanggungan) receive the pension of one who died? True, False, None.

    Below the age of the setting ``pensiun_anak_usia_maks``, unmarried and without income; None while a fact is missing.
    The estimate, the rule BHT-03 and the decree ask this one function.
    """
    if anak.kawin or anak.berpenghasilan:
        return False
    if anak.tanggal_lahir is None:
        return None
    if usia_tahun(anak.tanggal_lahir, tanggal) >= acuan.setelan("pensiun_anak_usia_maks", tanggal):
        return False
    return None if anak.kawin is None or anak.berpenghasilan is None else True


# ── on top ───────────────────────────────────────────────────────────────────────────────────────────


def tunjangan_keluarga(pokok, acuan, tanggal, *, pasangan=0, anak=0):
    """Allowances on a pension: (spouse, children, rice) in rupiah a month (sebagian): 10 percent, 2 percent a child, two at most.

    The rates of the pay list hold (settings ``tunjangan_*``, ``anak_maks``, ``beras_*``).
    """
    anak = min(anak, acuan.setelan("anak_maks", tanggal))
    pasangan = min(pasangan, 1)
    suami_istri = bulat(pecahan(acuan.setelan("tunjangan_pasangan_persen", tanggal)) * pokok * pasangan / 100)
    anak_anak = bulat(pecahan(acuan.setelan("tunjangan_anak_persen", tanggal)) * pokok * anak / 100)
    jiwa = min(1 + pasangan + anak, acuan.setelan("beras_jiwa_maks", tanggal))
    return suami_istri, anak_anak, jiwa * acuan.setelan("beras_per_jiwa", tanggal)


# ── tabungan hari tua, asuransi kematian ─────────────────────────────────────────────────────────────


def tht(tmt_cpns, tanggal, p1, p2, acuan):
    """PMK 128/2016 jo. PMK 23/2023 (sebagian): 0.60 x MI1 x P1 + 0.60 x MI2 x (P2 - P1); an estimate, Taspen decides.

    P1 and P2: gaji pokok with tunjangan keluarga of the last month by the tables of PP 6/1997 and PP 30/2015 (not
    today's), which the portal does not have: they are typed. MI in years, of whole months (asumsi). ValueError when
    P2 lies below P1.
    """
    if p2 < p1:
        raise ValueError("P2 (tabel PP 30/2015) tidak mungkin lebih kecil daripada P1 (tabel PP 6/1997).")
    rumus = acuan.setelan("tht_rumus", tanggal)
    faktor = pecahan(rumus["faktor"])
    mi1, mi2 = (
        max(0, bulan_antara(max(tmt_cpns, date.fromisoformat(rumus[x])), tanggal)) for x in ("mi1_sejak", "mi2_sejak")
    )
    bagian1, bagian2 = bulat(faktor * mi1 / 12 * p1), bulat(faktor * mi2 / 12 * (p2 - p1))
    return Tht(bagian1 + bagian2, mi1, mi2, bagian1, bagian2)


def tulis_tht(hasil, p1, p2, faktor):
    """The formula of a Tht with its figures."""
    return (
        f"{faktor} x {tulis_masa(hasil.mi1)} x {tulis_rupiah(p1)} + {faktor} x {tulis_masa(hasil.mi2)} x "
        f"({tulis_rupiah(p2)} - {tulis_rupiah(p1)}) = {tulis_rupiah(hasil.bagian1)} + {tulis_rupiah(hasil.bagian2)}"
    )


def asuransi_kematian(acuan, tanggal):
    """PMK 23/2023: {"peserta", "pasangan", "anak"} in rupiah at once, or None before the amounts are in force."""
    try:
        return acuan.setelan("asuransi_kematian", tanggal)
    except KeyError:
        return None
