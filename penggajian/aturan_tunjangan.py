"""Aturan tunjangan yang melekat pada gaji: TUNJ-01..09. Pure.

Law: PP 7/1977 Ps. 16 and its amendments, PER-3/PB/2015, Perpres 26/2007, Perpres 12/2006, Perpres 98/2020 Ps. 4,
SE BKN 1/SE/I/2021, PP 11/2017 Ps. 316-318 with PerBKN 24/2017 (cuti besar; TUNJ-09 is a code of ours). Ids follow ``regulasi/gaji-dan-kgb.md`` section 5. Figures are dated settings; one the law does
not give (the allowance of a JF) is *belum diketahui*, never guessed.

Every rule takes a ``katalog.Konteks`` and gives a ``Komponen``. ``k.tanggal`` is a day of the pay month, the profile
is that of the day and needs the sections pangkat, gaji, jabatan, tanggungan, tinggal, cuti and kontrak. Facts of others:
``k.lain["pasangan"]``: {nip: gaji pokok or None} of spouses who are ASN; ``k.lain["plt"]``: names of the posts held
as Plt or Plh on the day; both None while nobody has looked.
"""

from datetime import timedelta
from typing import NamedTuple

from kepegawaian.aturan import PPPK, awal_bulan_berikut, tambah_bulan, tulis_rupiah, tulis_tanggal
from layanan.katalog import PERIKSA, Dasar, Syarat, perlu_diperiksa, tidak, ya
from penggajian.aturan_keluarga import (
    KALIMAT_PW,
    PW,
    Komponen,
    anak_dinilai,  # noqa: F401 - pages ask for it here
    gaji_diterima,
    nihil,
    nilai_anak,  # noqa: F401 - as above
    t01_pasangan,
    t02_anak,
    t03_beras,
    tanpa,
)


class Baris(NamedTuple):
    """A rule with its answer."""

    syarat: Syarat
    komponen: Komponen


class Perkiraan(NamedTuple):
    """The pay of a month: base line, allowances, sum of the certain figures, and what is not known."""

    pokok: Baris
    baris: tuple[Baris, ...]
    jumlah: int
    mungkin: int
    belum: tuple[str, ...]


# ── cuti besar ───────────────────────────────────────────────────────────────────────────────────────


def cuti_besar(k):
    """PP 11/2017 Ps. 316-318; PerBKN 24/2017: during cuti besar the pay is gaji pokok with the allowances for family and
    food; nothing for the post. A Hasil from its first to its last day, else None."""
    p = k.profil
    if p.cuti != "CB":
        return None
    return tidak(
        f"Cuti besar {tulis_tanggal(p.cuti_sejak)} sampai {tulis_tanggal(p.cuti_sampai)}: hanya gaji pokok, tunjangan "
        "keluarga, dan tunjangan pangan yang dibayarkan (PP 11/2017 Pasal 316-318; PerBKN 24/2017).",
        paling_cepat=p.cuti_sampai + timedelta(days=1),
    )


# ── jabatan ──────────────────────────────────────────────────────────────────────────────────────────


def mulai_tunjangan(spmt):
    """Perpres 26/2007 (sebagian): from the month after SPMT; from that month when SPMT is its first day."""
    return spmt if spmt.day == 1 else awal_bulan_berikut(spmt)


def _belum_mulai(k):
    """Hasil when the allowance of the present post has not begun on the day, or may not have; else None."""
    p = k.profil
    if p.tanggal_spmt is not None:
        mulai = mulai_tunjangan(p.tanggal_spmt)
        if k.tanggal < mulai:
            kalimat = f"Tunjangan jabatan dibayarkan mulai {tulis_tanggal(mulai)}."
            return tidak(kalimat, f"SPMT {tulis_tanggal(p.tanggal_spmt)}", paling_cepat=mulai)
        return None
    if p.tmt_jabatan is None or k.tanggal < tambah_bulan(p.tmt_jabatan, 2):
        return perlu_diperiksa("Tanggal SPMT belum tercatat; bulan mulai tunjangan belum pasti.")
    return None


