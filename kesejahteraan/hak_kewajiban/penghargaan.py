"""Hak atas penghargaan: Satyalancana Karya Satya dengan kelas dan tanggalnya; penghargaan lain. Pure but for the registry.

Law: UU 20/2009; PP 35/2010 Ps. 22; PP 25/1994 Ps. 4 jo. PP 1/2010; PP 11/2017 Ps. 231.
"""

from datetime import date

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir

# Class, years of service, code of the award (SIASN).
KELAS = (("X", 10, "201"), ("XX", 20, "202"), ("XXX", 30, "203"))
ANUGERAH = (8, 17)  # asumsi: counted on 17 August of the year of the award, not on the day of the proposal


def hari_anugerah(tanggal):
    """The first 17 August on or after ``tanggal``."""
    tahun_ini = date(tanggal.year, *ANUGERAH)
    return tahun_ini if tahun_ini >= tanggal else date(tanggal.year + 1, *ANUGERAH)


def kelas_berikut(p):
    """(class, award day) of the next one this person can reach by service alone, or None.

    The highest class whose years are full on the nearest award day, not held yet; else the next one to come.
    """
    punya = {x.jenis for x in p.penghargaan}
    tertinggi = max((t for _, t, kode in KELAS if kode in punya), default=0)
    calon = [
        (kelas, max(hari_anugerah(p.per), hari_anugerah(tambah_bulan(p.tmt_cpns, 12 * tahun))))
        for kelas, tahun, kode in KELAS if kode not in punya and tahun > tertinggi
    ]  # fmt: skip
    terdekat = hari_anugerah(p.per)
    genap = [c for c in calon if c[1] == terdekat]
    return genap[-1] if genap else (calon[0] if calon else None)


@butir("penghargaan", "pangkat", "hukuman", "penghargaan")
def satyalancana_karya_satya(p, acuan):
    """PP 35/2010 Ps. 22: 10, 20 or 30 years of unbroken service from CPNS, never a hukuman sedang or berat."""
    if p.status not in ("PNS", "CPNS") or p.tmt_cpns is None:
        return None
    kalimat = (
        "Tanda kehormatan dari Presiden bagi PNS yang bekerja terus-menerus sejak CPNS selama 10 tahun (kelas X), 20 tahun "
        "(kelas XX), atau 30 tahun (kelas XXX), berkinerja baik, dan tidak pernah dijatuhi hukuman disiplin sedang atau "
        "berat dalam masa itu. Diusulkan perangkat daerah lewat BKD."
    )
    dasar = (("PP 35/2010", "Pasal 22"), ("PP 25/1994", "Pasal 4"), ("UU 20/2009", ""))
    umum = {"layanan": "satyalancana", "keyakinan": "sebagian"}
    punya = tuple(
        (f"Kelas {k}", f"diterima {tulis_tanggal(x.tmt)}")
        for k, _, kode in KELAS
        for x in p.penghargaan
        if x.jenis == kode
    )
    berikut = kelas_berikut(p)
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
