"""Hak dan kewajiban menjelang pensiun: tanggal, masa kerja pensiun, DPCP, MPP, atas permintaan sendiri, tabungan hari tua.

Law: UU 20/2023 Ps. 55; PP 11/2017 Ps. 238-308, 350; UU 11/1969; PerBKN 2/2019; PerBKN 3/2020; PP 49/2018; PMK 128/2016
jo. PMK 23/2023. Pure but for the registry. Amounts are not counted here.
"""

from datetime import timedelta

from kepegawaian.aturan import PPPK, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir, lama
from pensiun import jadwal
from pensiun.hitung import APS, BUP, mkp_profil, syarat_hak

PP11 = "PP 11/2017"
# Groups of posts of the table BUP, as the page says them.
JABATAN = (
    ("JPT_PRATAMA", "pimpinan tinggi pratama"), ("ADMINISTRATOR", "administrator"), ("PENGAWAS", "pengawas"),
    ("PELAKSANA", "pelaksana"), ("JF_PENYELIA", "fungsional keterampilan"), ("JF_AHLI_PERTAMA", "ahli pertama"),
    ("JF_AHLI_MUDA", "ahli muda"), ("JF_AHLI_MADYA", "ahli madya"), ("JF_AHLI_UTAMA", "ahli utama"), ("JF_GURU", "guru"),
)  # fmt: skip


def batas_usia(acuan, tanggal):
    """The table BUP of a day in words: ``58 tahun bagi administrator, pengawas; 60 tahun bagi …``."""
    menurut = {}
    for kode, nama in JABATAN:
        if tahun := acuan.bup_tahun(kode, tanggal):
            menurut.setdefault(tahun, []).append(nama)
    return "; ".join(f"{tahun} tahun bagi {', '.join(nama)}" for tahun, nama in sorted(menurut.items()))


def _pns(p):
    return p.status in ("PNS", "CPNS")


