"""Pekerjaan latar SKP: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from eperformance import periode
from eperformance.skp import alih, cetak, tengah


@shared_task
def cetak_skp(skp_id):
    """Prints one SKP into the cache."""
    cetak.cetak(skp_id, timezone.localdate())


@shared_task
def cari_skp_pindah():
    """The night: SKP whose pegawai has moved since; tells them and the Subbidang Evaluasi Kinerja, each once."""
    tengah.kabarkan(timezone.localdate(), sekarang=timezone.now())


@shared_task
def rawat_skp():
    """The morning: drafts for those who joined, and SKP whose penilai cannot act to who stands in for him."""
    kini = timezone.now()
    periode.lengkapi(kini)
    alih.alihkan_semua(kini)
