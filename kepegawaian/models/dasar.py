"""Pemicu dan kolom yang dipakai bersama: siapa mencatat, dari mana, dan apa yang tidak boleh diubah.

The functions ``portal_pelaku()`` and ``portal_alamat()`` (migration ``0001_fungsi_dasar``) read what
``kepegawaian.jejak.sebagai`` put with SET LOCAL at the start of an act, so that raw COPY is covered too.
"""

import pghistory
import pghistory.models
import pgtrigger
from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models.expressions import Func


class Pelaku(Func):
    """``portal_pelaku()``: id of the Pengguna of the running act, or NULL for the system."""

    function = "portal_pelaku"
    arity = 0
    output_field = models.BigIntegerField()


class Alamat(Func):
    """``portal_alamat()``: network address and batch of the running act, or an empty text."""

    function = "portal_alamat"
    arity = 0
    output_field = models.CharField()


@models.ForeignKey.register_lookup  # relations do not inherit the lookups of plain fields
@models.Field.register_lookup
class SalahSatu(models.Lookup):
    """``unit_id__salah_satu=[…]``: one parameter, ``= ANY(array)``, however many units an operator serves."""

    lookup_name = "salah_satu"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        """SQL and parameters; an empty list matches nothing and is never sent."""
        if not self.rhs:
            raise EmptyResultSet
        kiri, nilai = self.process_lhs(compiler, connection)
        return f"{kiri} = ANY(%s)", [*nilai, sorted(self.rhs)]


class Letak(Func):
    """``Letak("golongan_id", {"IV/a": 0, …})``: the integer that stands beside the value of the column, or NULL.

    Two array parameters where a CASE would have a branch for each key, which Django composes at every request anew.
    """

    output_field = models.IntegerField()

    def __init__(self, kolom, letak):
        super().__init__(kolom)
        self.kunci, self.tempat = list(letak), list(letak.values())

    def as_sql(self, compiler, connection):
        """SQL and parameters; the type of the column decides that of the keys."""
        kolom, nilai = compiler.compile(self.source_expressions[0])
        return f"(%s::int[])[array_position(%s, {kolom})]", [self.tempat, self.kunci, *nilai]


class Peristiwa(pghistory.models.Event):
    """Base of the event tables of mutable models: who and from where, filled by the database."""

    oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dari = models.CharField(max_length=80, db_default=Alamat())

    class Meta:
        abstract = True


def lacak(model=None, *, kecuali=None):
    """Class decorator: keeps every state of a mutable model in an event table, by trigger.

    Statement level, so that a bulk change is one insert; every event carries ``oleh_id`` and ``dari``.
    ``kecuali``: fields the history never holds (hashes, the moment of a login).
    """
    if model is None:
        return lambda kelas: lacak(kelas, kecuali=kecuali)
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        base_model=Peristiwa,
        exclude=kecuali,
        append_only=True,
        level=pgtrigger.Statement,
        context_field=None,
        obj_field=pghistory.ObjForeignKey(
            on_delete=models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
        ),
    )(model)


# Raises the number of VersiAcuan once per statement that changes a table of reference.
UMUR_ACUAN = pgtrigger.Trigger(
    name="naikkan_versi_acuan",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
)

TAMBAH_SAJA = pgtrigger.Trigger(
    name="tambah_saja",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
)

# A trigger per row does not see TRUNCATE.
TANPA_KOSONGKAN = pgtrigger.Trigger(
    name="tanpa_kosongkan",
    level=pgtrigger.Statement,
    when=pgtrigger.Before,
    operation=pgtrigger.Truncate,
    func="RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
)
