"""Tugas latar karier."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from karier import potret


@shared_task
def hitung_talenta(tanggal):
    """Computes the talent map as of ``tanggal`` (ISO)."""
    potret.hitung(date.fromisoformat(tanggal))


@shared_task
def hitung_talenta_malam():
    """The map of this year, every night; a frozen one is left alone."""
    potret.malam(timezone.localdate())
