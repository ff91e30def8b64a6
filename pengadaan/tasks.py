"""Pekerjaan latar pengadaan: tipis, satu panggilan. Each may run twice without harm."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from pengadaan.kebutuhan import pengingat
from pengadaan.kontrak import pantauan


@shared_task
def ingatkan_kontrak(tanggal=None):
    """Reminders of contracts that end (``tanggal`` ISO, default today); each contract and stage is told once."""
    pantauan.ingatkan(date.fromisoformat(tanggal) if tanggal else timezone.localdate())


@shared_task
def ingatkan_formasi(tanggal=None):
    """Reminders of an usul of formasi that is late (``tanggal`` ISO, default today); each step is told once."""
    pengingat.ingatkan(date.fromisoformat(tanggal) if tanggal else timezone.localdate())
