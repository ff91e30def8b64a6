"""Hak dan kewajiban menjelang pensiun: tanggal, masa kerja pensiun, DPCP, MPP, atas permintaan sendiri, tabungan hari tua.

Law: UU 20/2023 Ps. 55; PP 11/2017 Ps. 238-308, 350; UU 11/1969; PerBKN 2/2019; PerBKN 3/2020; PP 49/2018; PMK 128/2016
jo. PMK 23/2023. Pure but for the registry. Amounts are not counted here.
"""

from datetime import timedelta

from kepegawaian.aturan import PPPK, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir

PP11 = "PP 11/2017"
BULAN_DPCP, BULAN_MPP = 15, 12
MASA_MINIMAL = 120  # months of masa kerja pensiun, BUP
USIA_APS, MASA_APS = 50, 240  # years of age, months of masa kerja pensiun


def masa_kerja_pensiun(p, tanggal):
    """UU 11/1969 Ps. 6: months from TMT CPNS to ``tanggal`` with PMK, without CLTN; a part of a month is a whole one."""
    if p.tmt_cpns is None:
        return None
    penuh = bulan_antara(p.tmt_cpns, tanggal)
    lebih = tambah_bulan(p.tmt_cpns, penuh) < tanggal
    return max(0, penuh + lebih + p.pmk_bulan - p.cltn_bulan)


def _pns(p):
    return p.status in ("PNS", "CPNS")


