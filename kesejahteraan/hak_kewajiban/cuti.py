"""Hak cuti dan kewajiban yang menyertainya. Pure but for the registry.

Law: PP 11/2017 Ps. 309-341; PerBKN 24/2017 jo. PerBKN 7/2021; for PPPK PerBKN 7/2022, whose figures the portal does not hold.
"""

from kepegawaian.aturan import PPPK, masa_kerja_seluruhnya, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir

PP11 = "PP 11/2017"
CLTN = ("02", "13")
# The pages of cuti; a link shows as soon as they are there.
SALDO = {
    "url_name": "kesejahteraan:cuti_saya", "url_lain": "kesejahteraan:cuti_saldo_detail", "tautan": "Saldo dan permohonan",
}  # fmt: skip


def _sejak(p, tahun):
    """The day on which ``tahun`` years of service are full: PMK counts, CLTN does not; None when unknown."""
    if p.tmt_cpns is None:
        return None
    return tambah_bulan(p.tmt_cpns, 12 * tahun - p.pmk_bulan + p.cltn_bulan)


def _masa(p):
    masa = masa_kerja_seluruhnya(p, p.per)
    return () if masa is None else (("Masa kerja", tulis_masa(masa)),)


@butir("cuti")
def cuti_pppk(p, acuan):
    """PerBKN 7/2022: PPPK have rules of their own."""
    if p.status not in PPPK:
        return None
    return Butir(
        "Cuti PPPK",
        "Cuti PPPK diatur tersendiri. Lamanya belum dimuat pada halaman ini; tanyakan kepada operator kepegawaian "
        "perangkat daerah Anda.",
        (("PerBKN 7/2022", ""),), keyakinan="sebagian",
    )  # fmt: skip


@butir("cuti", "pangkat")
def cuti_tahunan(p, acuan):
    """PP 11/2017 Ps. 311-314; T-11: twelve working days after one year, at most six of last year's are carried over."""
    if p.status not in ("PNS", "CPNS"):
        return None
    mulai = _sejak_terus(p)
    if mulai is None:
        milik, tanggal = "TMT CPNS Anda belum tercatat, jadi awal haknya belum dapat dihitung.", None
    elif mulai > p.per:
        milik, tanggal = f"Anda berhak atas cuti tahunan mulai {tulis_tanggal(mulai)}.", mulai
    else:
        milik, tanggal = f"Anda berhak atas 12 hari kerja tahun {p.per.year}, ditambah sisa yang boleh dibawa.", None
    return Butir(
        "Cuti tahunan",
        "Sesudah bekerja satu tahun terus-menerus Anda berhak atas 12 hari kerja setahun. Sisa tahun lalu dibawa paling "
        "banyak 6 hari, sehingga menjadi paling banyak 18; bila dua tahun atau lebih tidak dipakai sama sekali, atau "
        "ditangguhkan pejabat karena kepentingan dinas, paling banyak 24 termasuk tahun berjalan.",
        ((PP11, "Pasal 311 sampai 314"),), milik=milik, tanggal=tanggal, peristiwa="Hak cuti tahunan mulai", **SALDO,
    )  # fmt: skip


def _sejak_terus(p):
    """One year of unbroken work counts from TMT CPNS itself: earlier service (PMK) does not shorten it."""
    return tambah_bulan(p.tmt_cpns, 12) if p.tmt_cpns else None


@butir("cuti", "pangkat")
def cuti_besar(p, acuan):
    """PP 11/2017 Ps. 316-317: three months after five years; the first haj and a fourth child are free of the five years."""
    if p.status != "PNS":
        return None
    mulai = _sejak(p, 5)
    if mulai is None:
        milik, tanggal = "Masa kerja Anda belum dapat dihitung.", None
    elif mulai > p.per:
        milik, tanggal = f"Masa kerja lima tahun Anda genap {tulis_tanggal(mulai)}.", mulai
    else:
        milik, tanggal = "Masa kerja Anda sudah lima tahun atau lebih.", None
    return Butir(
        "Cuti besar",
        "Paling lama 3 bulan sesudah bekerja lima tahun terus-menerus, dan lagi tiap lima tahun. Haji pertama dan kelahiran "
        "anak keempat dan seterusnya tidak terikat lima tahun itu. Cuti besar memakai hak cuti tahunan tahun itu.",
        ((PP11, "Pasal 316"), (PP11, "Pasal 317"), ("PerBKN 24/2017", "")), milik=milik, fakta=_masa(p), tanggal=tanggal,
        peristiwa="Hak cuti besar mulai", **SALDO,
    )  # fmt: skip


