"""Hari cuti: hari kerja di dalam sebuah masa, dan hari terakhir masa yang dihitung dengan bulan."""

from collections import Counter
from datetime import timedelta

from kepegawaian.aturan import tambah_bulan

POLA = {"5": "lima hari kerja", "6": "enam hari kerja"}


def pola_unit(acuan, jalur_unit, pola, tanggal):
    """The week a person's leave is counted by on ``tanggal``: "5" or "6".

    The dated setting ``cuti_pola_kerja`` {code of a unit: "5"|"6"} stands above the week of the unit; the nearest unit of
    ``jalur_unit`` (root first) decides. Shift workers (``sif``) are counted by the setting ``cuti_pola_sif``.
    """
    khusus = acuan.setelan("cuti_pola_kerja", tanggal)
    for unit_id in reversed(jalur_unit or ()):
        unit = acuan.unit.get(unit_id)
        if unit is not None and unit.kode in khusus:
            pola = khusus[unit.kode]
            break
    if pola == "sif":
        return acuan.setelan("cuti_pola_sif", tanggal)
    return pola or "5"


def hari_kerja(acuan, mulai, sampai, pola="5", perjalanan=0):
    """PerBKN 24/2017: working days from ``mulai`` to ``sampai`` (both counted) by calendar year, {year: days}.

    Weekends, national holidays and cuti bersama are skipped. ``perjalanan``: the last so many calendar days are the
    addition for a place that is hard to reach, and cost no right.
    """
    hasil = Counter()
    if mulai is None or sampai is None:
        return {}
    akhir = sampai - timedelta(days=perjalanan)
    hari = mulai
    while hari <= akhir:
        if acuan.hari_kerja(hari, pola):
            hasil[hari.year] += 1
        hari += timedelta(days=1)
    return dict(hasil)


def hari_kalender(mulai, sampai):
    """Calendar days, both counted."""
    return (sampai - mulai).days + 1


def akhir_masa(mulai, bulan, hari=0):
    """Last day of so many months (and days) that begin on ``mulai``."""
    return tambah_bulan(mulai, bulan) + timedelta(days=hari - 1)


def batas_masa(acuan, jenis, mulai, tanggal, tambahan=False):
    """Last day a leave of ``jenis`` that begins on ``mulai`` may have, or None where only days or health bound it.

    ``tambahan``: sick leave after the examination of health, an extension of CLTN.
    """
    if jenis == "CS1":
        return mulai + timedelta(days=acuan.setelan("cuti_cs_dokter_hari", tanggal) - 1)
    if jenis == "CS2":
        bulan = acuan.setelan("cuti_cs_bulan", tanggal)
        return akhir_masa(mulai, bulan + (acuan.setelan("cuti_cs_tambah_bulan", tanggal) if tambahan else 0))
    if jenis == "CS3":
        lama = acuan.setelan("cuti_gugur", tanggal)
        return akhir_masa(mulai, lama["bulan"], lama["hari"])
    if jenis == "CLTN":
        return akhir_masa(
            mulai, acuan.setelan("cuti_cltn_perpanjang_bulan" if tambahan else "cuti_cltn_bulan", tanggal)
        )
    kunci = {"CB": "cuti_cb_bulan", "CM": "cuti_cm_bulan", "CAP": "cuti_cap_bulan"}.get(jenis)
    return akhir_masa(mulai, acuan.setelan(kunci, tanggal)) if kunci else None
