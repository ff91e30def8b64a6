"""Pekerjaan latar kepangkatan: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

import logging
from datetime import date, timedelta

from celery import shared_task
from django.utils import timezone

from kepangkatan.daftar import susun
from kepangkatan.daftar.berkas import cetak
from kepangkatan.periode import hitung as periode
from kepegawaian.models import DaftarResmi

log = logging.getLogger(__name__)


@shared_task
def hitung_periode(tmt):
    """Computes one period of KP anew; ``tmt`` as ISO text."""
    periode.hitung(date.fromisoformat(tmt))


@shared_task
def hitung_periode_malam():
    """The periods in work, every night."""
    periode.malam(timezone.localdate())


@shared_task
def sapu_periode():
    """Computes what was asked for and lost by a dead worker or an emptied broker."""
    for tmt in periode.tertinggal():
        hitung_periode.delay(tmt.isoformat())


@shared_task
def susun_daftar(daftar_id):
    """Makes the rows of an official list that was asked for."""
    susun.kerjakan(daftar_id)


@shared_task
def cetak_daftar(daftar_id):
    """Prints both files of a list; what goes wrong stands on its row, and the sweep tries again."""
    try:
        cetak(daftar_id)
    except Exception as galat:  # whatever the renderer throws must reach the row, not only the log
        log.exception("daftar %s gagal dicetak", daftar_id)
        pesan = f"Gagal dicetak: {type(galat).__name__}: {galat}"[:400]
        DaftarResmi.objects.filter(pk=daftar_id, tercetak=False).update(pesan=pesan)


@shared_task
def sapu_daftar():
    """Queues again what a dead worker or an emptied broker lost; the row is the truth."""
    buat, cetak_lagi = susun.sapu(timezone.now() - timedelta(minutes=10))
    for kunci in buat:
        susun_daftar.delay(kunci)
    for kunci in cetak_lagi:
        cetak_daftar.delay(kunci)
