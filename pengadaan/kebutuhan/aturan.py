"""Aturan analisis beban kerja: ABK-1 … ABK-5. Pure; ids follow ``regulasi/kebutuhan-dan-pengadaan.md`` §1.2.

Law: Permen PANRB 1/2020; Permendagri 12/2008 (the older effective hours); Perka BKN 19/2011 (efektivitas). Minutes and
people a year; amounts are Decimal, rounded half up.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from layanan.katalog import TIDAK, Dasar, Konteks, Syarat, perlu_diperiksa, tidak, ya

TUGAS, RASIO = "tugas", "rasio"
# ABK-4: the lowest EJ of each letter; A lies strictly above its bound.
HURUF = ((Decimal("0.90"), "B"), (Decimal("0.70"), "C"), (Decimal("0.50"), "D"))
ARTI = {"A": "sangat tinggi, beban melebihi orangnya", "B": "baik", "C": "cukup", "D": "kurang", "E": "sangat kurang"}


class Ukuran(NamedTuple):
    """One input of a ratio: its key, its name, and what it counts."""

    kode: str
    nama: str


class Rasio(NamedTuple):
    """A ratio of a sector: people = product of ``pembilang`` divided by ``pembagi``."""

    nama: str
    pembilang: tuple[Ukuran, ...]
    pembagi: Ukuran


# ABK-5: what teachers and health workers are counted by. Amounts are data of each analysis; law of the sector decides them.
JENIS_RASIO = {
    "jam_tatap_muka": Rasio(
        "Jam tatap muka (guru mata pelajaran)",
        (Ukuran("rombel", "Rombongan belajar"), Ukuran("jam_rombel", "Jam pelajaran seminggu tiap rombongan belajar")),
        Ukuran("jam_guru", "Jam tatap muka seminggu tiap guru"),
    ),
    "rombel": Rasio(
        "Rombongan belajar (guru kelas)",
        (Ukuran("rombel", "Rombongan belajar"),),
        Ukuran("rombel_guru", "Rombongan belajar tiap guru"),
    ),
    "beban_layanan": Rasio(
        "Beban layanan (tenaga kesehatan)",
        (Ukuran("layanan", "Layanan atau pasien setahun"),),
        Ukuran("layanan_orang", "Layanan setahun tiap tenaga"),
    ),
}


class Tugas(NamedTuple):
    """One task: ``volume`` results a year, ``norma`` minutes for each; None where not known."""

    volume: Decimal | None
    norma: Decimal | None


class Abk(NamedTuple):
    """What the rules ask of one analysis.

    ``jenis``: of the jabatan; ``berasio``: a post of the sectors that have a ratio of their own; ``wke``: minutes a
    year used, ``wke_tahun``: those of the setting for its year; ``isian_rasio`` {kode: amount}; ``ada``: people in the
    post, None unknown; ``tercatat``: kebutuhan as it is stored.
    """

    tahun: int
    jenis: str
    berasio: bool
    cara: str
    tugas: tuple[Tugas, ...] = ()
    wke: int | None = None
    wke_tahun: int | None = None
    rasio: str = ""
    isian_rasio: dict = {}
    ada: int | None = None
    tercatat: int | None = None


def dua(nilai):
    """Two decimals, half up."""
    return Decimal(nilai).quantize(Decimal("0.01"), ROUND_HALF_UP)


def beban(tugas):
    """ABK-1: minutes a year, Σ volume × norm; None without tasks or while one of them is not complete."""
    if not tugas or any(t.volume is None or t.norma is None for t in tugas):
        return None
    return dua(sum((Decimal(t.volume) * Decimal(t.norma) for t in tugas), Decimal(0)))


def bulatkan(hasil, struktural=False):
    """ABK-3: below 0,5 down, from 0,5 on up; a struktural post needs exactly one."""
    return 1 if struktural else int(Decimal(hasil).quantize(Decimal(1), ROUND_HALF_UP))


def hitung(a):
    """(people with two decimals, or None; people rounded, or None) of an Abk: by its tasks or by its ratio.

    A struktural post is one seat however its work is counted (§1.3).
    """
    hasil = hasil_rasio(a.rasio, a.isian_rasio) if a.cara == RASIO else _hasil_tugas(a)
    if hasil is None:
        return None, 1 if a.jenis == "struktural" else None
    return hasil, bulatkan(hasil, a.jenis == "struktural")


def _hasil_tugas(a):
    menit = beban(a.tugas)
    return dua(menit / a.wke) if menit is not None and a.wke else None


def hasil_rasio(jenis, isian):
    """ABK-5: people by the ratio of the sector, two decimals; None while an input is missing or the divisor is nil."""
    rasio = JENIS_RASIO.get(jenis)
    if rasio is None:
        return None
    nilai = [isian.get(u.kode) for u in (*rasio.pembilang, rasio.pembagi)]
    if any(n in (None, "") for n in nilai) or not Decimal(str(nilai[-1])):
        return None
    hasil = Decimal(1)
    for n in nilai[:-1]:
        hasil *= Decimal(str(n))
    return dua(hasil / Decimal(str(nilai[-1])))


def efektivitas(hasil, ada):
    """ABK-4: (EJ, letter); EJ = workload / (people × WKE) = people needed / people there. None when nobody is there."""
    if hasil is None or not ada:
        return None
    ej = dua(Decimal(hasil) / ada)
    if ej > 1:
        return ej, "A"
    return ej, next((huruf for batas, huruf in HURUF if ej >= batas), "E")


# ── conditions ───────────────────────────────────────────────────────────────────────────────────────


def abk1(a):
    """Permen PANRB 1/2020: the workload is the sum of volume times norm time."""
    if not a.tugas:
        return tidak("Uraian tugasnya belum ada; tulis tugas, volume setahun, dan norma waktunya.")
    kurang = sum(t.volume is None or t.norma is None for t in a.tugas)
    if kurang:
        return perlu_diperiksa(f"Volume atau norma waktu {kurang} tugas belum diisi.")
    return ya(f"Beban kerja {tulis_angka(beban(a.tugas))} menit setahun dari {len(a.tugas)} tugas.")


def abk2(a):
    """Permen PANRB 1/2020: effective working time a year, 75.000 minutes (older documents: 72.000)."""
    if a.wke is None or a.wke_tahun is None:
        return perlu_diperiksa("Waktu kerja efektif setahun belum tercatat.")
    if a.wke != a.wke_tahun:
        return tidak(
            f"Waktu kerja efektif yang dipakai {tulis_angka(a.wke)} menit; tahun {a.tahun} {tulis_angka(a.wke_tahun)} menit."
        )
    return ya(f"Waktu kerja efektif {tulis_angka(a.wke)} menit setahun.")


def abk3(a):
    """ABK practice: people = workload / WKE, rounded; a struktural post exactly one."""
    hasil, orang = hitung(a)
    if orang is None:
        return perlu_diperiksa("Kebutuhan belum dapat dihitung karena bahannya belum lengkap.")
    bukti = (
        "Jabatan struktural satu kursi."
        if a.jenis == "struktural"
        else f"Hasil {tulis_angka(hasil)}, dibulatkan {orang}."
    )
    if a.tercatat is not None and a.tercatat != orang:
        return tidak(f"Kebutuhan yang tercatat {a.tercatat} orang, hasil hitungan {orang} orang.", bukti)
    return ya(f"Kebutuhan {orang} orang.", bukti)


def abk4(a):
    """Perka BKN 19/2011: D and E say that there are more people than work."""
    hasil, _ = hitung(a)
    if hasil is None or a.ada is None:
        return perlu_diperiksa("Efektivitas jabatan belum dapat dihitung.")
    if not a.ada:
        return perlu_diperiksa("Belum ada pegawai pada jabatan ini, jadi efektivitasnya tidak dapat dihitung.")
    ej, huruf = efektivitas(hasil, a.ada)
    kalimat = f"Efektivitas {tulis_angka(ej)} ({huruf}, {ARTI[huruf]}) dengan {a.ada} pegawai."
    return tidak(kalimat) if huruf in "DE" else ya(kalimat)


def abk5(a):
    """Sectoral rules: teachers and health workers are counted by their own ratio."""
    if a.cara != RASIO:
        return tidak("Guru dan tenaga kesehatan dihitung dengan rasio sektornya, bukan dengan uraian tugas.")
    hasil = hasil_rasio(a.rasio, a.isian_rasio)
    if hasil is None:
        return perlu_diperiksa("Bahan rasionya belum lengkap.")
    return ya(f"{JENIS_RASIO[a.rasio].nama}: {tulis_angka(hasil)} orang.")


PANRB = Dasar("PermenPANRB 1/2020")


def _syarat(kode, uraian, dasar, keyakinan, aturan, *lain):
    return Syarat(kode, uraian, dasar, lambda k: aturan(k.lain["abk"]), keyakinan, dasar_lain=lain)


SYARAT = (
    _syarat("ABK-1", "Beban kerja dihitung dari volume setahun kali norma waktu", PANRB, "pasti", abk1),
    _syarat(
        "ABK-2", "Waktu kerja efektif menurut ketentuan tahunnya", PANRB, "pasti", abk2, Dasar("Permendagri 12/2008")
    ),
    _syarat("ABK-3", "Kebutuhan ialah beban kerja dibagi waktu kerja efektif", PANRB, "sebagian", abk3),
    _syarat("ABK-4", "Efektivitas jabatan tidak kurang", Dasar("Perka BKN 19/2011"), "sebagian", abk4),
    _syarat("ABK-5", "Guru dan tenaga kesehatan memakai rasio sektornya", PANRB, "sebagian", abk5),
)
LUNAK = ("ABK-4",)  # tells, does not bar


def berlaku(kode, a):
    """Is this rule asked of the analysis? ABK-1 and ABK-2 of tasks, ABK-5 of the sectors with a ratio."""
    if kode in ("ABK-1", "ABK-2"):
        return a.cara == TUGAS
    return kode != "ABK-5" or a.berasio


def periksa(a):
    """[(Syarat, Hasil)] of the rules that are asked of this Abk."""
    k = Konteks(None, {}, None, None, {"abk": a})
    return [(s, s.periksa(k)) for s in SYARAT if berlaku(s.kode, a)]


def halangan(hasil):
    """What bars sending an analysis on: every rule that says no, the soft ones aside."""
    return [(s, h) for s, h in hasil if h.jawaban == TIDAK and s.kode not in LUNAK]


def tulis_angka(nilai):
    """``75.000`` or ``1.234,5``: an amount as people write it, without trailing zeros."""
    teks = f"{Decimal(nilai):,.2f}".rstrip("0").rstrip(".")
    return teks.replace(",", "#").replace(".", ",").replace("#", ".")
