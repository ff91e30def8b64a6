"""Pembagian gaji sesudah perceraian: bagian masing-masing, penerimanya, dan rumusnya. Pure; T-16: the official decides.

Law: PP 10/1983 Pasal 8 jo. PP 45/1990; SE BAKN 08/SE/1983. Only a male PNS gives a share. Never deducted by the portal: it is
shown as information and goes to the bendahara gaji as a memo. Amounts are whole rupiah; what a third leaves over stays with
the PNS (the law says nothing of it: ``asumsi``).
"""

from dataclasses import dataclass
from fractions import Fraction

from kepegawaian.aturan import tulis_rupiah
from layanan.katalog import Hasil, perlu_diperiksa, tidak, ya

PNS, ISTRI = "pns", "istri"
# PP 10/1983 Pasal 8 jo. PP 45/1990: she asked for it and keeps her share all the same.
TETAP_DAPAT = (
    ("dimadu", "Dimadu"), ("zina", "Suami berzina"), ("kejam", "Suami melakukan kekejaman atau penganiayaan berat"),
    ("pemabuk", "Suami pemabuk, pemadat, atau penjudi yang sukar disembuhkan"),
    ("ditinggal", "Suami meninggalkan dua tahun berturut-turut"),
)  # fmt: skip
SEPERTIGA, SETENGAH = Fraction(1, 3), Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Bagian:
    """One share: ``siapa`` (pns | bekas_istri | anak), ``penerima`` who is paid it, its fraction, rupiah a month or None."""

    siapa: str
    penerima: str
    pecahan: Fraction
    rupiah: int | None
    rumus: str


@dataclass(frozen=True, slots=True)
class Pembagian:
    """The answer: ``hasil`` with its sentence, and the shares, the PNS's own first."""

    hasil: Hasil
    bagian: tuple[Bagian, ...] = ()

    def pecahan(self, siapa, penerima=None):
        """Sum of the shares of somebody."""
        cocok = [b for b in self.bagian if b.siapa == siapa and penerima in (None, b.penerima)]
        return sum((b.pecahan for b in cocok), Fraction(0))


def bagi(*, pria, kehendak, anak_pns=0, anak_istri=0, alasan=(), istri_bersalah=False, kawin_lagi=False, gaji=None):
    """PP 10/1983 Pasal 8: the shares of a month's pay ``gaji`` (rupiah, None: only fractions).

    ``kehendak``: pns | istri, who wanted the divorce; ``anak_pns``, ``anak_istri``: children with each; ``alasan``: codes of
    TETAP_DAPAT when she wanted it; ``istri_bersalah``: he wanted it for a fault of hers; ``kawin_lagi``: she has remarried.
    """
    if not pria:
        return Pembagian(
            tidak("Hanya PNS pria yang wajib menyerahkan bagian gaji."), _rupiah([("pns", "pns", Fraction(1))], gaji)
        )
    if kehendak not in (PNS, ISTRI):
        return Pembagian(perlu_diperiksa("Belum diketahui atas kehendak siapa perceraian terjadi."))
    if kehendak == ISTRI and not set(alasan) & {kode for kode, _ in TETAP_DAPAT}:
        return Pembagian(
            tidak("Atas kehendak istri: bekas istri tidak berhak atas bagian gaji; bagian anak menurut putusan."),
            _rupiah([("pns", "pns", Fraction(1))], gaji),
        )  # fmt: skip
    if kehendak == PNS and istri_bersalah:
        return Pembagian(perlu_diperiksa(
            "Atas kehendak PNS karena kesalahan istri: bagian bekas istri tidak diberikan (PP 45/1990); bagian anak menurut putusan."
        ))  # fmt: skip
    return _dibagi(kehendak, anak_pns, anak_istri, kawin_lagi, gaji)


def _dibagi(kehendak, anak_pns, anak_istri, kawin_lagi, gaji):
    anak = anak_pns + anak_istri
    porsi = SEPERTIGA if anak else SETENGAH
    istri = Fraction(0) if kawin_lagi else porsi
    bagian = [("pns", "pns", 1 - istri - (porsi if anak else 0)), ("bekas_istri", "bekas_istri", istri)]
    if anak_pns:
        bagian.append(("anak", "pns", porsi * Fraction(anak_pns, anak)))
    if anak_istri:
        bagian.append(("anak", "bekas_istri", porsi * Fraction(anak_istri, anak)))
    sebab = "Atas kehendak PNS" if kehendak == PNS else "Atas kehendak istri dengan alasan yang tetap memberinya hak"
    sisa = "; bekas istri kawin lagi, bagiannya berakhir" if kawin_lagi else ""
    anak_ = f"{anak} anak" if anak else "tanpa anak"
    return Pembagian(ya(f"{sebab}, {anak_}{sisa}."), _rupiah([b for b in bagian if b[2]], gaji))


def _rupiah(bagian, gaji):
    """The shares with rupiah: each other one rounded down, the PNS keeps the rest."""
    nilai = {b: int(gaji * b[2]) for b in bagian if b[:2] != ("pns", "pns")} if gaji is not None else {}
    hasil = []
    for b in bagian:
        siapa, penerima, pecahan = b
        rupiah = None if gaji is None else nilai[b] if b in nilai else gaji - sum(nilai.values())
        rumus = f"{pecahan.numerator}/{pecahan.denominator}"
        if gaji is not None:
            rumus += f" x {tulis_rupiah(gaji)} = {tulis_rupiah(rupiah)}"
        hasil.append(Bagian(siapa, penerima, pecahan, rupiah, rumus))
    return tuple(hasil)
