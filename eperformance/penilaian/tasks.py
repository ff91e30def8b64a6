"""Pekerjaan latar penilaian: tipis, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from eperformance.penilaian import final, keberatan


@shared_task
def finalkan_penilaian():
    """Closes returned keberatan nobody sent again, then makes all penilaian final that are ready; how many."""
    keberatan.tutup_tertinggal(timezone.now())
    return final.finalkan_semua()
