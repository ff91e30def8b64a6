"""Saldo cuti tahunan: buku tahunan hak, dibawa, dipakai, hangus, menunggu. Dasar: PP 11/2017 Pasal 312-314; T-11.

A year the portal did not keep (before the setting ``cuti_dicatat_sejak``, and no record of it) is reckoned twice: as
used up and as never used. Where both give the same, the balance is certain; else it lies between the two, and a person
must look at the paper.
"""

from typing import NamedTuple

JAUH = 4  # years looked back: the 24 rule needs two, each of which has a carry-over of its own


class Tahun(NamedTuple):
    """What is known of one calendar year. Days are working days.

    ``dipakai``: taken; ``menunggu``: asked for, not decided; ``ditangguhkan``: put off by the office for urgent service;
    ``tambahan``: added to the right (worked on cuti bersama); ``potong``: right lost by CB in the mode "kurangi";
    ``gugur``: no right this year (CB, CLTN); ``berhak``: a year of service was complete; ``diketahui``: the use is known.
    """

    dipakai: int = 0
    menunggu: int = 0
    ditangguhkan: int = 0
    tambahan: int = 0
    potong: int = 0
    gugur: bool = False
    berhak: bool = True
    diketahui: bool = True


class Aturan(NamedTuple):
    """The figures of the law, from dated settings: right a year, cap of the carry-over, cap with this year's right, years."""

    hak: int = 12
    bawa_maks: int = 6
    total_maks: int = 24
    beruntun: int = 2


class Saldo(NamedTuple):
    """The ledger of one year. ``sisa`` = hak + dibawa - dipakai - menunggu; ``sisa_mungkin``: if unknown years were unused.

    ``hangus``: days of the year before that did not come over. ``sebab``: why that many came over.
    """

    tahun: int
    hak: int
    dibawa: int
    dipakai: int
    menunggu: int
    hangus: int
    sisa: int
    sisa_mungkin: int
    sebab: str

    @property
    def pasti(self):
        """True when no unknown year has a say."""
        return self.sisa == self.sisa_mungkin

    @property
    def tahun_teks(self):
        """The year, never with a thousands separator."""
        return str(self.tahun)

    @property
    def sisa_tampil(self):
        """``12``, or ``12–18`` while an unknown year has a say; never below 0."""
        bawah, atas = max(0, self.sisa), max(0, self.sisa_mungkin)
        return f"{bawah}" if bawah == atas else f"{bawah}–{atas}"

    @property
    def rincian(self):
        """``hak 12, dibawa 6, dipakai 3, menunggu 2``."""
        isi = [("hak", self.hak), ("dibawa", self.dibawa), ("dipakai", self.dipakai), ("menunggu", self.menunggu)]
        return ", ".join(f"{nama} {n}" for nama, n in isi if n or nama == "hak")


def aturan_pada(acuan, tanggal):
    """The figures in force on a date."""
    return Aturan(
        acuan.setelan("cuti_ct_hak", tanggal), acuan.setelan("cuti_ct_bawa_maks", tanggal),
        acuan.setelan("cuti_ct_total_maks", tanggal), acuan.setelan("cuti_ct_tahun_tidak_dipakai", tanggal),
    )  # fmt: skip


def hak_tahun(isi, a):
    """The right of one year by itself: 12, with additions, less what CB cost; 0 without a right."""
    if isi.gugur or not isi.berhak:
        return 0
    return max(0, a.hak + isi.tambahan - isi.potong)


def dibawa(lalu, dua, dibawa_lalu, a):
    """PP 11/2017 Ps. 313-314: (days that come over from last year, why). ``lalu``, ``dua``: Tahun of n-1 and n-2.

    What was carried into last year is used first, so that only last year's own right comes over.
    """
    hak = hak_tahun(lalu, a)
    sendiri = min(hak, max(0, hak + dibawa_lalu - lalu.dipakai))
    ruang = a.total_maks - a.hak
    utuh = [hak_tahun(t, a) > 0 and t.dipakai == 0 for t in (lalu, dua)[: a.beruntun]]
    if all(utuh):
        return min(
            sendiri, ruang
        ), f"tidak dipakai {a.beruntun} tahun berturut-turut, paling banyak {a.total_maks} hari"
    if lalu.ditangguhkan:
        maks = max(a.bawa_maks, min(lalu.ditangguhkan, sendiri))
        return min(sendiri, maks, ruang), f"{lalu.ditangguhkan} hari ditangguhkan tahun lalu"
    return min(sendiri, a.bawa_maks), f"sisa tahun lalu, paling banyak {a.bawa_maks} hari"


def saldo(tahun, catatan, a=None):
    """The Saldo of ``tahun``. ``catatan``: {year: Tahun}; a year that is missing is not known."""
    a = a or Aturan()
    bawah, atas = (_hitung(tahun, catatan, a, terpakai) for terpakai in (True, False))
    (bawa, hangus, sebab), (mungkin, _, _) = bawah, atas
    kini = catatan.get(tahun, Tahun())
    hak = hak_tahun(kini, a)
    bawa, mungkin = (bawa, mungkin) if hak else (0, 0)
    sisa = hak + bawa - kini.dipakai - kini.menunggu
    return Saldo(
        tahun, hak, bawa, kini.dipakai, kini.menunggu, hangus, sisa, sisa + mungkin - bawa, sebab if bawa else ""
    )


def _hitung(tahun, catatan, a, terpakai):
    """(carried into ``tahun``, lost of the year before, why); unknown years as used up, or as never used."""
    tiada = Tahun(dipakai=a.hak + a.bawa_maks if terpakai else 0, diketahui=False)

    def isi(t):
        ada = catatan.get(t)
        return ada if ada is not None and (ada.diketahui or not ada.berhak) else tiada

    bawa, sebab, hangus = 0, "", 0
    for t in range(tahun - JAUH + 1, tahun + 1):
        lalu = isi(t - 1)
        hak = hak_tahun(lalu, a)
        sisa_lalu = max(0, hak + (bawa if hak else 0) - lalu.dipakai)
        baru, sebab = dibawa(lalu, isi(t - 2), bawa if hak else 0, a)
        bawa, hangus = baru, sisa_lalu - baru
    return bawa, hangus, sebab


def cukup(saldo_, hari):
    """Is there room for so many days? True, False, or None when only an unknown year could give it."""
    if hari <= saldo_.sisa:
        return True
    return None if hari <= saldo_.sisa_mungkin else False
