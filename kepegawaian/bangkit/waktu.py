"""Hitungan bulan: every TMT of rank and pay is the first of a month, so a month is one integer."""

from datetime import date, timedelta


def bulan(tanggal):
    """Index of the month of ``tanggal``, counted from year 0."""
    return tanggal.year * 12 + tanggal.month - 1


def bulan_sejak(tanggal):
    """The first month whose first day is not before ``tanggal``."""
    return bulan(tanggal) + (tanggal.day > 1)


def tanggal(indeks):
    """First day of the month with this index."""
    return date(indeks // 12, indeks % 12 + 1, 1)


def tambah_tahun(hari, tahun):
    """The same day ``tahun`` years later; 29 February becomes 28 where it must."""
    try:
        return hari.replace(year=hari.year + tahun)
    except ValueError:
        return hari.replace(year=hari.year + tahun, day=28)


def tmt_pensiun(lahir, bup):
    """First day of the month after the one in which the retirement age falls (PP 11/2017 Ps. 239)."""
    return tanggal(bulan(lahir) + bup * 12 + 1)


def hari_kerja(hari):
    """``hari`` itself, or the Monday after a weekend."""
    return hari + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[hari.weekday()])


def hari_acak(acak, dari, sampai):
    """A random day in [dari, sampai]; ``dari`` when the span is empty."""
    lebar = (sampai - dari).days
    return dari + timedelta(days=int(acak.random() * (lebar + 1))) if lebar > 0 else dari
