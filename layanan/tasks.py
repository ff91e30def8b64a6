"""Pekerjaan latar: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from kepegawaian.models import Naskah
from layanan import naskah

log = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, default_retry_delay=20)
def cetak_naskah(self, naskah_id):
    """Prints one naskah; after three failures the row says gagal_cetak with the reason."""
    try:
        naskah.cetak(naskah_id)
    except Exception as galat:  # whatever the renderer throws must reach the row, not only the log
        log.exception("naskah %s gagal dicetak", naskah_id)
        if self.request.retries >= self.max_retries:
            naskah.cetak_gagal(naskah_id, f"{type(galat).__name__}: {galat}")
            return
        raise self.retry(exc=galat) from galat


@shared_task
def sapu_antrean_cetak():
    """Queues again what a dead worker or an emptied broker lost; the row is the truth."""
    batas = timezone.now() - timedelta(minutes=2)
    tertinggal = Naskah.objects.filter(
        tahap__in=("menunggu_cetak", "gagal_cetak"), asal="register", dibuat_pada__lt=batas
    )
    for kunci in tertinggal.values_list("pk", flat=True)[:500]:
        cetak_naskah.delay(kunci)
