"""Aturan disiplin PNS. Pure: no Django, no clock; dates and the Acuan are arguments.

Law: PP 94/2021; PerBKN 6/2022; PP 79/2021 (upaya administratif); readings T-01 to T-08. Tables: ``tabel.py``. The
conditions DIS-1 to DIS-7 stand in ``syarat.py``. Read next: ``layanan/hukuman_disiplin.py``.
"""

from datetime import date, timedelta

from disiplin.tabel import (
    BERAT,
    JENJANG,
    RINGAN,
    SEDANG,
    berlaku,
    jenis_hukuman,
    kewenangan,
    norma_kode,
)
from kepegawaian.aturan import tambah_bulan
from kepegawaian.aturan_kehadiran import BERUNTUN, ambang, hari_beruntun

DAMPAK = {"unit": RINGAN, "instansi": SEDANG, "negara": BERAT}
TRANSISI = {"S1": "S1T", "S2": "S2T", "S3": "S3T"}
BANDING = ("B3", "B3C")
# PP 79/2021 Ps. 4, 5, 10, 11, 13-16 (T-08), working days: to file, to decide or answer, and for BPASN to decide.
AJUKAN_HARI, PUTUS_HARI, BANDING_HARI = 14, 21, 65


# ── which level, which kind ──────────────────────────────────────────────────────────────────────────


def tingkat(kode_norma, dampak="", sasaran="", tanggal=None):
    """PP 94/2021 Ps. 9-11: the level of a violation, or "" where the days of absence decide.

    Some norms have one level whatever happens; the others follow how far the impact reached, which is the examiner's
    finding: ``unit`` ringan, ``instansi`` sedang, ``negara`` berat. ValueError when the finding is missing.
    """
    n = norma_kode(kode_norma, sasaran)
    if n.absen:
        return ""
    if n.tetap and (not n.bila or sasaran in n.bila):
        return n.tetap
    if dampak not in DAMPAK:
        raise ValueError("Dampak pelanggaran belum ditentukan pemeriksa: unit, instansi, atau negara.")
    hasil = DAMPAK[dampak]
    return SEDANG if n.tanpa_ringan and hasil == RINGAN else hasil


def kode_absen(acuan, tanggal, hari_setahun, hari_berturut=0):
    """PP 94/2021 Ps. 9-11, 15 (before 31 August 2021 PP 53/2010); T-01: the penalty for absence, "" below the first one.

    ``tanggal``: day of the last absence, whose thresholds hold; ``hari_setahun``: days since 1 January, those already
    punished included; ``hari_berturut``: the longest run of working days, also across the year. One source for the
    figures: the settings ``kepegawaian.aturan_kehadiran`` reads, which count the presensi as well.
    """
    batas = hari_beruntun(acuan, tanggal)
    if batas is not None and hari_berturut >= batas:
        return BERUNTUN
    satu = ambang(hari_setahun, acuan, tanggal)
    return satu.kode if satu else ""


def dijatuhkan(kode, rezim):
    """PP 94/2021 Ps. 42; PerBKN 6/2022 Ps. 62: the penalty imposed for the code of the law (S1 -> S1T while transisi)."""
    if kode not in jenis_hukuman():
        raise ValueError(f"Jenis hukuman {kode!r} tidak dikenal.")
    return TRANSISI.get(kode, kode) if rezim == "transisi" else kode


def urutan(kode):
    """How heavy a penalty is, 1 to 9; older kinds of SIASN (``S:9``) have no place: None."""
    j = jenis_hukuman().get(kode)
    return j.urutan if j else None


def terberat(kode):
    """PP 94/2021 Ps. 35; T-06: of several violations one penalty, the heaviest; "" of none."""
    return max(kode, key=lambda k: urutan(k) or 0, default="")


def lebih_berat(kode):
    """PP 94/2021 Ps. 35; T-06: codes of the law heavier than the last one, lightest first; the first is the least."""
    batas = urutan(kode) or 0
    naik = [j for j in jenis_hukuman().values() if j.urutan > batas and j.kode not in (*TRANSISI.values(), "B3C")]
    return tuple(j.kode for j in sorted(naik, key=lambda j: j.urutan))


def hukuman_pejabat_lalai(kode_bawahan):
    """PP 94/2021 Ps. 24, 28: an official who lets it pass gets at least the next kind up; the top stays the top."""
    return next(iter(lebih_berat(kode_bawahan)), terberat([kode_bawahan]))


# ── who may punish ───────────────────────────────────────────────────────────────────────────────────


def sasaran(jenis_jabatan, kelompok="", jenjang=""):
    """The row of the table of authority a post belongs to; "" when the post is not known."""
    if jenis_jabatan == "fungsional":
        return "jf_utama" if jenjang == "ahli_utama" else "jf"
    if jenis_jabatan == "pelaksana":
        return "pelaksana"
    return kelompok if jenis_jabatan == "struktural" and kelompok in JENJANG else ""


def pejabat_berwenang(sasaran_, kode, tanggal):
    """PP 94/2021 Ps. 16-21: the level of office that imposes ``kode``; "" when the table has no row."""
    j = jenis_hukuman()[kode]
    for w in kewenangan():
        if (
            w.sasaran == sasaran_
            and w.tingkat == j.tingkat
            and (not w.jenis or kode in w.jenis)
            and berlaku(w, tanggal)
        ):
            return w.pejabat
    return ""


def berwenang(pejabat, sasaran_, kode, tanggal):
    """DIS-1: may an office of level ``pejabat`` impose it? The one of the table, or a higher one that stands in.

    True, False, or None when post or office is not known.
    """
    perlu = pejabat_berwenang(sasaran_, kode, tanggal) if sasaran_ and kode in jenis_hukuman() else ""
    if not perlu or pejabat not in JENJANG:
        return None
    return JENJANG.index(pejabat) >= JENJANG.index(perlu)


