"""Pekerjaan latar pantau: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from eperformance.pantau import impor, laporan


@shared_task
def baca_kinerja(batch_id):
    """Reads and compares a file of kinerja periodik; the row says how far it is."""
    impor.IMPOR.baca(batch_id)


@shared_task
def cetak_laporan(pk):
    """Prints a quarterly report from its frozen figures."""
    laporan.cetak(pk)


@shared_task
def sapu_pantau():
    """Queues again files and reports that a dead worker or an emptied broker lost."""
    kini = timezone.now()
    for satu in impor.IMPOR.tertinggal(kini - timedelta(minutes=5)):
        baca_kinerja.delay(satu)
    for satu in laporan.tertinggal(kini):
        cetak_laporan.delay(satu)
