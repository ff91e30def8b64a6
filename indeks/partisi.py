"""Partisi satu putaran: tabel sendiri yang diisi lepas, dipasang bila utuh, dan dibuang bersama malamnya.

PostgreSQL declarative partitioning by LIST (putaran_id); see migration ``0002_partisi``. Attaching takes no
lock that stops readers; dropping waits at most a moment and else is left for the next night.
"""

from django.db import OperationalError, connection, transaction

INDUK = ("indeks_hasilindeks", "indeks_jatuhtempo")
HASIL, TEMPO = INDUK
# Columns nobody filters or sorts by: sampling them would take most of the time of ANALYZE.
TANPA_STATISTIK = {HASIL: "fakta", TEMPO: "keterangan"}


def nama(induk, putaran_id):
    """Name of the table of one run."""
    return f"{induk}_p{int(putaran_id)}"


def siapkan(putaran_id):
    """Makes the empty tables of a run, not yet part of their parent, without any index."""
    with connection.cursor() as kursor:
        for induk in INDUK:
            tabel = nama(induk, putaran_id)
            kursor.execute(f"DROP TABLE IF EXISTS {tabel}")
            kursor.execute(f"CREATE TABLE {tabel} (LIKE {induk} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
            # With this check the attachment need not read the rows.
            kursor.execute(
                f"ALTER TABLE {tabel} ADD CHECK (putaran_id = {int(putaran_id)}),"
                f" ALTER COLUMN {TANPA_STATISTIK[induk]} SET STATISTICS 0"
            )


def pasang(putaran_id, induk_dipasang):
    """Builds the indexes and attaches the tables; those not named are dropped."""
    with connection.cursor() as kursor:
        # A sample of some thousand rows says enough of columns with few values.
        kursor.execute("SET LOCAL default_statistics_target = 20")
        for induk in INDUK:
            tabel = nama(induk, putaran_id)
            if induk in induk_dipasang:
                kursor.execute(f"ALTER TABLE {induk} ATTACH PARTITION {tabel} FOR VALUES IN ({int(putaran_id)})")
                kursor.execute(f"ANALYZE {tabel}")
            else:
                kursor.execute(f"DROP TABLE IF EXISTS {tabel}")


def buang(putaran_id, induk_dibuang=INDUK):
    """Drops the tables of a run; False when a reader holds them too long."""
    try:
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute("SET LOCAL lock_timeout = '3s'")
            for induk in induk_dibuang:
                kursor.execute(f"DROP TABLE IF EXISTS {nama(induk, putaran_id)}")
    except OperationalError:
        return False
    return True


def ada():
    """Ids of the runs that have a table of either kind: {parent: set of ids}."""
    hasil = {induk: set() for induk in INDUK}
    with connection.cursor() as kursor:
        for induk in INDUK:
            kursor.execute(
                r"SELECT substring(c.relname FROM '_p(\d+)$')::bigint FROM pg_class c"
                " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname ~ %s",
                [rf"^{induk}_p\d+$"],
            )
            hasil[induk] = {baris[0] for baris in kursor.fetchall()}
    return hasil
