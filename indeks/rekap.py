"""Rata-rata dan rekap satu putaran, dihitung set-based dari tabel putaran itu sendiri.

Section 2.7 of ``regulasi/ip-asn.md``: mean of the measured people, two decimals half-up, dimensions rounded
separately, several units weighted by persons. The queries stand in ``sql/``.
"""

from pathlib import Path

from django.db import connection

from indeks import partisi
from kepegawaian.aturan import tambah_bulan

BULAN_REKAP = 24  # pages look twelve months ahead, and the run may be some days old
FOLDER = Path(__file__).parent / "sql"
SQL = {
    partisi.HASIL: (FOLDER / "rata.sql").read_text(encoding="utf-8"),
    partisi.TEMPO: (FOLDER / "tempo.sql").read_text(encoding="utf-8"),
}


def tulis(putaran):
    """Writes RataUnit, and when the run has due dates RekapTempo of the coming months."""
    nilai = {
        "putaran": putaran.pk,
        "sejak": putaran.tanggal.replace(day=1),
        "sebelum": tambah_bulan(putaran.tanggal.replace(day=1), BULAN_REKAP),
    }
    with connection.cursor() as kursor:
        for induk in partisi.INDUK if putaran.tempo else (partisi.HASIL,):
            kursor.execute(SQL[induk].format(tabel=partisi.nama(induk, putaran.pk)), nilai)
