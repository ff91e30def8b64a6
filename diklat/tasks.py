"""Pekerjaan diklat di latar."""

from celery import shared_task
from django.utils import timezone

from diklat.pelatihan import evaluasi


@shared_task
def ingatkan_pasca():
    """Reminds superiors of evaluations after a training."""
    return evaluasi.ingatkan(timezone.localdate())
