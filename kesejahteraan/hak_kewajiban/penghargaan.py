"""Hak atas penghargaan: Satyalancana Karya Satya dengan kelas dan tanggalnya; penghargaan lain. Pure but for the registry.

Law: UU 20/2009; PP 35/2010 Ps. 22; PP 25/1994 Ps. 4 jo. PP 1/2010; PP 11/2017 Ps. 231.
"""

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir
from kesejahteraan.penghargaan.aturan import KELAS, KODE, dipegang, tahun_kelas
from kesejahteraan.penghargaan.forms import hari_anugerah


def anugerah_berikut(acuan, tanggal):
    """The first day of the award (setting ``slks_tanggal``, asumsi) on or after ``tanggal``."""
    tahun_ini = hari_anugerah(acuan, tanggal.year)
    return tahun_ini if tahun_ini >= tanggal else hari_anugerah(acuan, tanggal.year + 1)


def kelas_berikut(p, acuan):
    """(class, award day) of the next one this person can reach by service alone, or None.

    The highest class whose years are full on the nearest award day, not held yet; else the next one to come.
    """
    punya = dipegang(p)
    kelas_lagi = KELAS[KELAS.index(punya[-1]) + 1 :] if punya else KELAS
    terdekat = anugerah_berikut(acuan, p.per)
    genap = {k: tambah_bulan(p.tmt_cpns, 12 * tahun_kelas(k, acuan, p.per)) for k in kelas_lagi}
    calon = [(k, max(terdekat, anugerah_berikut(acuan, hari))) for k, hari in genap.items()]
    genap = [c for c in calon if c[1] == terdekat]
    return genap[-1] if genap else (calon[0] if calon else None)


@butir("penghargaan", "pangkat", "hukuman", "penghargaan")
def satyalancana_karya_satya(p, acuan):
    """PP 35/2010 Ps. 22: years of unbroken service from CPNS by class, never a hukuman sedang or berat."""
    if p.status not in ("PNS", "CPNS") or p.tmt_cpns is None:
        return None
    masa = ", ".join(f"{tahun_kelas(k, acuan, p.per)} tahun (kelas {k})" for k in KELAS)
    kalimat = (
        f"Tanda kehormatan dari Presiden bagi PNS yang bekerja terus-menerus sejak CPNS selama {masa}, berkinerja baik, dan tidak pernah dijatuhi hukuman disiplin sedang atau "
        "berat dalam masa itu. Diusulkan perangkat daerah lewat BKD."
    )
    dasar = (("PP 35/2010", "Pasal 22"), ("PP 25/1994", "Pasal 4"), ("UU 20/2009", ""))
    umum = {"layanan": "satyalancana", "keyakinan": "sebagian"}
    punya = tuple(
        (f"Kelas {k}", f"diterima {tulis_tanggal(x.tmt)}") for k in KELAS for x in p.penghargaan if x.jenis == KODE[k]
    )
    berikut = kelas_berikut(p, acuan)
    if berikut is None:
        return Butir(
            "Satyalancana Karya Satya",
            kalimat,
            dasar,
            milik="Anda sudah menerima kelas tertinggi.",
            fakta=punya,
            **umum,
        )
    kelas, hari = berikut
    if p.tmt_pensiun and hari >= p.tmt_pensiun:
        milik = f"Kelas {kelas} baru genap {tulis_tanggal(hari)}, sesudah TMT pensiun Anda."
        return Butir("Satyalancana Karya Satya", kalimat, dasar, milik=milik, fakta=punya, **umum)
    masa = tulis_masa(max(0, bulan_antara(p.tmt_cpns, hari)))
    milik = f"Menurut masa kerja, kelas {kelas} pada {tulis_tanggal(hari)} (masa kerja {masa})."
    if p.cltn_bulan:
        milik += " CLTN memutus hitungannya, jadi tanggal ini perlu ditelaah BKD."
    return Butir(
        "Satyalancana Karya Satya", kalimat, dasar, milik=milik, fakta=punya, tanggal=hari,
        peristiwa=f"Satyalancana Karya Satya kelas {kelas}", **umum,
    )  # fmt: skip


@butir("penghargaan", "pangkat", "hukuman")
def satyalancana_dan_hukuman(p, acuan):
    """PP 25/1994 Ps. 4; SLKS-03: what a penalty in the past does to the count; for those only who have one."""
    if p.status != "PNS":
        return None
    kena = [h for h in p.hukuman if h.tingkat in ("sedang", "berat") and h.tmt <= p.per]
    if not kena:
        return None
    akhir = max(h.sampai or h.tmt for h in kena)
    return Butir(
        "Satyalancana sesudah hukuman disiplin",
        "Hukuman disiplin sedang atau berat menghalangi Satyalancana Karya Satya. Hitungan masa kerja dimulai lagi sejak "
        "hukumannya berakhir; bacaan ini ditelaah BKD tiap kali.",
        (("PP 25/1994", "Pasal 4"), ("PP 35/2010", "")), jenis="kewajiban", bagian="hukuman", khusus=True, keyakinan="asumsi",
        milik=f"Hitungan Anda dimulai lagi {tulis_tanggal(akhir)}.",
    )  # fmt: skip


@butir("penghargaan")
def penghargaan_lain(p, acuan):
    """PP 11/2017 Ps. 231: the kinds of reward."""
    if p.status is None:
        return None
    return Butir(
        "Penghargaan pegawai berprestasi",
        "Pegawai yang berprestasi dapat diberi tanda kehormatan, kenaikan pangkat istimewa, kesempatan prioritas "
        "mengembangkan kompetensi, atau menghadiri acara resmi dan kenegaraan. Pemilihannya diumumkan BKD.",
        (("PP 11/2017", "Pasal 231"),), keyakinan="sebagian",
    )  # fmt: skip
