"""Hitung: beban tiap langkah semua layanan, dengan satu SQL; no names, so every role may read it."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

SQL = (Path(__file__).parent / "sql" / "beban.sql").read_text(encoding="utf-8")
HARI_SETAHUN = 365
# Working days are counted on a calendar this long before the window; a step older than that is cut to it.
HARI_KALENDER = 3 * 365


@dataclass(frozen=True, slots=True)
class Beban:
    """Load of one step: usulan that wait and are late today; ended ones of the last 12 months with their medians.

    ``median_kerja``/``median_kalender``: days from entering to leaving, None when none has ended;
    ``selesai_lewat``: how many of ``selesai`` ended after their deadline. Working days are those of five a week.
    """

    menunggu: int = 0
    terlambat: int = 0
    selesai: int = 0
    selesai_lewat: int = 0
    median_kerja: float | None = None
    median_kalender: float | None = None


KOSONG = Beban()


def beban(hari_ini):
    """{(slug, kode langkah): Beban} of everything that waits or ended in the last 12 months; one query."""
    sejak = hari_ini - timedelta(days=HARI_SETAHUN)
    nilai = {
        "hari_ini": hari_ini,
        "sejak": sejak,
        "kalender": sejak - timedelta(days=HARI_KALENDER),
        "zona": settings.TIME_ZONE,
    }
    with connection.cursor() as kursor:
        kursor.execute(SQL, nilai)
        return {(slug, kode): Beban(*lain) for slug, kode, *lain in kursor.fetchall()}


def jumlah(beban_, slug, kode):
    """Beban of several steps of one layanan together; medians are not added up, so they stay None."""
    satu = [beban_.get((slug, k), KOSONG) for k in kode]
    return Beban(*(sum(getattr(b, n) for b in satu) for n in ("menunggu", "terlambat", "selesai", "selesai_lewat")))