@butir("pensiun", "jabatan")
def batas_usia_pensiun(p, acuan):
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239: the first of the month after the BUP of the post held."""
    if not _pns(p):
        return None
    kalimat = (
        "Anda pensiun pada tanggal 1 bulan berikutnya sesudah mencapai batas usia jabatan yang Anda pangku: "
        f"{batas_usia(acuan, p.per)}. Bila jabatan berubah, tanggalnya berubah."
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
    """PP 11/2017 Ps. 238-308; UU 11/1969 Ps. 6: the least masa kerja pensiun at the BUP (table JenisPemberhentian)."""
    if not _pns(p):
        return None
    minimal = syarat_hak(BUP, acuan, p.per).get("mkp", 0)
    kalimat = (
        f"Hak pensiun bulanan lahir bila masa kerja pensiun sekurang-kurangnya {minimal} tahun pada saat mencapai batas usia. "
        "Masa kerja pensiun dihitung sejak CPNS, ditambah masa kerja yang diakui, dikurangi cuti di luar tanggungan negara; sisa "
        "bulan dihitung sebulan penuh. Bila meninggal, janda, duda, atau anak yang menerimanya."
    )
    dasar = ((PP11, "Pasal 238 sampai 308"), ("UU 11/1969", "Pasal 6"))
    masa = mkp_profil(p, p.tmt_pensiun) if p.tmt_pensiun else None
    if masa is None:
        return Butir("Hak pensiun", kalimat, dasar, milik="Belum dapat dihitung dari data Anda.", keyakinan="sebagian")
    cukup = "cukup" if masa >= 12 * minimal else "belum cukup"
    return Butir(
        "Hak pensiun", kalimat, dasar, milik=f"Pada TMT pensiun masa kerja pensiun Anda {tulis_masa(masa)}: {cukup}.",
        fakta=(("Masa kerja pensiun", tulis_masa(masa)),), keyakinan="sebagian",
        url_name="pensiun:perkiraan_saya", url_lain="pensiun:perkiraan_detail", tautan="Perkiraan pensiun",
    )  # fmt: skip


@butir("pensiun", "jabatan")
def data_perorangan_calon_penerima_pensiun(p, acuan):
    """PP 11/2017: the DPCP comes some months before (setting ``pensiun_jadwal_bulan``) and is filled in and signed."""
    bulan = jadwal.jadwal(acuan, p.per).get("dpcp")
    if not _pns(p) or p.tmt_pensiun is None or p.tmt_pensiun <= p.per or bulan is None:
        return None
    tanggal = tambah_bulan(p.tmt_pensiun, -bulan)
    kapan = f"Daftar Anda disiapkan mulai {tulis_tanggal(tanggal)}." if tanggal > p.per else "Waktunya sudah tiba."
    return Butir(
        "Mengisi DPCP",
        f"Data Perorangan Calon Penerima Pensiun disampaikan {bulan} bulan sebelum pensiun. Periksa, lengkapi keluarga dan "
        "berkasnya, lalu tanda tangani supaya SK terbit sebelum TMT.",
        ((PP11, "Pasal 238 sampai 308"),), jenis="kewajiban", milik=kapan, tanggal=tanggal, peristiwa="DPCP disiapkan",
        keyakinan="sebagian", layanan="pensiun-bup",
    )  # fmt: skip


@butir("pensiun", "jabatan")
def masa_persiapan_pensiun(p, acuan):
    """PP 11/2017 Ps. 350; PerBKN 2/2019: how long, and how early it is applied for (settings)."""
    if p.status != "PNS" or p.tmt_pensiun is None or p.tmt_pensiun <= p.per:
        return None
    maks, sebelum = acuan.setelan("mpp_maks_bulan", p.per), acuan.setelan("mpp_usul_bulan_sebelum", p.per)
    mulai = tambah_bulan(p.tmt_pensiun, -maks)
    ajukan = tambah_bulan(mulai, -sebelum)
    akhir = tambah_bulan(p.tmt_pensiun, -1)
    return Butir(
        "Masa persiapan pensiun (MPP)",
        f"Paling lama {maks} bulan sebelum pensiun Anda boleh bebas tugas dan tiap bulan menerima uang sebesar satu kali "
        "penghasilan terakhir, bila tidak sedang diperiksa dan pekerjaan sudah diserahkan. Diajukan paling lambat "
        f"{sebelum} bulan sebelum mulai; dapat ditolak atau ditunda karena kepentingan dinas.",
        ((PP11, "Pasal 350"), ("PerBKN 2/2019", "")),
        milik=f"Paling cepat mulai {tulis_tanggal(mulai)}; untuk itu ajukan paling lambat {tulis_tanggal(ajukan)}.",
        fakta=(("MPP masih mungkin sampai", tulis_tanggal(akhir)),), tanggal=mulai, peristiwa="MPP dapat dimulai",
        layanan="mpp",
    )  # fmt: skip


@butir("pensiun", "pangkat", "jabatan")
def pensiun_atas_permintaan_sendiri(p, acuan):
    """UU 11/1969 Ps. 9; PerBKN 3/2020 Ps. 5: age and service by the settings ``aps_*``."""
    if p.status != "PNS" or p.tanggal_lahir is None or p.tmt_cpns is None:
        return None
    minta, tunda = syarat_hak(APS, acuan, p.per), acuan.setelan("aps_tunda_maks_bulan", p.per)
    usia = tambah_bulan(p.tanggal_lahir, 12 * minta["usia"])
    masa = tambah_bulan(p.tmt_cpns, 12 * minta["mkp"] - p.pmk_bulan + p.cltn_bulan)
    sejak = max(usia, masa)
    if p.tmt_pensiun and sejak >= p.tmt_pensiun:
        milik = "Syaratnya baru genap sesudah batas usia pensiun Anda."
    else:
        milik = f"Kedua syarat {'genap pada' if sejak > p.per else 'sudah genap sejak'} {tulis_tanggal(sejak)}."
    return Butir(
        "Pensiun atas permintaan sendiri",
        f"Boleh diminta dengan hak pensiun bila usia sekurang-kurangnya {minta['usia']} tahun dan masa kerja pensiun "
        f"{minta['mkp']} tahun. Dapat ditunda paling lama {lama(tunda)} karena kepentingan dinas, dan ditolak bila sedang diproses pidana, terikat ikatan dinas, sedang "
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
