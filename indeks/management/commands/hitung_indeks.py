"""``manage.py hitung_indeks``: the nightly index from the shell, the same as the task of beat."""

import os
import sys
import time
import traceback
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from indeks import malam
from indeks.models import PutaranIndeks
from indeks.setelan import SEMUA, GalatSetelan


class Command(BaseCommand):
    """Opens or continues the run, works on it with one or more processes, and swaps the pointer."""

    requires_system_checks = []  # the graphs and URLs were proved when the portal started
    help = "Menghitung indeks profesionalitas dan daftar jatuh tempo semua pegawai."

    def add_arguments(self, parser):
        """Date, generation and number of processes."""
        parser.add_argument("--tanggal", type=date.fromisoformat, help="YYYY-MM-DD; bawaan hari ini")
        parser.add_argument("--generasi", choices=SEMUA, help="bawaan menurut setelan ip_generasi")
        parser.add_argument("--proses", type=int, default=1, help="banyaknya proses pekerja")

    def handle(self, *, tanggal, generasi, proses, **_):
        """Runs and prints one line of what was done."""
        awal, hari_ini = time.monotonic(), timezone.localdate()
        try:
            putaran = malam.mulai(tanggal or hari_ini, hari_ini=hari_ini, sekarang=timezone.now(), generasi=generasi)
        except GalatSetelan as galat:
            raise CommandError(str(galat)) from galat
        if proses > 1:
            self._beberapa_proses(putaran.pk, proses)
        else:
            malam.kerjakan(putaran.pk, sekarang=timezone.now)
        if not malam.rampungkan(putaran.pk, sekarang=timezone.now()):
            raise CommandError("Belum semua rentang selesai; jalankan sekali lagi untuk melanjutkan.")
        self._laporkan(PutaranIndeks.objects.get(pk=putaran.pk), time.monotonic() - awal)

    def _beberapa_proses(self, putaran_id, proses):
        """Forks the workers, each with a connection of its own, and waits; what a dead one left is done here."""
        connections.close_all()
        anak = [self._cabang(putaran_id) for _ in range(proses)]
        gagal = [pid for pid in anak if os.waitpid(pid, 0)[1]]
        if gagal:
            self.stderr.write(f"{len(gagal)} proses pekerja berhenti sebelum selesai; sisanya dikerjakan di sini.")
            malam.kerjakan(putaran_id, sekarang=timezone.now)

    def _cabang(self, putaran_id):
        """One child process; returns its id to the parent and never returns in the child."""
        pid = os.fork()
        if pid:
            return pid
        kode = 1
        try:
            malam.kerjakan(putaran_id, sekarang=timezone.now)
            connections.close_all()
            kode = 0
        except Exception:  # the process ends here, so nobody above could tell why
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(kode)

    def _laporkan(self, p, detik):
        laju = f"{p.populasi / detik:,.0f}".replace(",", ".")
        self.stdout.write(
            f"Indeks {p.tahun} generasi {p.generasi} per {p.tanggal}: {p.terukur} terukur dari {p.populasi} pegawai, "
            f"{p.galat} galat, {detik:.1f} detik ({laju} pegawai per detik)."
        )
