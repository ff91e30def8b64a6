"""Malam: IP ASN and due lists of everybody beside SELECT count(*) over the same profile SQL; then generation A, IKD, the snapshot.

Both run warm (the nightly worker is), with the same number of forked processes over the same ranges of ids.
"""

import os
import subprocess
import sys

from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from indeks import tempo
from indeks.kualitas import hitung as kualitas
from indeks.models import RentangPutaran
from kepegawaian.acuan import acuan_kini
from kepegawaian.profil_sql import susun_sql
from layanan import katalog
from tata_kelola import potret
from tata_kelola.models import PotretBulan
from tests.bench.ukur import jam, puncak_mb

ANGGARAN = {10_000: 2.5, 1_000_000: 120.0}
PROSES = 2


def ukur(jumlah, papan):
    """The nightly job as the worker runs it, the floor of the database, and the command from a cold shell."""
    with jam() as j, open(os.devnull, "w") as bisu:
        call_command("hitung_indeks", proses=PROSES, stdout=bisu)
    _, anak = puncak_mb()
    catatan = f"{PROSES} processes; peak {anak:.0f} MB each"
    papan.catat("IP ASN dan jatuh tempo semua", jumlah, j.detik, "s", ANGGARAN.get(jumlah), catatan)
    with jam() as dasar:
        _serentak(_bagian())
    papan.catat("count(*) atas SQL profil yang sama", jumlah, dasar.detik, "s", None, f"{PROSES} processes")
    kali = j.detik / max(dasar.detik, 0.001)
    papan.catat("perbandingan keduanya", jumlah, kali, "×", 2.0 if jumlah >= 10_000 else None)
    with jam() as dingin:
        perintah = [sys.executable, "manage.py", "hitung_indeks", "--proses", str(PROSES)]
        subprocess.run(perintah, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    papan.catat("hitung_indeks dari cangkang", jumlah, dingin.detik, "s", None, "with the start of Python and Django")
    _lain(jumlah, papan)


def _lain(jumlah, papan):
    """What else the night counts of everybody, each by itself and warm: generation A, IKD, the snapshot of a month."""
    hari_ini = timezone.localdate()
    with jam() as j, open(os.devnull, "w") as bisu:
        call_command("hitung_indeks", generasi="A", proses=PROSES, stdout=bisu)
    papan.catat("indeks generasi A semua", jumlah, j.detik, "s", None, f"{PROSES} processes")
    with jam() as j:
        temuan = kualitas.hitung(hari_ini)["temuan"]
    papan.catat("IKD dan temuannya semua", jumlah, j.detik, "s", None, f"{temuan} findings")
    bulan = potret.bulan_lalu(hari_ini)
    while bulan in potret.bulan_ada():  # a month is taken once; a bench run before this one took it
        bulan = potret.bulan_lalu(bulan)
    with jam() as j:
        potret.buat(bulan, acuan_kini(), hari_ini)
    sel = PotretBulan.objects.filter(bulan=bulan).count()
    papan.catat("potret bulanan semua", jumlah, j.detik, "s", None, f"{sel} cells")


def _bagian():
    """The ranges of the run, dealt out to the processes."""
    rentang = list(RentangPutaran.objects.order_by("putaran", "dari").values_list("dari", "sampai"))
    return [rentang[nomor::PROSES] for nomor in range(PROSES)]


def _serentak(bagian):
    """Counts each share in a forked process of its own and waits for all."""
    # OFFSET 0 keeps the planner from dropping columns that nobody reads.
    per, acuan = timezone.localdate(), acuan_kini()
    dalam = susun_sql(
        tempo.susun(katalog.semua(), acuan, per).bagian, dua_jam=False, sasaran="p.id BETWEEN %(dari)s AND %(sampai)s"
    )
    sql = f"SELECT count(*), count(q) FROM ({dalam} OFFSET 0) q"  # noqa: S608 - our own SQL text
    connections.close_all()
    anak = []
    for rentang in bagian:
        pid = os.fork()
        if not pid:
            with connection.cursor() as kursor:
                for dari, sampai in rentang:
                    kursor.execute(sql, {"per": per, "tahu": None, "dari": dari, "sampai": sampai})
            os._exit(0)
        anak.append(pid)
    for pid in anak:
        os.waitpid(pid, 0)
