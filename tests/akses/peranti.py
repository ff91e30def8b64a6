"""Peranti uji akses: a client for each persona, which rows a request has written, and what need not be done each time."""

import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from copy import copy
from http.cookies import SimpleCookie
from unittest.mock import patch

from django.db import connection, transaction
from django.template import loader
from django.test import Client
from django.urls import reverse

from kepegawaian import middleware
from kepegawaian.akun import NipBackend
from kepegawaian.hak import hitung_hak
from kepegawaian.impor import ekspor
from tests.pabrik import masuk

AKHIR_SESI = {"kepegawaian:keluar", "kepegawaian:ganti_sandi"}
PENANGAN = Client().handler  # its middleware is loaded once, not for each client
NIP_BACKEND_AKUN = NipBackend.get_user
# What changes no row: a question, also one prepared (``kepegawaian/siap.py``), and the marks of a transaction.
HANYA_BACA = re.compile(
    r"\s*\(*\s*(SELECT|EXECUTE|SAVEPOINT|RELEASE|ROLLBACK|SET|SHOW|WITH(?!.*\b(INSERT|UPDATE|DELETE|MERGE)\b))\b",
    re.I | re.S,
)


@contextmanager
def dibuang():
    """A savepoint whose writes are thrown away."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def klien(d, persona):
    """A client logged in as the persona; a broken page is an answer 500, not an exception."""
    k = Client(raise_request_exception=False)
    k.handler = PENANGAN
    return k if persona == "anonim" else masuk(k, d.akun[persona])


@contextmanager
def sesi(d, persona, nama=""):
    """The client of the test; where this request ends the session, the session is given back after it."""
    if persona != "pensiunan_lama" and nama not in AKHIR_SESI:
        yield d.klien
        return
    kue = SimpleCookie(d.klien.cookies)
    with dibuang():
        yield d.klien
    d.klien.cookies = kue


def alamat(d, baris):
    """The address of a line of the table."""
    kueri = getattr(baris, "kueri", "")
    return reverse(baris.nama, args=baris.argumen(d)) + (f"?{kueri}" if kueri else "")


# The columns of pg_stat_xact_user_tables; the view itself joins and groups the whole catalogue, at 2 ms a time.
TERTULIS = """
    SELECT relname, n FROM pg_class, LATERAL (SELECT pg_stat_get_xact_tuples_inserted(oid)
        + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)) AS x(n)
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND n > 0
"""


def tertulis():
    """{table: rows written in this transaction}; what is rolled back later counts too."""
    with connection.cursor() as kursor:
        kursor.execute(TERTULIS)
        return Counter(dict(kursor.fetchall()))


@contextmanager
def mulai(d, persona):
    """Logs the persona in, forgets what was written until now, and watches which requests send more than questions."""
    d.klien = klien(d, persona)
    d.tertulis, d.menulis = tertulis(), False

    def catat(jalankan, sql, nilai, banyak, konteks):
        d.menulis = d.menulis or not HANYA_BACA.match(sql)
        return jalankan(sql, nilai, banyak, konteks)

    with connection.execute_wrapper(catat):
        yield
    d.menulis = True
    assert baris_berubah(d) == set(), "ditulis di luar kursor Django, tidak tertangkap pada permintaannya"


def baris_berubah(d):
    """Tables written since the last question; sessions and the log of django-axes are no data of ours.

    A request that sent PostgreSQL questions only is not asked for; ``mulai`` asks once more, at the end.
    """
    if not d.menulis:
        return set()
    lama, d.tertulis, d.menulis = d.tertulis, tertulis(), False
    return {t for t in d.tertulis - lama if t != "django_session" and not t.startswith("axes_")}


@contextmanager
def orang_tetap():
    """Who the persona is and what he may is found out at his first request; for those that change nothing.

    ``test_perbuatan_…`` asks it at every request, as production does.
    """
    ingat = {}

    def sekali(fungsi, kunci):
        if kunci not in ingat:
            ingat[kunci] = fungsi()
        return ingat[kunci]

    def hak(pengguna, *, per, acuan):
        return sekali(lambda: hitung_hak(pengguna, per=per, acuan=acuan), (pengguna.pk, per))

    def akun(backend, pk):
        return copy(sekali(lambda: NIP_BACKEND_AKUN(backend, pk), pk))

    with patch.object(middleware, "hitung_hak", hak), patch.object(NipBackend, "get_user", akun):
        yield


def sebab(jawab):
    """Why a page broke."""
    return repr(jawab.exc_info[1]) if jawab.status_code >= 500 and jawab.exc_info else ""


def isi(jawab):
    """The whole answer as text."""
    if jawab.streaming:
        return b"".join(jawab.streaming_content).decode("latin-1")
    return jawab.content.decode("utf-8", "replace")


@contextmanager
def xlsx_terbaca():
    """Lists for Excel as plain text: in a packed workbook no confidential word would be found."""

    class Buku:
        def __init__(self, file):
            self.file = file

        def lembar(self, nama, kolom):
            ekspor.tulis_sel(self.file, (nama, *kolom))
            return self.file

    with (
        patch.object(ekspor, "penulis", lambda file: nullcontext(Buku(file))),
        patch.object(ekspor, "tulis_sel", lambda file, nilai: file.write(f"{' '.join(map(str, nilai))}\n".encode())),
    ):
        yield


@contextmanager
def lembar_tergambar(gambar):
    """The page with its complaints is drawn for the first persona it opens for; of the others only the code is asked."""
    with nullcontext() if gambar else patch.object(loader, "render_to_string", lambda *_, **__: ""):
        yield