def t04_struktural(k):
    """Perpres 26/2007: allowance of a structural post by eselon, of the definitive post only."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None:
        return nihil(perlu_diperiksa("Jabatan belum tercatat."))
    if p.jenis_jabatan != "struktural":
        return nihil(tidak("Bukan jabatan struktural."))
    if (cuti := cuti_besar(k)) is not None:
        return nihil(cuti)
    tabel = k.acuan.setelan("tunjangan_struktural", k.tanggal)
    nilai = tabel.get(p.eselon)
    if nilai is None:
        return Komponen(
            perlu_diperiksa(f"Besaran tunjangan eselon {p.eselon or '(belum tercatat)'} belum diketahui."), None
        )
    rumus = f"eselon {p.eselon}: {tulis_rupiah(nilai)}"
    if (belum := _belum_mulai(k)) is not None:
        return Komponen(belum, 0, rumus, mungkin=nilai if belum.jawaban == PERIKSA else 0)
    bukti = (
        f"SPMT {tulis_tanggal(p.tanggal_spmt)}" if p.tanggal_spmt else f"TMT jabatan {tulis_tanggal(p.tmt_jabatan)}"
    )
    return Komponen(ya(f"Tunjangan jabatan struktural eselon {p.eselon}.", p.jabatan or "", bukti), nilai, rumus)


def kunci_jf(profil):
    """Key of a JF in the setting ``tunjangan_fungsional``: ``Guru/ahli_muda``."""
    return f"{profil.nama_jf or profil.jabatan}/{profil.jenjang}"


def t06_fungsional(k):
    """Each JF has its own Perpres: a figure only when the office has loaded it; there is no default."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None:
        return nihil(perlu_diperiksa("Jabatan belum tercatat."))
    if p.jenis_jabatan != "fungsional":
        return nihil(tidak("Bukan jabatan fungsional."))
    if (cuti := cuti_besar(k)) is not None:
        return nihil(cuti)
    nilai = k.acuan.setelan("tunjangan_fungsional", k.tanggal).get(kunci_jf(p))
    if nilai is None:
        kalimat = f"Besaran tunjangan {p.jabatan} belum diketahui; menurut Perpres jabatan fungsional itu."
        return Komponen(perlu_diperiksa(kalimat), None)
    rumus = f"{p.jabatan}: {tulis_rupiah(nilai)}"
    if (belum := _belum_mulai(k)) is not None:
        return Komponen(belum, 0, rumus, mungkin=nilai if belum.jawaban == PERIKSA else 0)
    return Komponen(ya("Tunjangan jabatan fungsional.", p.jabatan or ""), nilai, rumus)


def t05_umum(k):
    """Perpres 12/2006: general allowance by golongan, only without any jabatan allowance."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None or p.golongan is None:
        return nihil(perlu_diperiksa("Jabatan atau golongan belum tercatat."))
    if p.jenis_jabatan == "struktural":
        return nihil(tidak("Jabatan struktural; tunjangannya tunjangan jabatan."))
    if (cuti := cuti_besar(k)) is not None:
        return nihil(cuti)
    if p.jenis_jabatan == "fungsional":
        if k.acuan.setelan("tunjangan_fungsional", k.tanggal).get(kunci_jf(p)) is not None:
            return nihil(tidak("Menerima tunjangan jabatan fungsional."))
        return nihil(perlu_diperiksa("Hanya bila jabatan fungsional itu tidak mempunyai tunjangan sendiri."))
    if p.status in PPPK:
        return Komponen(perlu_diperiksa("Besaran tunjangan umum menurut golongan PPPK belum diketahui."), None)
    kelompok = p.golongan.split("/")[0]
    nilai = k.acuan.setelan("tunjangan_umum", k.tanggal)[kelompok]
    return Komponen(
        ya(f"Tunjangan umum golongan {kelompok}.", p.jabatan or ""),
        nilai,
        f"golongan {kelompok}: {tulis_rupiah(nilai)}",
    )


def t07_pppk(k):
    """Perpres 98/2020 Ps. 4: a PPPK receives the same kinds of allowance."""
    p = k.profil
    if p.status is None:
        return nihil(perlu_diperiksa("Status kepegawaian belum tercatat."))
    if p.status == PW:
        return nihil(tidak(KALIMAT_PW))
    if p.status in PPPK:
        return nihil(ya("PPPK menerima jenis tunjangan yang sama dengan PNS.", f"golongan {p.golongan or '–'}"))
    return nihil(ya("Bukan PPPK; aturan tunjangan PNS berlaku.", p.status))


def t08_tidak_rangkap(k):
    """Perpres 26/2007; SE BKN 1/SE/I/2021: one jabatan allowance, from the definitive post; Plt and Plh get none."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    plt = k.lain.get("plt")
    if plt is None:
        return nihil(perlu_diperiksa("Penugasan sebagai Plt. atau Plh. belum diketahui."))
    if not plt:
        return nihil(ya("Tidak merangkap; satu tunjangan jabatan dari jabatan definitif."))
    if k.profil.jenis_jabatan in ("struktural", "fungsional"):
        return nihil(
            ya("Tunjangan hanya dari jabatan definitif; Plt. dan Plh. tidak mendapat tunjangan jabatan.", *plt)
        )
    return nihil(tidak("Plt. dan Plh. tidak mendapat tunjangan jabatan.", *plt))


