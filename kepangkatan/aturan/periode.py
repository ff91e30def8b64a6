"""Periode kenaikan pangkat (regulasi kenaikan-pangkat §1): allowed TMT and the window to propose. Pure.

Law: PP 99/2000 (April and October); PerBKN 4/2023 (six periods); PerBKN 4/2025 (every month).
"""

from kepegawaian.aturan import tambah_bulan


def periode_sah(acuan, tmt):
    """PP 99/2000; PerBKN 4/2023; PerBKN 4/2025: is ``tmt`` a date on which a KP may take effect? None: no table."""
    entri = acuan.bulan_kp(tmt)
    return None if entri is None else tmt.day == 1 and tmt.month in entri.nilai


def periode_mendatang(acuan, sejak, banyak=12):
    """PerBKN 4/2025: the next ``banyak`` allowed TMT on or after ``sejak``."""
    tmt = sejak if sejak.day == 1 else tambah_bulan(sejak.replace(day=1), 1)
    hasil = []
    for _ in range(12 * (banyak + 1)):
        if periode_sah(acuan, tmt):
            hasil.append(tmt)
            if len(hasil) == banyak:
                break
        tmt = tambah_bulan(tmt, 1)
    return hasil


def periode_berikut(acuan, sejak):
    """PerBKN 4/2025: the first allowed TMT on or after ``sejak``, or None."""
    return next(iter(periode_mendatang(acuan, sejak, 1)), None)


def jendela_usul(acuan, tmt):
    """Praktik BKN (sebagian, setelan kp_buka_* dan kp_tutup_*): first and last day to propose for ``tmt``."""

    def hari(jenis):
        bulan = tambah_bulan(tmt.replace(day=1), acuan.setelan(f"kp_{jenis}_bulan", tmt))
        return bulan.replace(day=acuan.setelan(f"kp_{jenis}_hari", tmt))

    return hari("buka"), hari("tutup")


def usul_pertama(acuan, tanggal, sejak=None):
    """Praktik BKN: the first TMT to propose on ``tanggal``: its window is not closed, and not before ``sejak``."""
    buka = next((t for t in periode_mendatang(acuan, tanggal) if jendela_usul(acuan, t)[1] >= tanggal), None)
    return max(filter(None, (buka, sejak)), default=None)
