"""Hak atas perlindungan: jaminan kesehatan, JKK, JKM, bantuan hukum. Pure but for the registry.

Law: PP 11/2017 Ps. 308; PP 70/2015 jo. PP 66/2017; PerBKN 4/2020; PMK 23/2023.
"""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir

JAMINAN = (("PP 70/2015", ""), ("PP 66/2017", ""))


def _peserta(p):
    if p.tmt_cpns is None:
        return "Anda peserta sejak diangkat; TMT-nya belum tercatat."
    return f"Anda peserta sejak {tulis_tanggal(p.tmt_cpns)}. Iurannya dibayar pemberi kerja."


@butir("perlindungan")
def jaminan_kecelakaan_kerja(p, acuan):
    """PP 70/2015 jo. PP 66/2017; PerBKN 4/2020: what counts as an accident at work, and that it is reported."""
    if p.status is None:
        return None
    return Butir(
        "Jaminan kecelakaan kerja (JKK)",
        "Bila mengalami kecelakaan saat menjalankan tugas, dalam keadaan yang berhubungan dengan dinas, di jalan antara "
        "rumah dan tempat kerja, atau sakit akibat kerja, Anda dirawat sampai sembuh atas tanggungan jaminan, dan mendapat "
        "santunan bila menjadi cacat. Bila tewas, ahli waris menerima santunan, uang duka, biaya pemakaman, dan beasiswa "
        "anak. Penetapannya oleh BKN, pembayarannya oleh PT Taspen.",
        (*JAMINAN, ("PerBKN 4/2020", "")), milik=_peserta(p), layanan="klaim-jkk",
    )  # fmt: skip


@butir("perlindungan")
def lapor_kecelakaan_kerja(p, acuan):
    """PLD-1: the report with its papers; how soon is a setting of the office (asumsi)."""
    if p.status is None:
        return None
    return Butir(
        "Melaporkan kecelakaan kerja",
        "Kecelakaan kerja segera dilaporkan kepada atasan dengan kronologi, saksi, dan surat tugasnya, supaya jaminannya "
        f"dapat diurus: paling lambat {acuan.setelan('jkk_lapor_jam', p.per)} jam sesudah kejadian menurut ketetapan kantor.",
        (("PerBKN 4/2020", ""),), jenis="kewajiban", keyakinan="asumsi", layanan="klaim-jkk",
    )  # fmt: skip


@butir("perlindungan")
def jaminan_kematian(p, acuan):
    """PP 70/2015 jo. PP 66/2017: death that is not from work; a scholarship after three years of membership."""
    if p.status is None:
        return None
    milik, masa = _peserta(p), acuan.setelan("jkm_beasiswa_masa_tahun", p.per)
    duka, anak, usia = (
        acuan.setelan(x, p.per) for x in ("jkm_uang_duka_kali", "jkm_beasiswa_anak_maks", "beasiswa_usia_maks")
    )
    if p.tmt_cpns:
        genap = tambah_bulan(p.tmt_cpns, 12 * masa)
        if genap > p.per:
            milik += f" Beasiswa anak dijamin mulai {tulis_tanggal(genap)}, sesudah {masa} tahun menjadi peserta."
    return Butir(
        "Jaminan kematian (JKM)",
        f"Bila Anda wafat bukan karena tugas, ahli waris menerima santunan sekaligus, uang duka wafat {duka} kali gaji "
        f"terakhir, biaya pemakaman, dan beasiswa bagi paling banyak {anak} anak yang masih sekolah, berusia paling tinggi {usia} "
        "tahun, belum menikah, dan belum bekerja. Urutan ahli waris: janda atau duda, anak, orang tua, ahli waris lain.",
        JAMINAN, milik=milik, layanan="klaim-jkm",
    )  # fmt: skip


@butir("perlindungan")
def jaminan_kesehatan(p, acuan):
    """PP 11/2017 Ps. 308; Perpres 82/2018: health insurance for the person and his family."""
    if p.status is None:
        return None
    persen = acuan.setelan("iuran_kesehatan_persen", p.per)
    return Butir(
        "Jaminan kesehatan",
        f"Anda dan keluarga menjadi peserta jaminan kesehatan. Anda membayar {persen} persen gaji, selebihnya pemberi "
        "kerja.",
        (("PP 11/2017", "Pasal 308"), ("Perpres 82/2018", "")), keyakinan="sebagian",
        url_name="penggajian:penghasilan_saya", url_lain="penggajian:penghasilan_detail", tautan="Iuran pada penghasilan",
    )  # fmt: skip


@butir("perlindungan")
def bantuan_hukum(p, acuan):
    """PP 11/2017 Ps. 308: help in cases that arise from duty."""
    if p.status is None:
        return None
    return Butir(
        "Bantuan hukum",
        "Anda berhak atas bantuan hukum dalam perkara yang timbul karena pelaksanaan tugas: tata usaha negara, perdata, atau "
        "pidana karena tugas. Permohonannya lewat Subbidang Pembinaan Korps Profesi ASN, yang meneruskannya sampai Sekda.",
        (("PP 11/2017", "Pasal 308"),), keyakinan="sebagian", layanan="bantuan-hukum",
    )  # fmt: skip
