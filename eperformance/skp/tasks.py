"""Pekerjaan latar SKP: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from eperformance.skp import cetak, tengah


@shared_task
def cetak_skp(skp_id):
    """Prints one SKP into the cache."""
    cetak.cetak(skp_id, timezone.localdate())


@shared_task
def cari_skp_pindah():
    """The night: SKP whose pegawai has moved since; tells them and the Subbidang Evaluasi Kinerja, each once."""
    tengah.kabarkan(timezone.localdate(), sekarang=timezone.now())
