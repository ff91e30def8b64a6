"""Antrean pekerja latar: the one way a page or an act hands work to Celery, always after the commit.

The database is the truth, the broker only carries: when it cannot be reached, what was committed stands. Work
whose row says what is missing (print, read a file) is queued again by a sweep; other callers pass ``wajib``
and tell the reader.
"""

import logging

from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)
MATI = "Pekerja latar sedang tidak terjangkau, jadi belum ada yang berubah. Coba lagi beberapa menit lagi."


class AntreanMati(Exception):
    """The broker cannot be reached; the message is for the reader."""


def kirim(tugas, *argumen, wajib=True):
    """Queues ``tugas(*argumen)`` now. Raises AntreanMati when the broker is away; only logs it unless ``wajib``."""
    try:
        tugas.delay(*argumen)
    except OperationalError as galat:
        log.error("%s tidak masuk antrean: %s", tugas.name, galat)
        if wajib:
            raise AntreanMati(MATI) from galat


def antrekan(tugas, *argumen, wajib=False):
    """``kirim`` once the running transaction commits, at once when there is none."""
    transaction.on_commit(lambda: kirim(tugas, *argumen, wajib=wajib))
