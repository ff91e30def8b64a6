"""Malam: IP ASN and due lists of everybody, beside SELECT count(*) over the same profile SQL."""

import os
import subprocess
import sys

from django.db import connection
from django.utils import timezone

from kepegawaian.profil_sql import SEMUA, susun_sql
from tests.bench.ukur import jam, puncak_mb

ANGGARAN = {10_000: 2.5, 1_000_000: 120.0}


def ukur(jumlah, papan, *, proses=2):
    """The nightly command in its own process, then the floor of the database for the same question."""
    with jam() as j:
        subprocess.run(
            [sys.executable, "manage.py", "hitung_indeks", "--proses", str(proses)],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ,
        )
    _, anak = puncak_mb()
    papan.catat(
        "IP ASN dan jatuh tempo semua",
        jumlah,
        j.detik,
        "s",
        ANGGARAN.get(jumlah),
        f"{proses} processes; peak {anak:.0f} MB",
    )
    dasar = hitung_dasar()
    papan.catat("count(*) atas SQL profil yang sama", jumlah, dasar, "s")
    papan.catat("perbandingan keduanya", jumlah, j.detik / max(dasar, 0.001), "×", 2.0 if jumlah >= 10_000 else None)


def hitung_dasar():
    """Seconds of SELECT count(*) over the profile SQL; OFFSET 0 keeps the planner from dropping columns."""
    sql = susun_sql(SEMUA, dua_jam=False, sasaran="true")
    nilai = {"per": timezone.localdate(), "tahu": None}
    luar = f"SELECT count(*), count(q) FROM ({sql} OFFSET 0) q"  # noqa: S608 - our own SQL text
    with connection.cursor() as kursor, jam() as j:
        kursor.execute(luar, nilai)
    return j.detik
