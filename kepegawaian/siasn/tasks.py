"""Pekerjaan latar SIASN: tipis, satu id masuk, satu panggilan. Imported by ``kepegawaian.tasks``, where Celery looks."""

from celery import shared_task

from kepegawaian.antrean import kirim as antre
from kepegawaian.siasn import ambil, kirim, sakelar


@shared_task
def ambil_siasn(pk):
    """One piece of a run; the next piece is a task of its own, so that a worker is never held for hours."""
    if ambil.lanjutkan(pk):
        antre(ambil_siasn, pk, wajib=False)


@shared_task
def kirim_siasn(ids):
    """Sends these rows; one that somebody else holds is passed over."""
    for pk in ids:
        kirim.kirim(pk)


@shared_task
def sapu_siasn():
    """Goes on with what a dead worker, a pause or an emptied broker left; nothing while the connection is off."""
    if not sakelar.menyala():
        return
    kirim_siasn(kirim.jatuh_waktu())
    for pk in ambil.jatuh_waktu():
        antre(ambil_siasn, pk, wajib=False)
