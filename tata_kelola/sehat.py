"""Kesehatan sistem: database, broker, worker, antrean; what a load balancer and the admin ask.

The number of workers is the number of live subscribers of Celery's control channel, which the broker itself
knows: no waiting for replies, no heartbeat of our own that could lie.
"""

from dataclasses import dataclass

import redis
from django.conf import settings
from django.db import DatabaseError, connection

ANTREAN = "celery"
BATAS_DETIK = 1.5


@dataclass(frozen=True, slots=True)
class Broker:
    """What the broker says; ``hidup`` False when it does not answer, then nothing else is known."""

    hidup: bool
    pekerja: int = 0
    antrean: int = 0
    dikerjakan: int = 0


def database_hidup():
    """True when the database answers."""
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def tanya_broker():
    """The Broker now; one connection, four small commands."""
    klien = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_timeout=BATAS_DETIK, socket_connect_timeout=BATAS_DETIK
    )
    try:
        nomor = klien.connection_pool.connection_kwargs.get("db") or 0
        pipa = klien.pipeline(transaction=False)
        pipa.pubsub_numsub(f"/{nomor}.celery.pidbox")
        pipa.llen(ANTREAN)
        pipa.hlen("unacked")
        (langganan,), antrean, dikerjakan = pipa.execute()
        return Broker(True, pekerja=langganan[1], antrean=antrean, dikerjakan=dikerjakan)
    except redis.RedisError:
        return Broker(False)
    finally:
        klien.close()
