"""Pekerjaan latar kepegawaian: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from kepegawaian import akun, impor, kiriman, profil, segel, sesi
from kepegawaian.impor.kabar import kabari
from kepegawaian.impor.pembatalan import buang_bayangan
from kepegawaian.models import BatchImpor, Pengguna
from kepegawaian.siasn import tasks as siasn_tasks  # noqa: F401 - Celery finds them through this module

log = logging.getLogger(__name__)


@shared_task
def kirim_kode(pengguna_id):
    """Makes a one-time code and sends it to the e-mail on file; the code is born here, never in the broker."""
    akun.kirim_kode(pengguna_id)


@shared_task
def baca_batch(batch_id):
    """Reads and compares an uploaded batch; the row says how far it is."""
    kabari(impor.baca(batch_id))


@shared_task(bind=True, max_retries=120, default_retry_delay=5)
def terapkan_batch(self, batch_id, oleh_id=None, alamat=""):
    """Applies a previewed batch; waits while another one is at work, goes on after a lost database."""
    try:
        kabari(impor.terapkan(batch_id, oleh_id, alamat))
    except (impor.SedangDipakai, OperationalError) as sibuk:
        raise self.retry(exc=sibuk) from sibuk


@shared_task(bind=True, max_retries=120, default_retry_delay=5)
def batalkan_batch(self, batch_id, oleh_id=None, alamat=""):
    """Undoes an applied batch; one that is not applied (a double click) is left alone."""
    try:
        kabari(impor.batalkan(batch_id, Pengguna.objects.filter(pk=oleh_id).first(), alamat))
    except impor.SedangDipakai as sibuk:
        raise self.retry(exc=sibuk) from sibuk
    except impor.PembatalanDitolak as galat:
        log.warning("Batch impor %s tidak dibatalkan: %s", batch_id, galat)
        impor.catat_penolakan(batch_id, str(galat))


@shared_task
def sapu_antrean_impor():
    """Queues again files that wait to be read since a broker was away; one being read just now is left alone."""
    batas = timezone.now() - timedelta(minutes=5)
    tertinggal = BatchImpor.objects.filter(jenis="siasn", status__in=("diunggah", "membaca"), diunggah_pada__lt=batas)
    for kunci in tertinggal.values_list("pk", flat=True):
        baca_batch.delay(kunci)


@shared_task
def kirim_kiriman(ids):
    """Sends these Kiriman; one that somebody else holds, or that has left already, is passed over."""
    for satu in ids:
        kiriman.kirim(satu)


@shared_task
def sapu_kiriman():
    """Sends what is due: retries, gathered notices, and what a dead worker or an emptied broker lost."""
    kirim_kiriman(kiriman.jatuh_waktu())


@shared_task
def segarkan_semua():
    """The night: time itself changes profiles; whoever has no riwayat in force stays out of the lists."""
    profil.segarkan(per=timezone.localdate())
    buang_bayangan()
    sesi.bereskan()


@shared_task
def segel_jejak():
    """Seals the rows of the trail that are settled; one that runs already is left alone."""
    segel.segel_semua()


@shared_task
def periksa_jejak():
    """The night: counts the seals of the trail again and tells when a row is not as it was sealed."""
    segel.periksa_malam()
