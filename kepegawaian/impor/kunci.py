"""Kunci: satu batch dibaca oleh satu pekerja, dan hanya satu batch diterapkan pada satu waktu.

Advisory locks of the session: PostgreSQL lets them go when a worker dies, so a killed run can be taken up
again at once, and a run that still lives is never taken over.
"""

from contextlib import contextmanager, suppress

from django.db import InterfaceError, OperationalError, connection

RUANG = 67_0001
TERAPKAN = 0


@contextmanager
def kunci(nomor):
    """Yields True when the lock of ``nomor`` (a batch id, or TERAPKAN) was free and is now ours."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [RUANG, nomor])
        dapat = kursor.fetchone()[0]
    try:
        yield dapat
    finally:
        # A session that has died, or a transaction that must roll back, lets go by itself or with its connection.
        if dapat and not connection.needs_rollback and connection.connection is not None:
            with suppress(OperationalError, InterfaceError), connection.cursor() as kursor:
                kursor.execute("SELECT pg_advisory_unlock(%s, %s)", [RUANG, nomor])
