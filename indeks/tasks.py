"""Tugas malam: the task opens the run and queues its workers; each takes ranges until none is left."""

from datetime import date, timedelta

from celery import shared_task
from django.utils import timezone

from indeks import malam
from indeks.bkn import impor
from indeks.kualitas.hitung import hitung


@shared_task
def hitung_indeks(tanggal=None, generasi=None, proses=2):
    """Opens (or finds) the runs of ``tanggal`` (ISO, today) and queues ``proses`` workers for the ranges of each."""
    hari_ini = timezone.localdate()
    hari = date.fromisoformat(tanggal) if tanggal else hari_ini
    daftar = [generasi] if generasi else malam.generasi_malam(hari)
    for g in daftar:
        putaran = malam.mulai(hari, hari_ini=hari_ini, sekarang=timezone.now(), generasi=g)
        for _ in range(proses):
            kerjakan.delay_on_commit(putaran.pk)


@shared_task
def kerjakan(putaran_id):
    """Works off ranges of a run; who finishes the last one swaps the pointer."""
    malam.kerjakan(putaran_id, sekarang=timezone.now)
    malam.rampungkan(putaran_id, sekarang=timezone.now())


@shared_task
def baca_nilai_bkn(batch_id):
    """Reads and compares a file of official values; the row says how far it is."""
    impor.IMPOR.baca(batch_id)


@shared_task
def sapu_indeks():
    """Queues again the runs whose workers have died (a range not finished is free as soon as its lock is gone), and files."""
    for satu in impor.IMPOR.tertinggal(timezone.now() - timedelta(minutes=5)):
        baca_nilai_bkn.delay_on_commit(satu)
    for pk in malam.tertinggal(timezone.now()):
        kerjakan.delay_on_commit(pk)


@shared_task
def hitung_kualitas():
    """Findings of data quality as of today; again on the same day it counts anew."""
    return hitung(timezone.localdate())
