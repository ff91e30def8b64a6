"""Pekerjaan latar penggajian: tipis, satu id masuk, satu panggilan."""

from celery import shared_task

from kepegawaian.impor import presensi
from kepegawaian.models import Pengguna
from penggajian import tpp


@shared_task
def hitung_tpp(bulan_id, oleh_id=None, alamat=""):
    """Computes the TPP of a month into a draft; run twice it gives the same draft."""
    tpp.hitung(bulan_id, oleh=Pengguna.objects.filter(pk=oleh_id).first(), alamat=alamat)


@shared_task
def baca_presensi(batch_id):
    """Reads and compares a file of presensi; the row says how far it is."""
    presensi.baca(batch_id)