def t09_cuti_besar(k):
    """PP 11/2017 Ps. 316-318; PerBKN 24/2017: no allowance for the post from the first to the last day of cuti besar."""
    if (halangan := tanpa(k)) is not None:
        return nihil(halangan)
    return nihil(cuti_besar(k) or ya("Tidak sedang cuti besar."))


_PP7, _P98 = Dasar("PP 7/1977", "Pasal 16"), Dasar("Perpres 98/2020", "Pasal 4")
_P26, _P12 = Dasar("Perpres 26/2007"), Dasar("Perpres 12/2006")
ATURAN = {
    "TUNJ-01": t01_pasangan,
    "TUNJ-02": t02_anak,
    "TUNJ-03": t03_beras,
    "TUNJ-04": t04_struktural,
    "TUNJ-05": t05_umum,
    "TUNJ-06": t06_fungsional,
    "TUNJ-07": t07_pppk,
    "TUNJ-08": t08_tidak_rangkap,
    "TUNJ-09": t09_cuti_besar,
}


def _syarat(kode, uraian, dasar, keyakinan="pasti", lain=()):
    return Syarat(kode, uraian, dasar, lambda k: ATURAN[kode](k).hasil, keyakinan, dasar_lain=lain)


POKOK = Syarat(
    "GAJI-04", "Gaji pokok yang diterima; CPNS 80%", Dasar("PP 7/1977", "Pasal 5"), lambda k: gaji_diterima(k).hasil,
    dasar_lain=(Dasar("PP 5/2024"), Dasar("Perpres 11/2024")),
)  # fmt: skip
SYARAT = (
    _syarat("TUNJ-01", "Tunjangan suami atau istri", _PP7, "sebagian"),
    _syarat("TUNJ-02", "Tunjangan anak", _PP7, "sebagian"),
    _syarat("TUNJ-03", "Tunjangan beras", Dasar("PER-3/PB/2015")),
    _syarat("TUNJ-04", "Tunjangan jabatan struktural", _P26, "sebagian"),
    _syarat("TUNJ-05", "Tunjangan umum", _P12),
    _syarat("TUNJ-06", "Tunjangan jabatan fungsional", _P98, "sebagian"),
    _syarat("TUNJ-07", "Jenis tunjangan PPPK", _P98, "sebagian"),
    _syarat("TUNJ-08", "Tidak rangkap; Plt. dan Plh. tanpa tunjangan jabatan", _P26, "sebagian", (Dasar("SE BKN 1/SE/I/2021"),)),
    _syarat("TUNJ-09", "Selama cuti besar tanpa tunjangan jabatan", Dasar("PP 11/2017", "Pasal 316-318"), lain=(Dasar("PerBKN 24/2017"),)),
)  # fmt: skip
KELUARGA = ("TUNJ-01", "TUNJ-02", "TUNJ-03")
# Rules that say who receives, without a figure of their own.
TANPA_ANGKA = ("TUNJ-07", "TUNJ-08", "TUNJ-09")


def perkiraan(k):
    """The whole estimate of one person in the month of ``k.tanggal``: only figures the law gives are added."""
    pokok = Baris(POKOK, gaji_diterima(k))
    baris = tuple(Baris(s, ATURAN[s.kode](k)) for s in SYARAT)
    angka = [b for b in (pokok, *baris) if b.syarat.kode not in TANPA_ANGKA]
    belum = tuple(b.syarat.uraian for b in angka if b.komponen.rupiah is None or b.komponen.hasil.jawaban == PERIKSA)
    return Perkiraan(
        pokok, baris, sum(b.komponen.rupiah or 0 for b in angka), sum(b.komponen.mungkin for b in angka), belum
    )
