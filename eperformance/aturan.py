"""Aturan penilaian kinerja: dua rating menjadi predikat, skala angka lama, pola distribusi, tenggat. Pure.

Law: PP 30/2019; Permen PANRB 6/2022 (kuadran predikat); SE Menteri PANRB on the pattern of distribution. Ids D1a … D5c follow
the table of ``regulasi``; what is ``asumsi`` comes in as an argument from a dated setting.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

DI_ATAS, SESUAI, DI_BAWAH = "di_atas", "sesuai", "di_bawah"
RATING = {DI_ATAS: "Di atas ekspektasi", SESUAI: "Sesuai ekspektasi", DI_BAWAH: "Di bawah ekspektasi"}
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
# Codes of SIASN: rating 1–3, predikat (kuadran) 1–5.
SIASN_RATING = {DI_ATAS: 1, SESUAI: 2, DI_BAWAH: 3}
SIASN_PREDIKAT = {p: i for i, p in enumerate(PREDIKAT, 1)}
# The seven values of BerAKHLAK: code, name, panduan perilaku (SE Menteri PANRB 20/2021).
BERAKHLAK = {
    "berorientasi_pelayanan": (
        "Berorientasi Pelayanan",
        (
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ),
    ),
    "akuntabel": (
        "Akuntabel",
        (
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ),
    ),
    "kompeten": (
        "Kompeten",
        (
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ),
    ),
    "harmonis": (
        "Harmonis",
        (
            "Menghargai setiap orang apa pun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ),
    ),
    "loyal": (
        "Loyal",
        (
            "Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
            "Menjaga rahasia jabatan dan negara",
        ),
    ),
    "adaptif": (
        "Adaptif",
        (
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ),
    ),
    "kolaboratif": (
        "Kolaboratif",
        (
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
        ),
    ),
}
# Rows hasil kerja, columns perilaku: the exact 3 × 3 of Permen PANRB 6/2022.
_KUADRAN = {
    (DI_ATAS, DI_ATAS): "Sangat Baik",
    (DI_ATAS, SESUAI): "Baik",
    (DI_ATAS, DI_BAWAH): "Kurang",
    (SESUAI, DI_ATAS): "Baik",
    (SESUAI, SESUAI): "Baik",
    (SESUAI, DI_BAWAH): "Kurang",
    (DI_BAWAH, DI_ATAS): "Butuh Perbaikan",
    (DI_BAWAH, SESUAI): "Butuh Perbaikan",
    (DI_BAWAH, DI_BAWAH): "Sangat Kurang",
}
_SINGKAT = {"SB": "Sangat Baik", "B": "Baik", "BP": "Butuh Perbaikan", "K": "Kurang", "SK": "Sangat Kurang"}


def predikat(hasil, perilaku):
    """Permen PANRB 6/2022: the predikat of two ratings; "" while one is missing."""
    return _KUADRAN.get((hasil, perilaku), "")


def predikat_lama(nilai, ide_baru=False):
    """PP 30/2019 Ps. 41 (riwayat up to 2021): the predikat of a number of at most 120; Sangat Baik wants a new idea too."""
    nilai = min(Decimal(str(nilai)), Decimal(120))
    if nilai >= 110 and ide_baru:
        return "Sangat Baik"
    if nilai >= 90:
        return "Baik"
    if nilai >= 70:
        return "Cukup"
    return "Kurang" if nilai >= 50 else "Sangat Kurang"


class Batas(NamedTuple):
    """One rule of the pattern: of ``predikat`` together at most (``maks``) or at least (``min``) ``persen``, or one person."""

    kode: str
    predikat: tuple[str, ...]
    jenis: str
    persen: int
    uraian: str


_BP_K = ("Butuh Perbaikan", "Kurang")
# SE Menteri PANRB: organisational achievement → limits. In a predikat that is not named any share is allowed.
POLA = {
    "Istimewa": (Batas("D1a", ("Sangat Baik",), "maks", 70, "Sangat Baik paling banyak 70%"),),
    "Baik": (
        Batas("D2a", ("Baik",), "maks", 70, "Baik paling banyak 70%"),
        Batas("D2b", _BP_K, "orang", 1, "paling sedikit seorang Butuh Perbaikan atau Kurang"),
    ),
    "Butuh Perbaikan": (
        Batas("D3a", ("Butuh Perbaikan",), "min", 60, "Butuh Perbaikan paling sedikit 60%"),
        Batas("D3b", ("Sangat Baik",), "maks", 10, "Sangat Baik paling banyak 10%"),
    ),
    "Kurang": (
        Batas("D4a", ("Kurang",), "min", 60, "Kurang paling sedikit 60%"),
        Batas("D4b", ("Butuh Perbaikan",), "min", 10, "Butuh Perbaikan paling sedikit 10%"),
        Batas("D4c", ("Sangat Baik",), "maks", 10, "Sangat Baik paling banyak 10%"),
    ),
    "Sangat Kurang": (
        Batas("D5a", ("Sangat Kurang",), "min", 60, "Sangat Kurang paling sedikit 60%"),
        Batas("D5b", _BP_K, "min", 10, "Kurang dan Butuh Perbaikan bersama paling sedikit 10%"),
        Batas("D5c", ("Sangat Baik",), "maks", 0, "tidak ada Sangat Baik"),
    ),
}


class Distribusi(NamedTuple):
    """Judgement of a distribution: ``diperiksa`` False where the unit is too small for shares; ``dilanggar`` Batas broken."""

    diperiksa: bool
    dilanggar: tuple[Batas, ...]

    @property
    def sah(self):
        """True when nothing is broken (or nothing could be asked)."""
        return not self.dilanggar


def distribusi(capaian, jumlah, minimal=5):
    """SE Menteri PANRB: does {predikat: people} keep to the pattern of ``capaian``?

    ``minimal``: units of fewer people are not judged (asumsi). Predikat also by their codes SB, B, BP, K, SK. A departure is
    to be explained in writing; it bars nothing. Raises KeyError for an unknown capaian.
    """
    orang = dict.fromkeys(PREDIKAT, 0)
    for p, n in jumlah.items():
        orang[_SINGKAT.get(p, p)] += n
    semua = sum(orang.values())
    batas = POLA[capaian]
    if semua < max(minimal, 1):
        return Distribusi(False, ())
    return Distribusi(True, tuple(b for b in batas if not _memenuhi(b, sum(orang[p] for p in b.predikat), semua)))


def _memenuhi(b, ada, semua):
    if b.jenis == "orang":
        return ada >= b.persen
    return ada * 100 <= b.persen * semua if b.jenis == "maks" else ada * 100 >= b.persen * semua


def persen_capaian(target, realisasi, arah="naik", batas=120):
    """Achievement of a numeric target in percent, capped at 120 (PP 30/2019); None when it cannot be told."""
    if target is None or realisasi is None or target <= 0 or (arah == "turun" and realisasi < 0):
        return None
    tepat = realisasi / target * 100 if arah == "naik" else (2 - realisasi / target) * 100
    return max(Decimal(0), min(Decimal(batas), Decimal(tepat).quantize(Decimal("0.01"))))


def masa_ke(tahun, periodik, nomor):
    """First and last day of the ``nomor``-th month or quarter of a year."""
    panjang = 1 if periodik == "bulanan" else 3
    mulai = date(tahun, (nomor - 1) * panjang + 1, 1)
    bulan = mulai.month + panjang
    return mulai, (date(tahun + 1, 1, 1) if bulan > 12 else date(tahun, bulan, 1)) - timedelta(days=1)


def nomor_masa(periodik, hari):
    """The number of the month or quarter in which ``hari`` lies."""
    return hari.month if periodik == "bulanan" else (hari.month - 1) // 3 + 1


def batas_keberatan(tanggal, hari):
    """PP 30/2019 (KIN-5): last day of keberatan, ``hari`` calendar days after the predikat was made known."""
    return tanggal + timedelta(days=hari)
