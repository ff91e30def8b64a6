"""Iuran wajib: pensiun, tabungan hari tua, kesehatan yang dipotong; JKK dan JKM yang dibayar kantor. Pure; ids IUR-01..05 are ours.

Law: ``regulasi/pensiun.md`` section 7 (4.75 percent pensiun and 3.25 percent THT of gaji pokok with the allowances for
spouse and children; JKN 1 percent from the pegawai), Keppres 8/1977, UU 11/1969, Perpres 82/2018 with Permendagri
70/2020; ``regulasi/perlindungan.md`` section 1 (PP 70/2015 jo. PP 66/2017: the employer pays JKK and JKM of the gaji; the rates are
sebagian). Percentages are dated settings: a new rate is a row, never code. Not here: PPh 21, and what the bendahara withholds by agreement.

Rules take the same ``Konteks`` as ``aturan_tunjangan`` and give a ``Komponen`` whose ``rupiah`` is withheld.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import PPPK, tulis_rupiah
from layanan.katalog import PERIKSA, Dasar, Syarat, perlu_diperiksa, tidak, ya
from penggajian.aturan_keluarga import KALIMAT_PW, PW, Komponen, gaji_diterima, nihil, t01_pasangan, t02_anak, tanpa
from penggajian.aturan_tunjangan import Baris, t04_struktural, t05_umum, t06_fungsional

KELUARGA_RAGU = "Sebagian tanggungan perlu diperiksa; dihitung dari yang sudah pasti."


class Potongan(NamedTuple):
    """The withholdings of a month: lines, and the sum of the certain figures."""

    baris: tuple[Baris, ...]
    jumlah: int


def _iuran(k, setelan, komponen, sebut, kata="Dipotong"):
    """Komponen of a percentage of the certain figures in ``komponen``; unknown when the gaji pokok is."""
    try:
        persen = Decimal(str(k.acuan.setelan(setelan, k.tanggal)))
    except KeyError:
        return Komponen(perlu_diperiksa("Besaran iuran pada tanggal itu tidak tercatat pada setelan."), None)
    if komponen[0].rupiah is None:
        return Komponen(perlu_diperiksa("Gaji pokok belum diketahui, sehingga iurannya belum dapat dihitung."), None)
    dasar = sum(x.rupiah or 0 for x in komponen)
    jumlah = int((dasar * persen / 100).quantize(Decimal(1), ROUND_HALF_UP))
    tulis = f"{persen.normalize():f}".replace(".", ",")
    rumus = f"{tulis}% x {tulis_rupiah(dasar)} = {tulis_rupiah(jumlah)}"
    if any(x.hasil.jawaban == PERIKSA for x in komponen[1:]):
        return Komponen(perlu_diperiksa(KELUARGA_RAGU, sebut), jumlah, rumus)
    return Komponen(ya(f"{kata} {tulis}% tiap bulan.", sebut), jumlah, rumus)


def _halangan(k):
    """Why nothing is withheld by these rules: no pay, or a wage by contract."""
    return tidak(KALIMAT_PW) if k.profil.status == PW else tanpa(k)


def _bagi_pns(k, setelan):
    if k.profil.status == "CPNS":
        return nihil(perlu_diperiksa("Pemotongan selama masih CPNS dipastikan kepada bendahara gaji."))
    sebut = "gaji pokok, tunjangan suami atau istri, dan tunjangan anak"
    return _iuran(k, setelan, (gaji_diterima(k), t01_pasangan(k), t02_anak(k)), sebut)


def i01_pensiun(k):
    """Keppres 8/1977; UU 11/1969 (sebagian): 4.75 percent for the pension of a PNS; a PPPK has none."""
    if (halangan := _halangan(k)) is not None:
        return nihil(halangan)
    if k.profil.status in PPPK:
        return nihil(tidak("PPPK tidak membayar iuran pensiun PNS."))
    return _bagi_pns(k, "iuran_pensiun_persen")


def i02_hari_tua(k):
    """Keppres 8/1977: 3.25 percent for the tabungan hari tua of a PNS; the figure for a PPPK is not known here."""
    if (halangan := _halangan(k)) is not None:
        return nihil(halangan)
    if k.profil.status in PPPK:
        return Komponen(perlu_diperiksa("Besaran iuran jaminan hari tua bagi PPPK belum diketahui."), None)
    return _bagi_pns(k, "iuran_hari_tua_persen")


def i03_kesehatan(k):
    """Perpres 82/2018; Permendagri 70/2020 (sebagian): 1 percent; TPP counts too, which the bendahara adds."""
    if (halangan := _halangan(k)) is not None:
        return nihil(halangan)
    jabatan = [x(k) for x in (t04_struktural, t05_umum, t06_fungsional)]
    # An allowance whose figure nobody knows is named among the allowances already.
    dasar = (gaji_diterima(k), t01_pasangan(k), t02_anak(k), *(x for x in jabatan if x.rupiah))
    sebut = "gaji pokok, tunjangan keluarga, dan tunjangan jabatan atau umum; bagian dari TPP ditambahkan bendahara"
    return _iuran(k, "iuran_kesehatan_persen", dasar, sebut)


def _dibayar_kantor(k, setelan):
    if (halangan := _halangan(k)) is not None:
        return nihil(halangan)
    return _iuran(k, setelan, (gaji_diterima(k),), "gaji pokok", "Dibayar pemerintah daerah, tidak dipotong:")


def i04_kecelakaan(k):
    """PP 70/2015 jo. PP 66/2017 (sebagian): the employer's share for JKK."""
    return _dibayar_kantor(k, "iuran_jkk_persen")


