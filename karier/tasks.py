"""Tugas latar karier."""

from datetime import date

from celery import shared_task

from karier import potret


@shared_task
def hitung_talenta(tanggal):
    """Computes the talent map as of ``tanggal`` (ISO)."""
    potret.hitung(date.fromisoformat(tanggal))