def pilih_pejabat(perlu, tangga):
    """PP 94/2021; K20: of the offices above a person (level, filled), nearest first, the lowest that may and is filled.

    Returns its place in ``tangga``, or None when only the Bupati is left. A vacant office gives way to the higher one.
    """
    for i, (jenjang, terisi) in enumerate(tangga):
        if terisi and jenjang in JENJANG and JENJANG.index(jenjang) >= JENJANG.index(perlu):
            return i
    return None


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────


def hari_di_antara(acuan, dari, sampai):
    """T-04: working days between two days, neither counted."""
    return max(0, acuan.selisih_hari_kerja(dari, sampai - timedelta(days=1))) if sampai > dari else 0


def panggilan_sah(acuan, dari, periksa, hari=7, makna="paling_lama"):
    """PP 94/2021 Ps. 26 ayat (2), (3); T-04: does the day of examination keep the limit of working days?

    ``makna``: ``paling_lama`` (at most ``hari`` between) or ``tenggang`` (at least). False as well on a day off.
    """
    if periksa <= dari or not acuan.hari_kerja(periksa):
        return False
    sela = hari_di_antara(acuan, dari, periksa)
    return sela <= hari if makna == "paling_lama" else sela >= hari


def hari_berlaku(diterima, acuan=None, kurangi_libur=False):
    """PP 94/2021 Ps. 38; PerBKN 6/2022 Ps. 50 ayat (1); T-03: the day a penalty comes into force.

    The first working day after fifteen full working days (Monday to Friday) from the day after ``diterima``; holidays
    are deducted only where the office says so (``kurangi_libur``), which needs the Acuan.
    """
    hari, penuh = diterima, 0
    while True:
        hari += timedelta(days=1)
        kerja = acuan.hari_kerja(hari) if kurangi_libur else hari.weekday() < 5
        if kerja and penuh == 15:
            return hari
        penuh += kerja


def akhir_hukuman(kode, tmt):
    """Last day of a penalty: ``tmt`` plus its months less a day; a ringan one begins and ends that day; None of B3."""
    j = jenis_hukuman()[kode]
    if j.bulan:
        return tambah_bulan(tmt, j.bulan) - timedelta(days=1)
    return tmt if j.tingkat == RINGAN else None


def batas_upaya(acuan, kode, *, tanggal_sk, diterima):
    """PP 79/2021 Ps. 4, 10, 11; T-08: (path, last day to file). Keberatan counts from receipt, banding from the SK."""
    jalur = jenis_hukuman()[kode].upaya
    awal = tanggal_sk if jalur == "banding" else diterima
    return jalur, acuan.tambah_hari_kerja(awal, AJUKAN_HARI)


def batas_jawaban(acuan, jalur, diajukan):
    """PP 79/2021 Ps. 5, 13, 15; T-08: {who: last day} to answer what was filed on ``diajukan``."""
    if jalur == "banding":
        return {
            "tanggapan_ppk": acuan.tambah_hari_kerja(diajukan, PUTUS_HARI),
            "putusan": acuan.tambah_hari_kerja(diajukan, BANDING_HARI),
        }
    return {"putusan": acuan.tambah_hari_kerja(diajukan, PUTUS_HARI)}


# ── one penalty beside another ───────────────────────────────────────────────────────────────────────


def pengganti(berjalan, kode, tmt):
    """T-05: (first day of the new one, last day of the running one) where one runs on ``tmt``.

    ``berjalan``: (kode, tmt, sampai). A heavier one replaces it from its own day; a lighter or equal one waits until
    it has ended. The second value is None where the running one is left as it is.
    """
    lama, mulai, sampai = berjalan
    if sampai is None or not mulai <= tmt <= sampai:
        return tmt, None
    if (urutan(kode) or 0) > (urutan(lama) or 0):
        return tmt, tmt - timedelta(days=1)
    return sampai + timedelta(days=1), None


def eselon_turun(acuan, eselon):
    """PerBKN 6/2022 lampiran (B1): the eselon one step lower by the order of the table; "" below the lowest."""
    kini = acuan.eselon(eselon)
    if kini is None:
        raise ValueError(f"Eselon {eselon!r} tidak dikenal.")
    turun = [e for e in acuan.daftar_eselon.values() if e.urutan > kini.urutan]
    return min(turun, key=lambda e: e.urutan).kode if turun else ""


def kelas_turun(kode, kelas, terendah):
    """T-07: kelas jabatan of a pelaksana punished with B1 (one lower) or B2 (the lowest of the instansi)."""
    if kode not in ("B1", "B2"):
        raise ValueError("Hanya B1 dan B2 menurunkan kelas jabatan.")
    return max(terendah, kelas - 1) if kode == "B1" else terendah


def ditahan_selama_diperiksa(slug, diperiksa):
    """DIS-8: PerBKN 3/2020 Ps. 5 ayat (6); PerBKN 2/2019 Ps. 6: is a service held back while he is examined?

    True, False, or None when it is not known whether he is examined.
    """
    if slug not in DITAHAN:
        return False
    return diperiksa


DITAHAN = ("pindah_instansi", "aps", "mpp", "izin_belajar")


def awal_bulan_depan(tanggal):
    """First of the next month: PDHTAPS ends at the end of a month; pay stopped under Ps. 15 stops from then."""
    return date(tanggal.year + tanggal.month // 12, tanggal.month % 12 + 1, 1)
