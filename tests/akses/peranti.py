"""Peranti uji akses: a client for each persona, which rows a request has written, and what need not be done each time."""

import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from copy import copy
from functools import cache
from http.cookies import SimpleCookie
from inspect import getclosurevars
from unittest.mock import patch

from django.db import connection, transaction
from django.template import Template, loader
from django.test import Client, override_settings
from django.urls import get_resolver, resolve, reverse
from django.views.decorators.http import require_http_methods

from kepegawaian import acuan, akses, middleware
from kepegawaian.akun import NipBackend
from kepegawaian.hak import hitung_hak
from kepegawaian.impor import ekspor
from tests.pabrik import masuk

AKHIR_SESI = {"kepegawaian:keluar", "kepegawaian:ganti_sandi"}
PENANGAN = Client().handler  # its middleware is loaded once, not for each client
NIP_BACKEND_AKUN = NipBackend.get_user
SESAAT = {"diklat:hadir"}  # its address holds a token that is good for 90 seconds
# What changes no row of ours: a question, also one prepared (``kepegawaian/siap.py``), the marks of a transaction, and
# the row of the session.
HANYA_BACA = re.compile(
    r"\s*\(*\s*(SELECT|EXECUTE|SAVEPOINT|RELEASE|ROLLBACK|SET|SHOW|WITH(?!.*\b(INSERT|UPDATE|DELETE|MERGE)\b))\b"
    r'|(INSERT INTO|UPDATE|DELETE FROM) "django_session"',
    re.I | re.S,
)


# What stands around the blocks of every page, the same on all pages of a person: ``test_halaman_penolakan_utuh_…``.
KERANGKA = frozenset(f"komponen/{n}.html" for n in ("_kepala_dokumen", "_menu", "_bilah_atas", "_bilah_bawah"))


@contextmanager
def dibuang():
    """A savepoint whose writes are thrown away; the Acuan of before it holds again and need not be read anew."""
    semula = acuan._simpanan
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    acuan._simpanan = semula


@contextmanager
def permintaan_ringan():
    """What is the same at each of some thirty thousand requests is done once, and nothing leaves the process.

    Which view an address belongs to is looked up once; sessions lie in this process instead of behind a socket; pages are
    drawn without their ``KERANGKA``, and without the signal that Django's tests send from every template for
    ``response.context``, which nobody here looks at.
    """

    def gambar(templat, konteks):
        return "" if templat.name in KERANGKA else templat.nodelist.render(konteks)

    simpanan = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "uji-akses"}}
    akar = get_resolver()
    with (
        override_settings(CACHES=simpanan),
        patch.object(akar, "resolve", cache(akar.resolve)),
        patch.object(Template, "_render", gambar),
    ):
        yield


@contextmanager
def halaman_utuh():
    """Within ``permintaan_ringan``: pages with their ``KERANGKA``."""
    with patch.object(Template, "_render", lambda templat, konteks: templat.nodelist.render(konteks)):
        yield


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
    """The address of a line of the table; what it names stands in the world, which no test changes for good."""
    if baris not in d.alamat or baris.nama in SESAAT:
        kueri = getattr(baris, "kueri", "")
        d.alamat[baris] = reverse(baris.nama, args=baris.argumen(d)) + (f"?{kueri}" if kueri else "")
    return d.alamat[baris]


# ── what an outer layer of a view refuses ────────────────────────────────────────────────────────────

_LAPIS_METODE = require_http_methods([])(lambda request: None).__code__
_LAPIS_PERAN = akses.peran("asn")(lambda request: None).__code__


def ditolak_metode(url, metode):
    """True when the outermost layer of the view is Django's own and refuses the method, whoever asks.

    It answers 405 before anything of ours has looked at the person: below it no persona can differ from another.
    """
    view = resolve(url.partition("?")[0]).func
    if getattr(view, "__code__", None) is not _LAPIS_METODE:
        return False
    return metode not in getclosurevars(view).nonlocals["request_method_list"]


def ditolak_peran(url, peran):
    """True when no layer but Django's for the method and our ``akses.peran`` is passed by somebody of these roles.

    Both look at the method and at the roles only, so that no other header of the request can change their answer.
    """
    view = resolve(url.partition("?")[0]).func
    if getattr(view, "__code__", None) is _LAPIS_METODE:
        view = view.__wrapped__
    return getattr(view, "__code__", None) is _LAPIS_PERAN and view.kebijakan.peran.isdisjoint(peran)


def giliran(nomor, persona, daftar):
    """Whose turn it is to ask line ``nomor`` where everybody gets the same answer: one of ``daftar`` after the other."""
    return daftar[nomor % len(daftar)] == persona


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
    """Who the persona is, what he may, and the Acuan are found out at his first request, once for all of them.

    Each request of the matrix begins in the same world: what one has written is thrown away before the next, so that
    the middleware of production would find the same.
    """
    ingat = {}

    def sekali(fungsi, kunci):
        if kunci not in ingat:
            ingat[kunci] = fungsi()
        return ingat[kunci]

    def hak(pengguna, **lain):
        return sekali(lambda: hitung_hak(pengguna, **lain), (pengguna.pk, lain["per"]))

    def akun(backend, pk):
        return copy(sekali(lambda: NIP_BACKEND_AKUN(backend, pk), pk))

    with (
        patch.object(middleware, "hitung_hak", hak),
        patch.object(middleware, "acuan_kini", lambda: sekali(acuan.acuan_kini, "acuan")),
        patch.object(NipBackend, "get_user", akun),
    ):
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
