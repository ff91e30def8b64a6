"""Pekerjaan latar diklat: tipis, satu panggilan; each may run twice without harm."""

from celery import shared_task
from django.utils import timezone

from diklat.pelatihan import evaluasi
from diklat.pengembangan import dampak, kebutuhan
from diklat.tugas_belajar import perbuatan


@shared_task
def hitung_kebutuhan_malam():
    """The training needs of everybody, every night, then what the years' trainings came to."""
    hari_ini = timezone.localdate()
    kebutuhan.hitung(hari_ini)
    dampak.hitung(hari_ini)


@shared_task
def ingatkan_tugas_belajar():
    """Tells who has to report a semester; each once."""
    perbuatan.ingatkan(timezone.localdate(), sekarang=timezone.now())


@shared_task
def ingatkan_pasca():
    """Reminds superiors of evaluations after a training."""
    return evaluasi.ingatkan(timezone.localdate())