@butir("pensiun", "jabatan")
def batas_usia_pensiun(p, acuan):
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239: the first of the month after the BUP of the post held."""
    if not _pns(p):
        return None
    kalimat = (
        "Anda pensiun pada tanggal 1 bulan berikutnya sesudah mencapai batas usia jabatan yang Anda pangku: 58 tahun bagi "
        "administrator, pengawas, pelaksana, dan jabatan fungsional pertama, muda, serta keterampilan; 60 bagi pimpinan "
        "tinggi dan ahli madya; 65 bagi ahli utama. Guru 60 tahun. Bila jabatan berubah, tanggalnya berubah."
    )
    dasar = (("UU 20/2023", "Pasal 55"), (PP11, "Pasal 239 dan 240"))
    if p.tmt_pensiun is None:
        return Butir(
            "Batas usia pensiun", kalimat, dasar, jenis="kewajiban", milik="Batas usia jabatan Anda belum tercatat."
        )
    return Butir(
        "Batas usia pensiun", kalimat, dasar, jenis="kewajiban",
        milik=f"Anda pensiun TMT {tulis_tanggal(p.tmt_pensiun)}.",
        fakta=(
            ("Batas usia", f"{p.bup} tahun" if p.bup else "belum tercatat"),
            ("Hari kerja terakhir", tulis_tanggal(p.tmt_pensiun - timedelta(days=1))),
        ),
        tanggal=p.tmt_pensiun, peristiwa="Pensiun (batas usia)",
    )  # fmt: skip


@butir("pensiun", "pangkat", "jabatan", purna=True)
def hak_pensiun(p, acuan):
    """PP 11/2017 Ps. 238-308; UU 11/1969 Ps. 6: at least ten years of masa kerja pensiun at the BUP."""
    if not _pns(p):
        return None
    kalimat = (
        "Hak pensiun bulanan lahir bila masa kerja pensiun sekurang-kurangnya 10 tahun pada saat mencapai batas usia. Masa "
        "kerja pensiun dihitung sejak CPNS, ditambah masa kerja yang diakui, dikurangi cuti di luar tanggungan negara; sisa "
        "bulan dihitung sebulan penuh. Bila meninggal, janda, duda, atau anak yang menerimanya."
    )
    dasar = ((PP11, "Pasal 238 sampai 308"), ("UU 11/1969", "Pasal 6"))
    masa = masa_kerja_pensiun(p, p.tmt_pensiun) if p.tmt_pensiun else None
    if masa is None:
        return Butir("Hak pensiun", kalimat, dasar, milik="Belum dapat dihitung dari data Anda.", keyakinan="sebagian")
    cukup = "cukup" if masa >= MASA_MINIMAL else "belum cukup"
    return Butir(
        "Hak pensiun", kalimat, dasar, milik=f"Pada TMT pensiun masa kerja pensiun Anda {tulis_masa(masa)}: {cukup}.",
        fakta=(("Masa kerja pensiun", tulis_masa(masa)),), keyakinan="sebagian",
        url_name="pensiun:perkiraan_saya", url_lain="pensiun:perkiraan_detail", tautan="Perkiraan pensiun",
    )  # fmt: skip


@butir("pensiun", "jabatan")
def data_perorangan_calon_penerima_pensiun(p, acuan):
    """PP 11/2017: the DPCP comes fifteen months before and is filled in and signed."""
    if not _pns(p) or p.tmt_pensiun is None or p.tmt_pensiun <= p.per:
        return None
    tanggal = tambah_bulan(p.tmt_pensiun, -BULAN_DPCP)
    kapan = f"Daftar Anda disiapkan mulai {tulis_tanggal(tanggal)}." if tanggal > p.per else "Waktunya sudah tiba."
    return Butir(
        "Mengisi DPCP",
        "Data Perorangan Calon Penerima Pensiun disampaikan 15 bulan sebelum pensiun. Periksa, lengkapi keluarga dan "
        "berkasnya, lalu tanda tangani supaya SK terbit sebelum TMT.",
        ((PP11, "Pasal 238 sampai 308"),), jenis="kewajiban", milik=kapan, tanggal=tanggal, peristiwa="DPCP disiapkan",
        keyakinan="sebagian", layanan="pensiun-bup",
    )  # fmt: skip


@butir("pensiun", "jabatan")
def masa_persiapan_pensiun(p, acuan):
    """PP 11/2017 Ps. 350; PerBKN 2/2019: at most twelve months, applied for at least one month before."""
    if p.status != "PNS" or p.tmt_pensiun is None or p.tmt_pensiun <= p.per:
        return None
    mulai = tambah_bulan(p.tmt_pensiun, -BULAN_MPP)
    ajukan = tambah_bulan(mulai, -1)
    akhir = tambah_bulan(p.tmt_pensiun, -1)
    return Butir(
        "Masa persiapan pensiun (MPP)",
        "Paling lama 12 bulan sebelum pensiun Anda boleh bebas tugas dan tiap bulan menerima uang sebesar satu kali "
        "penghasilan terakhir, bila tidak sedang diperiksa dan pekerjaan sudah diserahkan. Diajukan paling lambat 1 bulan "
        "sebelum mulai; dapat ditolak atau ditunda karena kepentingan dinas.",
        ((PP11, "Pasal 350"), ("PerBKN 2/2019", "")),
        milik=f"Paling cepat mulai {tulis_tanggal(mulai)}; untuk itu ajukan paling lambat {tulis_tanggal(ajukan)}.",
        fakta=(("MPP masih mungkin sampai", tulis_tanggal(akhir)),), tanggal=mulai, peristiwa="MPP dapat dimulai",
        layanan="mpp",
    )  # fmt: skip


@butir("pensiun", "pangkat", "jabatan")
def pensiun_atas_permintaan_sendiri(p, acuan):
    """UU 11/1969 Ps. 9; PerBKN 3/2020 Ps. 5: fifty years of age and twenty years of service."""
    if p.status != "PNS" or p.tanggal_lahir is None or p.tmt_cpns is None:
        return None
    usia = tambah_bulan(p.tanggal_lahir, 12 * USIA_APS)
    masa = tambah_bulan(p.tmt_cpns, MASA_APS - p.pmk_bulan + p.cltn_bulan)
    sejak = max(usia, masa)
    if p.tmt_pensiun and sejak >= p.tmt_pensiun:
        milik = "Syaratnya baru genap sesudah batas usia pensiun Anda."
    else:
        milik = f"Kedua syarat {'genap pada' if sejak > p.per else 'sudah genap sejak'} {tulis_tanggal(sejak)}."
    return Butir(
        "Pensiun atas permintaan sendiri",
        "Boleh diminta dengan hak pensiun bila usia sekurang-kurangnya 50 tahun dan masa kerja pensiun 20 tahun. Dapat ditunda "
        "paling lama 1 tahun karena kepentingan dinas, dan ditolak bila sedang diproses pidana, terikat ikatan dinas, sedang "
        "diperiksa, atau menjalani hukuman disiplin.",
        (("UU 11/1969", "Pasal 9"), ("PerBKN 3/2020", "Pasal 5")), milik=milik, layanan="pensiun-aps",
    )  # fmt: skip


@butir("pensiun", purna=True)
def tabungan_hari_tua(p, acuan):
    """PMK 128/2016 jo. PMK 23/2023: savings paid at the end of service; insurance at a death in the family."""
    if not _pns(p):
        return None
    hari_tua = acuan.setelan("iuran_hari_tua_persen", p.per)
    pensiun = acuan.setelan("iuran_pensiun_persen", p.per)
    return Butir(
        "Tabungan hari tua dan asuransi kematian",
        f"Tiap bulan Anda membayar iuran {str(hari_tua).replace('.', ',')} persen untuk tabungan hari tua dan "
        f"{str(pensiun).replace('.', ',')} persen untuk pensiun. Tabungannya dibayarkan PT Taspen saat berhenti, juga bila "
        "berhenti tanpa hak pensiun.",
        (("PMK 128/2016", ""), ("PMK 23/2023", "")), keyakinan="sebagian",
        url_name="penggajian:penghasilan_saya", url_lain="penggajian:penghasilan_detail", tautan="Iuran pada penghasilan",
    )  # fmt: skip


@butir("pensiun", "kontrak", "jabatan")
def perjanjian_kerja(p, acuan):
    """PP 49/2018: a PPPK serves as long as his contract."""
    if p.status not in PPPK:
        return None
    kalimat = "Masa kerja PPPK menurut perjanjian kerjanya; perpanjangan diusulkan sebelum berakhir."
    if p.kontrak_sampai is None:
        return Butir(
            "Masa perjanjian kerja", kalimat, (("PP 49/2018", ""),), milik="Akhir perjanjian Anda belum tercatat."
        )
    return Butir(
        "Masa perjanjian kerja", kalimat, (("PP 49/2018", ""),), tanggal=p.kontrak_sampai,
        milik=f"Perjanjian Anda berlaku sampai {tulis_tanggal(p.kontrak_sampai)}.", peristiwa="Akhir perjanjian kerja",
    )  # fmt: skip
