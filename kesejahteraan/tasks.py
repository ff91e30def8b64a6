"""Pekerjaan latar kesejahteraan: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from kesejahteraan.korpri import pengingat
from kesejahteraan.penghargaan import drh, periode


@shared_task
def hitung_slks(tahun):
    """Computes one Satyalancana period anew."""
    periode.hitung(tahun)


@shared_task
def hitung_slks_malam():
    """The award in preparation, every night."""
    periode.malam(timezone.localdate())


@shared_task
def sapu_slks():
    """Computes what was asked for and lost by a dead worker or an emptied broker."""
    for tahun in periode.tertinggal():
        hitung_slks.delay(tahun)


@shared_task
def lampirkan_drh(usulan_id, pengguna_id):
    """Prints the DRH of a draft and attaches it, as the one who made the draft."""
    drh.lampirkan(usulan_id, pengguna_id)


@shared_task
def ingatkan_korpri():
    """Tells the participants of tomorrow's kegiatan Korpri; each once."""
    pengingat.ingatkan(timezone.localdate(), sekarang=timezone.now())
