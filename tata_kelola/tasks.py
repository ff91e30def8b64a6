"""Pekerjaan latar tata kelola: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from tata_kelola import laporan, potret
from tata_kelola.pribadi import retensi, salinan


@shared_task
def cetak_laporan_bulanan(pk):
    """Prints a monthly report from its frozen figures."""
    laporan.cetak(pk)


@shared_task
def potret_bulan_lalu():
    """Takes the people of the month that has ended, unless a night did; every night, so that a missed one is made up."""
    potret.buat_malam(acuan_kini(), timezone.localdate())


@shared_task
def laporan_bulan_lalu():
    """Makes and prints the report of the month that has ended, unless somebody made it."""
    satu = laporan.buat_malam(timezone.localdate(), timezone.now())
    if satu is not None:
        laporan.cetak(satu.pk)


@shared_task
def sapu_laporan_bulanan():
    """Queues again reports that a dead worker or an emptied broker lost."""
    for pk in laporan.tertinggal(timezone.now()):
        cetak_laporan_bulanan.delay(pk)


@shared_task
def buat_salinan_data(pk):
    """Makes the copy of personal data its owner asked for."""
    salinan.buat(pk)


@shared_task
def sapu_salinan_data():
    """Queues again copies that were lost, deletes those whose time is over."""
    for pk in salinan.sapu(timezone.now()):
        buat_salinan_data.delay(pk)


@shared_task
def bersihkan_data():
    """The night: what no law keeps goes after its time."""
    retensi.bersihkan(timezone.now())
