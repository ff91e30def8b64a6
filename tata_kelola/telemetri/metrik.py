"""Metrik: figures in Prometheus' text form.

What a web process counts stands in files of PROMETHEUS_MULTIPROC_DIR, which ``gunicorn.conf.py`` makes, so that any of
them answers for all. What workers count stands in the broker, and what only the database or the disk knows is asked when
Prometheus asks.
"""

import contextlib
import os
import shutil
import time

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from tata_kelola import sehat

JENIS = "text/plain; version=0.0.4; charset=utf-8"
METODE = {"GET", "HEAD", "POST"}
WADAH = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 15)
CATATAN = CollectorRegistry()
BANYAK = Counter("portal_http_requests", "Requests", ["view", "method", "status"], registry=CATATAN)
LAMA = Histogram("portal_http_request_seconds", "Server time", ["view"], buckets=WADAH, registry=CATATAN)
KUERI = Counter("portal_http_queries", "Database statements", ["view"], registry=CATATAN)
TUGAS = "portal:tugas"
SAMBUNGAN = """
    SELECT coalesce(state, 'none'), count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' GROUP BY 1
"""
MENUNGGU = """
    SELECT 'cetak', count(*) FROM kepegawaian_naskah WHERE tahap IN ('menunggu_cetak', 'gagal_cetak')
    UNION ALL SELECT 'kiriman', count(*) FROM kepegawaian_kiriman WHERE status = 'menunggu'
"""


def permintaan(nama, metode, status, detik, kueri):
    """Counts one request; a full disk must not turn a good answer into an error."""
    with contextlib.suppress(OSError):
        BANYAK.labels(nama, metode if metode in METODE else "other", status).inc()
        LAMA.labels(nama).observe(detik)
        KUERI.labels(nama).inc(kueri)


def tugas(nama, hasil, detik):
    """Counts one run of a task, in the broker; a broker away costs the figure, not the task."""
    with contextlib.suppress(redis.RedisError), _broker() as klien:
        pipa = klien.pipeline(transaction=False)
        pipa.hincrby(TUGAS, f"{nama}|{hasil}", 1)
        pipa.hincrbyfloat(f"{TUGAS}:detik", nama, round(detik, 4))
        pipa.execute()


def _broker():
    return redis.Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=1.5, socket_connect_timeout=1.5)


class Sistem:
    """What is asked of broker, database and disk at this moment; what does not answer is left out."""

    def collect(self):
        """The families of figures."""
        yield from self._broker()
        with contextlib.suppress(DatabaseError):
            yield self._dari("portal_db_connections", "Connections of this database", "state", SAMBUNGAN)
            yield self._dari("portal_db_waiting", "Rows that wait for a worker", "queue", MENUNGGU)
        bebas = GaugeMetricFamily("portal_disk_free_bytes", "Free room", labels=["folder"])
        with contextlib.suppress(OSError):
            bebas.add_metric(["dokumen"], shutil.disk_usage(settings.MEDIA_ROOT).free)
        yield bebas

    @staticmethod
    def _dari(nama, uraian, label, sql):
        satu = GaugeMetricFamily(nama, uraian, labels=[label])
        with connection.cursor() as kursor:
            kursor.execute(sql)
            for kunci, banyak in kursor.fetchall():
                satu.add_metric([kunci], banyak)
        return satu

    @staticmethod
    def _broker():
        keadaan = sehat.tanya_broker()
        yield GaugeMetricFamily("portal_broker_up", "1 when the broker answers", value=int(keadaan.hidup))
        if not keadaan.hidup:
            return
        yield GaugeMetricFamily("portal_workers", "Workers connected", value=keadaan.pekerja)
        yield GaugeMetricFamily("portal_queue_length", "Tasks waiting", value=keadaan.antrean)
        yield GaugeMetricFamily("portal_tasks_running", "Tasks in hand", value=keadaan.dikerjakan)
        hasil = CounterMetricFamily("portal_tasks", "Runs of tasks", labels=["task", "outcome"])
        detik = CounterMetricFamily("portal_task_seconds", "Seconds in tasks", labels=["task"])
        with contextlib.suppress(redis.RedisError), _broker() as klien:
            for kunci, banyak in klien.hgetall(TUGAS).items():
                hasil.add_metric(kunci.decode().split("|"), int(banyak))
            for kunci, lama in klien.hgetall(f"{TUGAS}:detik").items():
                detik.add_metric([kunci.decode()], float(lama))
            if detak := klien.get(sehat.DETAK_BEAT):
                usia = max(0.0, time.time() - float(detak))
                yield GaugeMetricFamily("portal_beat_age_seconds", "Since beat last sent a task", value=usia)
        yield hasil
        yield detik


def teks():
    """Everything, as bytes."""
    web = CATATAN
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        web = CollectorRegistry()
        MultiProcessCollector(web)
    sistem = CollectorRegistry()
    sistem.register(Sistem())
    return generate_latest(web) + generate_latest(sistem)
