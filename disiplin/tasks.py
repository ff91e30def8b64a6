"""Pekerjaan latar disiplin: tipis, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from disiplin.kehadiran import kabar
from kepegawaian import kehadiran


@shared_task
def hitung_kehadiran(tahun, ids=None):
    """Counts a year of absence anew, for these people or everybody, and tells their atasan who has reached a threshold."""
    kehadiran.hitung(tahun, ids=ids)
    kabar.kabari(tahun, ids=ids)


@shared_task
def hitung_kehadiran_malam():
    """The night: this year, and in January the last one too, whose files still come in."""
    hari_ini = timezone.localdate()
    for tahun in (hari_ini.year - 1, hari_ini.year) if hari_ini.month == 1 else (hari_ini.year,):
        hitung_kehadiran(tahun)
