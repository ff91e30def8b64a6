"""Manfaat JKK dan JKM sampai rupiah, tiap baris dengan rumusnya. Pure: no Django, no clock.

Law: PP 70/2015 jo. PP 66/2017; PerBKN 4/2020 Ps. 19. Every figure is a dated setting (jkk_*, jkm_*). The percentages of the
annex of PP 70/2015 (per part of the body) are not in our tables: they are entered from the finding of the doctor.
Amounts are whole rupiah, a fraction is rounded to the nearest.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import bulan_antara, gaji_dibayar, tambah_bulan, tulis_rupiah, tulis_tanggal
from layanan.katalog import PERIKSA, TIDAK, YA

PP70, PBKN4 = "PP 70/2015 jo. PP 66/2017", "PerBKN 4/2020 Pasal 19"
ANATOMIS, FUNGSI, TOTAL, TEWAS = "cacat_anatomis", "cacat_fungsi", "cacat_total", "tewas"
KEADAAN = {
    "luka": "Luka atau sakit, sembuh",
    ANATOMIS: "Cacat sebagian anatomis",
    FUNGSI: "Cacat sebagian fungsi",
    TOTAL: "Cacat total tetap",
    TEWAS: "Tewas",
}
JALAN = {"darat": "darat, sungai, atau danau", "laut": "laut", "udara": "udara"}
JENJANG = {"sd": "SD", "smp": "SMP", "sma": "SMA", "kuliah": "perguruan tinggi"}


class Baris(NamedTuple):
    """One benefit: what it is, its formula with the figures, rupiah, the law, and how sure that law is."""

    uraian: str
    rumus: str
    rupiah: int
    dasar: str = PP70
    keyakinan: str = "pasti"


def jumlah(baris):
    """Rupiah of all lines."""
    return sum(b.rupiah for b in baris)


def bulat(nilai):
    """Whole rupiah, half up."""
    return int(Decimal(nilai).quantize(Decimal(1), ROUND_HALF_UP))


def gaji_terakhir(profil, acuan, tanggal):
    """PP 70/2015 (sebagian; setelan klaim_gaji_terakhir): (rupiah, how it was found) on the day of the event; None unknown.

    ``pokok``: gaji pokok alone (a CPNS what he is paid); ``pokok_keluarga``: with the allowances for spouse and children.
    """
    pokok = gaji_dibayar(profil.status, profil.gaji_pokok, acuan, tanggal)
    if profil.upah and pokok is None:
        pokok = profil.upah
    if pokok is None:
        return None, "gaji pokok belum diketahui"
    if acuan.setelan("klaim_gaji_terakhir", tanggal) == "pokok":
        return pokok, f"gaji pokok {tulis_rupiah(pokok)}"
    pasangan = bool(profil.pasangan_tertanggung) * acuan.setelan("tunjangan_pasangan_persen", tanggal)
    anak = min(profil.anak_tertanggung or 0, acuan.setelan("anak_maks", tanggal))
    persen = pasangan + anak * acuan.setelan("tunjangan_anak_persen", tanggal)
    nilai = bulat(Decimal(pokok) * (100 + persen) / 100)
    return nilai, f"gaji pokok {tulis_rupiah(pokok)} dan tunjangan keluarga {persen}%"


# ── JKM ──────────────────────────────────────────────────────────────────────────────────────────────


def jkm(gaji, masa_bulan, anak, acuan, tanggal):
    """PP 70/2015 jo. PP 66/2017: benefits when a participant dies, not from work.

    ``gaji``: rupiah of the last pay; ``masa_bulan``: months as participant; ``anak``: children in school chosen for the
    scholarship (at most as many as the setting allows count, none before the years of the setting).
    """
    kali, satu = acuan.setelan("jkm_uang_duka_kali", tanggal), acuan.setelan("jkm_beasiswa", tanggal)
    cukup = masa_bulan >= 12 * acuan.setelan("jkm_beasiswa_masa_tahun", tanggal)
    dapat = min(anak, acuan.setelan("jkm_beasiswa_anak_maks", tanggal)) if cukup else 0
    baris = [
        Baris("Santunan sekaligus", "jumlah tetap", acuan.setelan("jkm_santunan", tanggal)),
        Baris("Uang duka wafat", f"{kali} × {tulis_rupiah(gaji)}", kali * gaji),
        Baris("Biaya pemakaman", "jumlah tetap", acuan.setelan("jkm_pemakaman", tanggal)),
    ]
    if dapat:
        baris.append(Baris("Bantuan beasiswa", f"{dapat} anak × {tulis_rupiah(satu)}", dapat * satu))
    return baris


def anak_beasiswa(tanggungan, acuan, tanggal):
    """PP 70/2015: [(Tanggungan, answer, sentence)] of each child: at most 25 years old, in school, unmarried, not working.

    The 25th birthday still counts. What nobody has recorded is asked of a person, never taken for granted (T-18).
    """
    usia, hasil = acuan.setelan("beasiswa_usia_maks", tanggal), []
    for t in tanggungan:
        if t.hubungan != "anak":
            continue
        if t.tanggal_lahir is None:
            jawab = PERIKSA, "Tanggal lahir anak belum tercatat."
        elif tanggal > tambah_bulan(t.tanggal_lahir, 12 * usia):
            jawab = TIDAK, f"Berusia lebih dari {usia} tahun."
        elif t.kawin:
            jawab = TIDAK, "Sudah kawin."
        elif t.berpenghasilan:
            jawab = TIDAK, "Sudah bekerja."
        elif t.sekolah_sampai is None or t.sekolah_sampai < tanggal:
            jawab = PERIKSA, "Surat keterangan sekolah belum tercatat atau sudah lewat."
        elif t.kawin is None or t.berpenghasilan is None:
            jawab = PERIKSA, "Belum dicatat apakah sudah kawin atau bekerja."
        else:
            jawab = YA, f"Bersekolah sampai {tulis_tanggal(t.sekolah_sampai)}."
        hasil.append((t, *jawab))
    return hasil


# ── JKK ──────────────────────────────────────────────────────────────────────────────────────────────


def jkk(gaji, keadaan, biaya, acuan, tanggal, *, persen_tabel=None, persen_fungsi=None, jenjang=""):
    """PP 70/2015 jo. PP 66/2017; PerBKN 4/2020: benefits after an accident at work.

    ``biaya``: {perawatan, darat, laut, udara, gigi: rupiah paid}; ``persen_tabel``: percentage of the part of the body,
    ``persen_fungsi``: percentage of function lost; ``jenjang``: school of the one child of a dead participant, or "".
    """
    baris = []
    if biaya.get("perawatan"):
        baris.append(Baris("Perawatan sampai sembuh", "sesuai biaya", int(biaya["perawatan"])))
    baris += pengangkutan(biaya, acuan, tanggal)
    if biaya.get("gigi"):
        batas = acuan.setelan("jkk_gigi_tiruan", tanggal)
        rumus = f"biaya {tulis_rupiah(biaya['gigi'])}, paling tinggi {tulis_rupiah(batas)}"
        baris.append(Baris("Rehabilitasi gigi tiruan", rumus, min(int(biaya["gigi"]), batas), keyakinan="sebagian"))
    if keadaan in (ANATOMIS, FUNGSI):
        baris.append(cacat_sebagian(gaji, persen_tabel, persen_fungsi if keadaan == FUNGSI else None, acuan, tanggal))
    elif keadaan == TOTAL:
        baris += cacat_total(gaji, acuan, tanggal)
    elif keadaan == TEWAS:
        baris += tewas(gaji, jenjang, acuan, tanggal)
    return baris


def pengangkutan(biaya, acuan, tanggal):
    """PP 66/2017 (sebagian): each way up to its limit; several ways are added."""
    for jalan, batas in acuan.setelan("jkk_angkut", tanggal).items():
        if biaya.get(jalan):
            rumus = f"biaya {tulis_rupiah(biaya[jalan])}, paling tinggi {tulis_rupiah(batas)}"
            yield Baris(
                f"Pengangkutan {JALAN.get(jalan, jalan)}", rumus, min(int(biaya[jalan]), batas), keyakinan="sebagian"
            )


def cacat_sebagian(gaji, persen_tabel, persen_fungsi, acuan, tanggal):
    """PP 66/2017: % tabel × 80 × gaji terakhir; of lost function also × its percentage."""
    faktor, tabel = acuan.setelan("jkk_faktor_gaji", tanggal), Decimal(str(persen_tabel or 0))
    nilai, rumus = tabel / 100 * faktor * gaji, f"{_persen(tabel)} × {faktor} × {tulis_rupiah(gaji)}"
    if persen_fungsi in (None, ""):
        return Baris("Santunan cacat sebagian anatomis", rumus, bulat(nilai))
    turun = Decimal(str(persen_fungsi or 0))
    return Baris("Santunan cacat sebagian fungsi", f"{_persen(turun)} × {rumus}", bulat(nilai * turun / 100))


def cacat_total(gaji, acuan, tanggal):
    """PerBKN 4/2020 Ps. 19: 70% × 80 × gaji terakhir at once, and 250.000 a month for 24 months."""
    faktor, persen = acuan.setelan("jkk_faktor_gaji", tanggal), acuan.setelan("jkk_cacat_total_persen", tanggal)
    berkala = acuan.setelan("jkk_cacat_berkala", tanggal)
    rumus = f"{persen}% × {faktor} × {tulis_rupiah(gaji)}"
    yield Baris("Santunan cacat total tetap", rumus, bulat(Decimal(persen * faktor * gaji) / 100), PBKN4)
    rumus = f"{tulis_rupiah(berkala['rupiah'])} × {berkala['bulan']} bulan"
    yield Baris("Santunan berkala cacat total tetap", rumus, berkala["rupiah"] * berkala["bulan"], PBKN4)


def tewas(gaji, jenjang, acuan, tanggal):
    """PP 66/2017: 60% × 80 × gaji terakhir, uang duka 6 × gaji, pemakaman, beasiswa for one child by its school."""
    faktor, persen = acuan.setelan("jkk_faktor_gaji", tanggal), acuan.setelan("jkk_tewas_persen", tanggal)
    kali = acuan.setelan("jkk_duka_tewas_kali", tanggal)
    rumus = f"{persen}% × {faktor} × {tulis_rupiah(gaji)}"
    yield Baris("Santunan kematian kerja", rumus, bulat(Decimal(persen * faktor * gaji) / 100))
    yield Baris("Uang duka tewas", f"{kali} × {tulis_rupiah(gaji)}", kali * gaji)
    yield Baris("Biaya pemakaman", "jumlah tetap", acuan.setelan("jkk_pemakaman", tanggal))
    beasiswa = acuan.setelan("jkk_beasiswa", tanggal)
    if jenjang in beasiswa:
        yield Baris(
            "Bantuan beasiswa", f"satu anak, {JENJANG.get(jenjang, jenjang)}", beasiswa[jenjang], keyakinan="sebagian"
        )


def _persen(nilai):
    return f"{nilai.normalize():f}".replace(".", ",") + "%"


# ── heirs ────────────────────────────────────────────────────────────────────────────────────────────

URUTAN = (("pasangan", "janda atau duda"), ("anak", "anak"), ("orang_tua", "orang tua"))


def ahli_waris(tanggungan):
    """PLD-3: (in words, [Tanggungan]) of the first rank of heirs alive: janda/duda, anak, orang tua; ("", []) none recorded."""
    for hubungan, kata in URUTAN:
        if orang := [t for t in tanggungan if t.hubungan == hubungan]:
            return kata, orang
    return "", []


def masa_peserta(profil, tanggal):
    """Months as participant: from the first appointment to the day."""
    return bulan_antara(profil.tmt_cpns, tanggal) if profil.tmt_cpns else 0
