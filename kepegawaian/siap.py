"""Siap: kalimat SQL yang sama pada tiap halaman direncanakan PostgreSQL sekali per sambungan, bukan tiap kali.

What one account may do, the badges of its menu and the profile of one person are asked on every page, and planning them
costs PostgreSQL more than answering. ``jalankan`` asks by a prepared statement that the connection keeps; after five
times PostgreSQL takes the plan that holds for every value, unless one of its own would be cheaper. It needs a connection of its
own per session (no pgbouncer in transaction mode). Nothing else changes: values are bound, never written into the text.
"""

import re
from weakref import WeakKeyDictionary

import psycopg2
from django.db import connection

TANDA = re.compile(r"%(?:\((\w+)\)s|s|%)")
TERBANYAK = 200  # statements one connection keeps; beyond that a sentence is asked as it comes
_milik = WeakKeyDictionary()


def jalankan(kursor, sql, nilai):
    """As ``kursor.execute(sql, nilai)``: ``kursor`` of Django, ``nilai`` a sequence or a dict."""
    sambungan = connection.connection
    dikenal = _milik.setdefault(sambungan, {})
    if (satu := dikenal.get(sql)) is None and len(dikenal) < TERBANYAK:
        satu = dikenal[sql] = _siapkan(sambungan, sql, f"siap_{len(dikenal)}")
    if not satu or not satu[0]:
        kursor.execute(sql, nilai)
        return
    nama, urutan = satu
    isi = list(nilai) if urutan is None else [nilai[k] for k in urutan]
    kursor.execute(f"EXECUTE {nama} ({', '.join(['%s'] * len(isi))})" if isi else f"EXECUTE {nama}", isi or None)


def _siapkan(sambungan, sql, nama):
    """(name, order of the named values or None for a sequence); ("", None) where a type cannot be told.

    Past Django's cursor: it is no question of the page and does not count as one.
    """
    urutan, ke = [], []

    def ganti(cocok):
        if cocok.group() == "%%":
            return "%"
        kunci = cocok.group(1)
        if kunci is None:
            ke.append(kunci)
            return f"${len(ke)}"
        if kunci not in urutan:
            urutan.append(kunci)
        return f"${urutan.index(kunci) + 1}"

    teks = TANDA.sub(ganti, sql)
    with connection.wrap_database_errors, sambungan.cursor() as kursor:
        dalam = not sambungan.autocommit
        if dalam:
            kursor.execute("SAVEPOINT siap")
        try:
            kursor.execute(f"PREPARE {nama} AS {teks}")
        except (
            psycopg2.ProgrammingError
        ):  # a type PostgreSQL cannot tell; a real mistake is told by the plain question
            if dalam:
                kursor.execute("ROLLBACK TO SAVEPOINT siap")
            return "", None
        if dalam:
            kursor.execute("RELEASE SAVEPOINT siap")
    return nama, urutan or None
