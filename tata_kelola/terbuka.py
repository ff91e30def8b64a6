"""Data terbuka: agregat pegawai aktif tanpa nama, k-anonim, sebagai CSV bagi siapa saja.

Read from the potret of the last month that ended (``tata_kelola.potret``), so that it moves once a month only: what two people
download within a month is the same, and nobody is found by subtracting yesterday from today.

k is a setting (asumsi), taken as it stood on the day of the potret. A row of one dimension with fewer than k people is merged
with the next smallest into "Lainnya (digabung)" until the merged row has k; of two dimensions a whole first-dimension group is
merged when any cell of it is below k. Nothing is blanked out, so that no total gives a hidden cell away; a table that cannot be
made so is empty.
"""

from collections import defaultdict
from dataclasses import dataclass

from tata_kelola import potret

K = "tata_terbuka_k"
GABUNG = "Lainnya (digabung)"


@dataclass(frozen=True, slots=True)
class Himpunan:
    """One data set: its columns, one of them or two, besides JUMLAH."""

    kode: str
    judul: str
    uraian: str
    kolom: tuple


HIMPUNAN = {
    h.kode: h
    for h in (
        Himpunan("status", "ASN menurut status", "PNS, CPNS, PPPK, dan PPPK paruh waktu yang aktif.", ("status",)),
        Himpunan("kelamin-usia", "ASN menurut kelompok usia dan jenis kelamin", "Usia pada hari terakhir bulan itu.", ("usia", "jenis_kelamin")),
        Himpunan("pendidikan", "ASN menurut pendidikan", "Pendidikan terakhir yang tercatat.", ("pendidikan",)),
        Himpunan("golongan", "ASN menurut golongan", "Golongan ruang PNS dan golongan PPPK.", ("golongan",)),
        Himpunan("jabatan", "ASN menurut jenis jabatan dan jenis kelamin", "Struktural, fungsional, pelaksana.", ("jenis_jabatan", "jenis_kelamin")),
        Himpunan("opd", "ASN menurut perangkat daerah", "Perangkat daerah tempat bekerja.", ("opd",)),
        Himpunan("opd-jabatan", "ASN menurut perangkat daerah dan jenis jabatan", "Perangkat daerah yang salah satu selnya terlalu kecil digabung.", ("opd", "jenis_jabatan")),
    )
}  # fmt: skip


def anonim(hitungan, k):
    """[(words …, how many)] in which every row stands for at least ``k`` people; [] when that cannot be had.

    Of two dimensions the values of the second one that are too rare everywhere are merged first, else no merging of the
    first could ever help.
    """
    dua = defaultdict(int)
    for (_, *sisa), n in hitungan.items():
        dua[tuple(sisa)] += n
    ganti = _gabung({s: {(): n} for s, n in dua.items()}, k)[0] if any(dua) else set()
    kata = (" atau ".join(sorted(s[0] for s in ganti)),) if ganti else ()
    menurut = defaultdict(lambda: defaultdict(int))
    for (utama, *sisa), n in hitungan.items():
        menurut[utama][kata if tuple(sisa) in ganti else tuple(sisa)] += n
    kecil, gabungan = _gabung(menurut, k)
    if gabungan is None:
        return []
    besar = [u for u in menurut if u not in kecil]
    baris = [(u, *sisa, n) for u in besar for sisa, n in menurut[u].items()] + [
        (GABUNG, *sisa, n) for sisa, n in gabungan.items()
    ]
    return sorted(baris, key=lambda b: (b[0] == GABUNG, b[:-1]))


def _gabung(menurut, k):
    """(keys merged, their cells together): whatever has a cell below ``k``, then the smallest of the rest until all have k.

    The cells are None when not even everything together has k.
    """
    kecil = {u for u, sel in menurut.items() if min(sel.values()) < k}
    besar = sorted((u for u in menurut if u not in kecil), key=lambda u: (sum(menurut[u].values()), u))
    gabungan = _jumlah(menurut, kecil)
    while gabungan and min(gabungan.values()) < k:
        if not besar:
            return set(menurut), None
        kecil.add(besar.pop(0))
        gabungan = _jumlah(menurut, kecil)
    return kecil, gabungan


def _jumlah(menurut, pilih):
    hasil = defaultdict(int)
    for u in pilih:
        for sisa, n in menurut[u].items():
            hasil[sisa] += n
    return dict(hasil)


def susun(kode, acuan):
    """(Himpunan, rows, k, day they stand for) of one data set; the day is None while no month was taken."""
    himpunan, bulan = HIMPUNAN[kode], potret.terakhir()
    satu = potret.ambil(bulan, kode) if bulan else None
    if satu is None:
        return himpunan, [], None, potret.hari_akhir(bulan) if bulan else None
    k = acuan.setelan(K, satu.per)
    return himpunan, anonim(satu.kata(kode), k), k, satu.per
