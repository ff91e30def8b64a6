"""Aturan bersama tentang jabatan: tingkat, arah perpindahan, lama pengalaman. Pure: no Django, no clock.

Law: PermenPANRB 22/2021 (horizontal, vertikal, diagonal); PermenPANRB 17/2021 (which jenjang equals which jabatan);
PP 11/2017 Ps. 54 (experience). The level of each kelompok and jenjang is the dated setting ``karier_tingkat``. A post is
told by (jenis, kelompok of its eselon, jenjang), as ``profil.jejak_jabatan`` and ``Jabatan`` hold it.
"""

from kepegawaian.aturan import bulan_antara

HORIZONTAL, VERTIKAL, DIAGONAL, TURUN = "horizontal", "vertikal", "diagonal", "turun"
SETELAN_TINGKAT = "karier_tingkat"


def kunci_tingkat(jenis, kelompok="", jenjang=""):
    """Key of a post in the setting: kelompok of a structural one, jenjang of a JF, ``pelaksana``; "" when unknown."""
    if jenis == "struktural":
        return kelompok or ""
    return (jenjang or "") if jenis == "fungsional" else "pelaksana" if jenis == "pelaksana" else ""


def tingkat(acuan, tanggal, jenis, kelompok="", jenjang=""):
    """Level of a post (1 lowest) on ``tanggal``, or None when the setting does not know it."""
    return acuan.setelan(SETELAN_TINGKAT, tanggal).get(kunci_tingkat(jenis, kelompok, jenjang))


def rumpun(jenis, kelompok=""):
    """PermenPANRB 22/2021: JPT, JA (administrator, pengawas, pelaksana) or JF; "" when unknown."""
    if jenis == "fungsional":
        return "JF"
    if jenis == "pelaksana":
        return "JA"
    if jenis != "struktural" or not kelompok:
        return ""
    return "JPT" if kelompok.startswith("jpt") else "JA"


def arah(acuan, tanggal, lama, baru):
    """PermenPANRB 22/2021: direction of a move between two posts (jenis, kelompok, jenjang); "" when unknown.

    Equal level: horizontal. Higher in the same group: vertikal; higher across groups: diagonal. Lower: turun.
    """
    dari, ke = tingkat(acuan, tanggal, *lama), tingkat(acuan, tanggal, *baru)
    if dari is None or ke is None:
        return ""
    if ke == dari:
        return HORIZONTAL
    if ke < dari:
        return TURUN
    return VERTIKAL if rumpun(*lama[:2]) == rumpun(*baru[:2]) else DIAGONAL


def bulan_pengalaman(jejak, tanggal, cocok):
    """Whole months up to ``tanggal`` in posts of ``jejak`` (JabatanLama, by TMT) for which ``cocok(post)`` is true.

    A structural post counts from its pelantikan where that is recorded; posts that follow each other count as one spell.
    """
    baris = sorted((j for j in jejak if (j.dilantik or j.tmt) <= tanggal), key=lambda j: j.tmt)
    jumlah, mulai = 0, None
    for j in baris:
        awal = j.dilantik or j.tmt
        if cocok(j):
            mulai = mulai or awal
        elif mulai is not None:
            jumlah, mulai = jumlah + max(0, bulan_antara(mulai, j.tmt)), None
    return jumlah + (max(0, bulan_antara(mulai, tanggal)) if mulai else 0)


def bulan_tak_tercatat(jejak, tmt_cpns):
    """Months of service before the first recorded post; None when the appointment itself is unknown."""
    if tmt_cpns is None:
        return None
    if not jejak:
        return None
    return max(0, bulan_antara(tmt_cpns, min(j.tmt for j in jejak)))
