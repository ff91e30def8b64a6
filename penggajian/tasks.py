"""Pekerjaan latar penggajian: tipis, satu id masuk, satu panggilan."""

from celery import shared_task

from kepegawaian.impor import presensi
from kepegawaian.models import Pengguna
from penggajian import tpp


@shared_task
def hitung_tpp(bulan_id, oleh_id=None, alamat=""):
    """Computes the TPP of a month into a draft; queued twice it is computed once."""
    tpp.hitung(bulan_id, oleh=Pengguna.objects.filter(pk=oleh_id).first(), alamat=alamat)


@shared_task
def sapu_tpp():
    """Queues again what a dead worker or an emptied broker lost; a month somebody computes just now is passed over."""
    for bulan_id, oleh_id in tpp.tertinggal():
        hitung_tpp.delay(bulan_id, oleh_id)


@shared_task
def baca_presensi(batch_id):
    """Reads and compares a file of presensi; the row says how far it is."""
    presensi.IMPOR.baca(batch_id)