@butir("cuti")
def cuti_sakit(p, acuan):
    """PP 11/2017 Ps. 320."""
    if p.status not in ("PNS", "CPNS"):
        return None
    return Butir(
        "Cuti sakit",
        "Sakit 1 sampai 14 hari cukup dengan surat dokter; lebih dari 14 hari dengan surat dokter pemerintah, paling lama "
        "1 tahun dan dapat ditambah 6 bulan sesudah uji kesehatan. Kecelakaan kerja sampai sembuh; gugur kandungan paling "
        "lama satu setengah bulan.",
        ((PP11, "Pasal 320"),), **SALDO,
    )  # fmt: skip


@butir("cuti", "tanggungan")
def cuti_melahirkan(p, acuan):
    """PP 11/2017 Ps. 325: three months for the first three children, the fourth onward by cuti besar."""
    if p.status not in ("PNS", "CPNS") or p.jenis_kelamin != "P":
        return None
    anak = sum(t.hubungan == "anak" for t in p.tanggungan)
    milik = (
        "Kelahiran berikutnya memakai cuti besar." if anak >= 3
        else f"Tercatat {anak} anak; kelahiran berikutnya ialah anak ke-{anak + 1}."
    )  # fmt: skip
    return Butir(
        "Cuti melahirkan", "Tiga bulan bagi kelahiran anak pertama sampai ketiga; kelahiran berikutnya memakai cuti besar.",
        ((PP11, "Pasal 325"),), milik=milik, bagian="keluarga", keyakinan="sebagian", **SALDO,
    )  # fmt: skip


@butir("cuti")
def cuti_alasan_penting(p, acuan):
    """PerBKN 24/2017: at most one month, with evidence."""
    if p.status not in ("PNS", "CPNS"):
        return None
    istri = " Juga bila istri melahirkan, dengan surat rawat inap." if p.jenis_kelamin == "L" else ""
    return Butir(
        "Cuti karena alasan penting",
        "Paling lama 1 bulan, dengan buktinya: orang tua, mertua, suami atau istri, anak, menantu, atau saudara kandung "
        f"sakit keras atau meninggal, perkawinan Anda sendiri, atau musibah.{istri}",
        (("PerBKN 24/2017", ""),), **SALDO,
    )  # fmt: skip


@butir("cuti", "pangkat", "tinggal")
def cuti_di_luar_tanggungan_negara(p, acuan):
    """PP 11/2017 Ps. 334: by the PPK only; who comes back reports within one month."""
    if p.status != "PNS":
        return None
    kalimat = (
        "Paling lama 3 tahun dan dapat diperpanjang 1 tahun, sesudah bekerja lima tahun, karena alasan pribadi yang "
        "mendesak, diberikan PPK dengan persetujuan BKN. Selama itu jabatan dilepas, gaji tidak dibayar, dan masa kerja "
        "tidak dihitung. Paling lambat 1 bulan sesudah berakhir Anda wajib melapor; bila tidak, Anda diberhentikan."
    )
    dasar = ((PP11, "Pasal 334"),)
    if (p.tinggal == "CLTN" or p.kedudukan in CLTN) and p.tinggal_sampai:
        lapor = tambah_bulan(p.tinggal_sampai, 1)
        return Butir(
            "Melapor sesudah cuti di luar tanggungan negara", kalimat, dasar, jenis="kewajiban",
            milik=f"CLTN Anda berakhir {tulis_tanggal(p.tinggal_sampai)}; lapor paling lambat {tulis_tanggal(lapor)}.",
            tanggal=lapor, peristiwa="Batas melapor sesudah CLTN", keyakinan="sebagian",
        )  # fmt: skip
    return Butir("Cuti di luar tanggungan negara", kalimat, dasar, keyakinan="sebagian", layanan="cltn")
