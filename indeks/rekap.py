"""Rata-rata dan rekap satu putaran, dihitung set-based dari tabel putaran itu sendiri.

Section 2.7 of ``regulasi/ip-asn.md``: mean of the measured people, two decimals half-up, dimensions rounded
separately, several units weighted by persons. The queries stand in ``sql/``.
"""

from pathlib import Path

from django.db import connection

from indeks import partisi

FOLDER = Path(__file__).parent / "sql"
SQL = {
    partisi.HASIL: (FOLDER / "rata.sql").read_text(encoding="utf-8"),
    partisi.TEMPO: (FOLDER / "tempo.sql").read_text(encoding="utf-8"),
}


def tulis(putaran):
    """Writes RataUnit, and RekapTempo when the run has due dates."""
    with connection.cursor() as kursor:
        for induk in partisi.INDUK if putaran.tempo else (partisi.HASIL,):
            kursor.execute(SQL[induk].format(tabel=partisi.nama(induk, putaran.pk)), {"putaran": putaran.pk})
