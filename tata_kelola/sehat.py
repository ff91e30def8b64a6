"""Kesehatan sistem: database, broker, worker, antrean; what a load balancer and the admin ask.

The number of workers is the number of connections that listen by pattern on our number of the broker, as each worker
does for Celery's control channel (``PUBSUB NUMSUB`` counts no patterns): the broker itself knows, no waiting for replies,
no heartbeat of our own that could lie. Beat has no such channel; it leaves the time of its last
publication (``telemetri/tugas.py``).

``siap()`` tells what a page needs (``WAJIB``) from what can wait: a portal whose worker is dead still serves everybody,
and taking all web machines out of the balancer would only add to the trouble.
"""

import pkgutil
import secrets
import shutil
import time
from dataclasses import dataclass
from importlib import import_module

import redis
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

ANTREAN = "celery"
BATAS_DETIK = 1.5
DETAK_BEAT = "portal:detak-beat"
BEAT_MAKS_DETIK = 300
BAIK = "baik"
WAJIB = ("database", "migrasi", "broker", "dokumen")  # without these no page is right


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
    """The Broker now; one connection, three small commands."""
    klien = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_timeout=BATAS_DETIK, socket_connect_timeout=BATAS_DETIK
    )
    try:
        nomor = klien.connection_pool.connection_kwargs.get("db") or 0
        pipa = klien.pipeline(transaction=False)
        pipa.llen(ANTREAN)
        pipa.hlen("unacked")
        pipa.client_list(_type="pubsub")
        antrean, dikerjakan, langganan = pipa.execute(raise_on_error=False)
        if isinstance(antrean, redis.RedisError):
            return Broker(False)
        ada = langganan if isinstance(langganan, list) else []  # a managed broker may keep its clients to itself
        pekerja = sum(int(k["psub"]) > 0 and int(k["db"]) == nomor for k in ada)
        return Broker(True, pekerja=pekerja, antrean=antrean, dikerjakan=dikerjakan)
    except redis.RedisError:
        return Broker(False)
    finally:
        klien.close()


# ── readiness ────────────────────────────────────────────────────────────────────────────────────────


def siap():
    """{part: "baik" or a sentence what is wrong}."""
    hidup, broker = database_hidup(), tanya_broker()
    return {
        "database": BAIK if hidup else "tidak menjawab",
        "migrasi": _migrasi() if hidup else "tidak diketahui",
        "broker": BAIK if broker.hidup else "tidak menjawab",
        "dokumen": _dokumen(),
        "worker": BAIK if broker.pekerja else "tidak ada yang tersambung",
        "beat": _beat(),
        "disk": _disk(),
    }


def gangguan():
    """[(what, sentence)] of the parts whose trouble no page shows: timetable, store of documents, disk."""
    bagian = (
        ("Jadwal pekerjaan (beat)", _beat()),
        ("Penyimpanan dokumen", _dokumen()),
        ("Ruang disk dokumen", _disk()),
    )
    return [(nama, f"{kata[0].upper()}{kata[1:]}.") for nama, kata in bagian if kata != BAIK]


def _migrasi():
    """Whether every migration of this code has been applied; file names only, nothing is imported."""
    try:
        sudah = {kunci for kunci, _ in MigrationRecorder(connection).applied_migrations().items()}
    except DatabaseError:
        return "tidak diketahui"
    belum = len(_migrasi_kode() - sudah)
    return f"{belum} belum dijalankan" if belum else BAIK


def _migrasi_kode(_ingat=[]):  # noqa: B006 - what this code brings does not change while it runs
    if not _ingat:
        for app in apps.get_app_configs():
            try:
                modul = import_module(f"{app.name}.migrations")
            except ModuleNotFoundError:
                continue
            nama = (m.name for m in pkgutil.iter_modules(getattr(modul, "__path__", [])) if m.name[0] not in "_~")
            _ingat.extend((app.label, n) for n in nama)
    return set(_ingat)


def _dokumen():
    """Whether a document could be kept now: a small one is stored and taken away, wherever the store is."""
    try:
        nama = default_storage.save(f"sehat/{secrets.token_hex(8)}", ContentFile(b"sehat"))
        default_storage.delete(nama)
    except OSError as galat:
        return f"tidak dapat ditulisi ({galat.strerror or galat})"
    return BAIK


def _beat():
    klien = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_timeout=BATAS_DETIK, socket_connect_timeout=BATAS_DETIK
    )
    try:
        detak = klien.get(DETAK_BEAT)
    except redis.RedisError:
        return "tidak diketahui"
    finally:
        klien.close()
    if detak is None:
        return "belum pernah terlihat"
    usia = time.time() - float(detak)
    return BAIK if usia < BEAT_MAKS_DETIK else f"diam sejak {int(usia // 60)} menit lalu"


def _disk():
    try:
        bebas = shutil.disk_usage(settings.MEDIA_ROOT).free // 2**20
    except OSError:
        return "tidak diketahui"
    return BAIK if bebas >= settings.SEHAT_DISK_MIN_MB else f"tersisa {bebas} MB"
