"""Pekerjaan latar pensiun: tipis, satu panggilan. Each may run twice without harm."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from pensiun import nominatif


@shared_task
def siapkan_nominatif(tanggal=None):
    """Drafts and reminders of the pensions ahead for ``tanggal`` (ISO, default today); run again it finds nothing."""
    nominatif.siapkan(date.fromisoformat(tanggal) if tanggal else timezone.localdate())
