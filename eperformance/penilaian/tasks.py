"""Pekerjaan latar penilaian: tipis, satu panggilan. Each may run twice without harm."""

from celery import shared_task

from eperformance.penilaian import final


@shared_task
def finalkan_penilaian():
    """Makes all penilaian final that are ready; how many."""
    return final.finalkan_semua()
