"""Pekerjaan latar kepegawaian: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

from celery import shared_task

from kepegawaian import akun


@shared_task
def kirim_kode(pengguna_id):
    """Makes a one-time code and sends it to the e-mail on file; the code is born here, never in the broker."""
    akun.kirim_kode(pengguna_id)
