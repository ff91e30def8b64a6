"""Satu pertanyaan ke database bagi banyak angka: subkueri skalar dan larik JSON dalam satu baris.

Sections of the home page, sources of the task list and badges of the menu name their figures (``{nama: ekspresi}``);
``tanya`` asks them all at once, so that a person with five roles costs as many queries as a person with one.
"""

import re
from datetime import date, datetime, time
from types import SimpleNamespace

from django.db import connection
from django.db.models import IntegerField, JSONField, Subquery
from django.utils import timezone

from kepegawaian.models import Pengguna
from kepegawaian.siap import jalankan


class Hitung(Subquery):
    """Number of rows of a queryset, as one expression."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS hitungan)"
    output_field = IntegerField()
    empty_result_set_value = 0

    def __init__(self, queryset, batas=None):
        queryset = queryset.order_by().values("pk")
        super().__init__(queryset[: batas + 1] if batas else queryset)


class Larik(Subquery):
    """Rows of a ``values(nama=F(…))`` queryset as a JSON list of objects, in its order."""

    template = "(SELECT coalesce(jsonb_agg(to_jsonb(baris)), '[]'::jsonb) FROM (%(subquery)s) AS baris)"
    output_field = JSONField()


def tanya(pengguna_id, angka):
    """Asks all expressions in one query: {nama: nilai}; no query when there is nothing to ask."""
    if not angka:
        return {}
    nilai = Pengguna.objects.filter(pk=pengguna_id).order_by().values(**angka).get()
    # A list that Django knows to be empty before asking is never sent, and comes back as NULL.
    return {k: [] if v is None and isinstance(angka[k], Larik) else v for k, v in nilai.items()}


_kalimat = (None, {})
BATAS_KALIMAT = 4000


def tanya_tetap(pengguna_id, kunci, acuan, buat):
    """As ``tanya`` of ``buat()``, whose expressions follow from ``kunci`` (hashable) and ``acuan`` alone: {nama: int}.

    Composing such a query costs more than its answer, and the menu asks it on every page: each process keeps the SQL of
    its latest people until the reference tables change. ``buat()`` may ask the database nothing.
    """
    global _kalimat
    milik, kalimat = _kalimat
    if milik is not acuan or len(kalimat) > BATAS_KALIMAT:
        _kalimat = (acuan, kalimat := {})
    if (satu := kalimat.get(kunci)) is None:
        angka = buat()
        queryset = Pengguna.objects.filter(pk=pengguna_id).order_by().values(**angka)
        satu = kalimat[kunci] = (tuple(angka), *_ringkas(*queryset.query.sql_with_params())) if angka else ((), "", ())
    nama, sql, nilai = satu
    if not nama:
        return {}
    with connection.cursor() as kursor:
        jalankan(kursor, sql, nilai)
        return dict(zip(nama, kursor.fetchone(), strict=True))


def _ringkas(sql, nilai):
    """(sql, values) in which only numbers are still bound: a state or a day written out lets partial indexes serve."""
    urut, sisa = iter(nilai), []

    def isi(cocok):
        if cocok.group() == "%%":
            return "%%"
        if isinstance(satu := next(urut), int | list):
            sisa.append(satu)
            return "%s"
        return kursor.mogrify("%s", [satu]).decode().replace("%", "%%")

    with connection.cursor() as kursor:
        sql = re.sub("%s|%%", isi, sql)
    return sql, tuple(sisa)


def awal_hari(tanggal):
    """Midnight of a day in Jakarta; a range of moments can use an index, a cast to date cannot."""
    return timezone.make_aware(datetime.combine(tanggal, time.min))


def tanggal(teks):
    """A date of a JSON row, or None."""
    return date.fromisoformat(teks) if teks else None


def waktu(teks):
    """A moment of a JSON row in Jakarta, or None."""
    return timezone.localtime(datetime.fromisoformat(teks)) if teks else None


def baca(baris, *, tanggal_=(), waktu_=()):
    """A JSON row as an object whose dates are dates."""
    isi = dict(baris)
    isi |= {k: tanggal(isi[k]) for k in tanggal_} | {k: waktu(isi[k]) for k in waktu_}
    return SimpleNamespace(**isi)
