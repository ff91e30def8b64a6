"""Tugas: the id of a request goes with what it queues; runs of tasks are counted; beat leaves its heartbeat.

Connected by ``tata_kelola.apps``. The heartbeat is the moment beat last published: it publishes at least once a minute
(``sapu-kiriman``), so an old one means that nothing is scheduled any more.
"""

import contextlib
import time

import redis
from celery import signals
from django.conf import settings

from tata_kelola import sehat
from tata_kelola.telemetri import konteks, metrik

KEPALA = "portal_permintaan"
_beat = {"jalan": False, "detak": 0.0}
_mulai = {}


def sambungkan():
    """Connects the signals once per process."""
    signals.before_task_publish.connect(_titipkan, dispatch_uid="telemetri")
    signals.beat_init.connect(_beat_mulai, dispatch_uid="telemetri")
    signals.worker_init.connect(_pekerja_mulai, dispatch_uid="telemetri")


def _titipkan(headers=None, **_):
    if headers is not None:
        headers[KEPALA] = konteks.permintaan.get()
    if _beat["jalan"] and time.monotonic() - _beat["detak"] > 10:
        _beat["detak"] = time.monotonic()
        klien = redis.Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=1.5, socket_connect_timeout=1.5)
        with contextlib.suppress(redis.RedisError), klien:
            klien.set(sehat.DETAK_BEAT, time.time(), ex=86400)


def _beat_mulai(**_):
    _beat["jalan"] = True


def _pekerja_mulai(**_):
    """Only a worker counts: tasks that run inside a page or a test are part of it."""
    signals.task_prerun.connect(_sebelum, dispatch_uid="telemetri")
    signals.task_postrun.connect(_sesudah, dispatch_uid="telemetri")


def _sebelum(task_id=None, task=None, **_):
    konteks.permintaan.set(getattr(task.request, KEPALA, None) or "")
    konteks.tugas.set(task_id)
    _mulai[task_id] = time.perf_counter()


def _sesudah(task_id=None, task=None, state=None, **_):
    lama = time.perf_counter() - _mulai.pop(task_id, time.perf_counter())
    metrik.tugas(task.name, (state or "UNKNOWN").lower(), lama)
    konteks.permintaan.set("")
    konteks.tugas.set("")
