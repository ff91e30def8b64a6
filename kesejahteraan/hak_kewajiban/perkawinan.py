"""Kewajiban tentang perkawinan dan perceraian. Pure but for the registry.

Law: PP 10/1983 jo. PP 45/1990; SE BAKN 08/SE/1983. For PPPK a letter of BKN only recommends the same process.
"""

from kepegawaian.aturan import PPPK
from kepegawaian.hak_kewajiban import Butir, butir, lama
from kesejahteraan.perkawinan.aturan import LAPOR_BULAN, TERGUGAT_HARI
from kesejahteraan.perkawinan.rute import PUTUSAN, TIGA_BULAN

CATATAN_PPPK = " Bagi PPPK baru anjuran BKN, bukan kewajiban menurut peraturan ini."


def _kalimat(p, teks):
    return teks + (CATATAN_PPPK if p.status in PPPK else "")


def _keyakinan(p):
    return "sebagian" if p.status in PPPK else "pasti"


@butir("keluarga")
def laporan_perkawinan(p, acuan):
    """PP 10/1983 Ps. 2: within one year, through the line."""
    if p.status is None:
        return None
    return Butir(
        "Melaporkan perkawinan",
        _kalimat(
            p, f"Perkawinan pertama, juga perkawinan lagi seorang janda atau duda, dilaporkan lewat atasan paling lambat "
            f"{lama(LAPOR_BULAN)} sesudahnya, dengan akta dan foto suami atau istri. Tidak perlu izin."
        ),
        (("PP 10/1983", "Pasal 2"),), jenis="kewajiban", keyakinan=_keyakinan(p), layanan="lapor-kawin",
    )  # fmt: skip


@butir("keluarga")
def izin_perceraian(p, acuan):
    """PP 45/1990 Ps. 3: who sues needs leave, who is sued a letter; he reports within six working days."""
    if p.status is None:
        return None
    return Butir(
        "Izin atau keterangan perceraian",
        _kalimat(
            p, "Siapa yang menggugat cerai wajib memperoleh izin lebih dulu; siapa yang digugat wajib memperoleh surat "
            f"keterangan dan melapor paling lambat {TERGUGAT_HARI} hari kerja sesudah menerima gugatan. Atasan meneruskannya "
            f"paling lambat {TIGA_BULAN.banyak} bulan, pejabat memutus paling lambat {PUTUSAN.banyak} bulan. Perceraian yang sudah diputus dilaporkan."
        ),
        (("PP 45/1990", "Pasal 3"), ("PP 10/1983", "")), jenis="kewajiban", keyakinan=_keyakinan(p), layanan="izin-cerai",
    )  # fmt: skip


@butir("keluarga")
def beristri_lagi(p, acuan):
    """PP 10/1983 Ps. 4, 9, 10; PP 45/1990 Ps. 4 ayat (2): a man needs leave, a woman may not at all."""
    if p.status is None or p.jenis_kelamin is None:
        return None
    if p.jenis_kelamin == "P":
        return Butir(
            "Menjadi istri kedua, ketiga, atau keempat",
            _kalimat(p, "PNS wanita tidak diizinkan menjadi istri kedua, ketiga, atau keempat."),
            (("PP 45/1990", "Pasal 4 ayat (2)"),), jenis="larangan", keyakinan=_keyakinan(p),
        )  # fmt: skip
    return Butir(
        "Izin beristri lebih dari seorang",
        _kalimat(
            p, "PNS pria yang akan beristri lebih dari seorang wajib memperoleh izin pejabat lebih dulu: sekurang-kurangnya "
            "satu syarat alternatif, dan semua syarat kumulatif, yaitu persetujuan tertulis istri, penghasilan yang cukup, "
            "dan jaminan tertulis berlaku adil."
        ),
        (("PP 10/1983", "Pasal 4"), ("PP 10/1983", "Pasal 9 dan 10")), jenis="kewajiban", keyakinan=_keyakinan(p),
        layanan="izin-beristri",
    )  # fmt: skip


@butir("keluarga")
def sanksi_perkawinan(p, acuan):
    """PP 45/1990 Ps. 15: a heavy penalty."""
    if p.status is None:
        return None
    return Butir(
        "Bercerai atau beristri lagi tanpa izin, hidup bersama di luar perkawinan",
        _kalimat(p, "Dijatuhi hukuman disiplin berat; juga atasan atau pejabat yang lalai menanganinya."),
        (("PP 45/1990", "Pasal 15"),), jenis="larangan", keyakinan=_keyakinan(p),
    )  # fmt: skip
