"""Pekerjaan latar tahun kinerja dan pohon: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from eperformance import periode
from eperformance.pohon import portal


@shared_task
def buka_draf(pembukaan_id):
    """Makes the drafts of a request; queued twice they are made once."""
    periode.kerjakan(pembukaan_id)


@shared_task
def sapu_draf():
    """Queues again what a dead worker or an emptied broker lost."""
    for satu in periode.tertinggal():
        buka_draf.delay(satu)


@shared_task
def isi_realisasi_pohon():
    """The night: values the portal counts by itself, of the day that has just ended."""
    portal.malam(timezone.localdate())
