"""Pekerjaan latar realisasi: tipis. May run twice without harm."""

from celery import shared_task
from django.utils import timezone

from eperformance.realisasi import pengingat


@shared_task
def ingatkan_realisasi():
    """Reminds of realisasi not filled in and feedback not given; each once."""
    pengingat.ingatkan(timezone.localdate(), sekarang=timezone.now())
