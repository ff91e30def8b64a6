"""Tugas latar kesejahteraan: tipis, satu panggilan."""

from celery import shared_task
from django.utils import timezone

from kesejahteraan.korpri import pengingat


@shared_task
def ingatkan_korpri():
    """Tells the participants of tomorrow's kegiatan Korpri; each once."""
    pengingat.ingatkan(timezone.localdate(), sekarang=timezone.now())