def i05_kematian(k):
    """PP 70/2015 jo. PP 66/2017 (sebagian): the employer's share for JKM."""
    return _dibayar_kantor(k, "iuran_jkm_persen")


ATURAN = {
    "IUR-01": i01_pensiun,
    "IUR-02": i02_hari_tua,
    "IUR-03": i03_kesehatan,
    "IUR-04": i04_kecelakaan,
    "IUR-05": i05_kematian,
}
_KEPPRES = Dasar("Keppres 8/1977")


def _syarat(kode, uraian, dasar, keyakinan, *lain):
    return Syarat(kode, uraian, dasar, lambda k: ATURAN[kode](k).hasil, keyakinan, dasar_lain=lain)


SYARAT = (
    _syarat("IUR-01", "Iuran pensiun", _KEPPRES, "sebagian", Dasar("UU 11/1969")),
    _syarat("IUR-02", "Iuran tabungan hari tua", _KEPPRES, "sebagian"),
    _syarat(
        "IUR-03", "Iuran jaminan kesehatan", Dasar("Perpres 82/2018"), "sebagian", Dasar("Permendagri 70/2020")
    ),
)  # fmt: skip
# Paid by the office beside the pay: shown, never withheld.
DIBAYAR = (
    _syarat("IUR-04", "Iuran jaminan kecelakaan kerja", Dasar("PP 70/2015"), "sebagian", Dasar("PP 66/2017")),
    _syarat("IUR-05", "Iuran jaminan kematian", Dasar("PP 70/2015"), "sebagian", Dasar("PP 66/2017")),
)


def dibayar(k):
    """What the office pays for one person in the month of ``k.tanggal``."""
    baris = tuple(Baris(s, ATURAN[s.kode](k)) for s in DIBAYAR)
    return Potongan(baris, sum(b.komponen.rupiah or 0 for b in baris))


def potongan(k):
    """The withholdings of one person in the month of ``k.tanggal``."""
    baris = tuple(Baris(s, ATURAN[s.kode](k)) for s in SYARAT)
    return Potongan(baris, sum(b.komponen.rupiah or 0 for b in baris))
