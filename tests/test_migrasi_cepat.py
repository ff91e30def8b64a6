"""Basis data yang dimigrasikan dengan cepat (``bkd_portal.lokal.migrasi``) sama dengan yang dikatakan model.

The database of the tests was made that way; production migrates as Django does.
"""

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Field

from bkd_portal.lokal import migrasi

# As Django defines them; this module is read before anything migrates.
ASAL = (Field.clone, ModelState.clone, ProjectState._find_reload_model, ProjectState._reload, ProjectState.alter_field)
KOLOM = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '', a.attgenerated <> ''
    FROM pg_attribute a WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped"""
KUNCI_ASING = """
    SELECT a.attname, c.confrelid::regclass::text, c.condeferrable
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.conrelid = %s::regclass"""


def _model():
    """Models with a table of their own; Django's migrations give the table between its groups and rights a wider key."""
    semua = (m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy)
    return [m for m in semua if m._meta.label != "auth.Group_permissions"]


def _tanya(kursor, sql, nilai=()):
    kursor.execute(sql, nilai)
    return set(kursor.fetchall())


@pytest.mark.django_db
def test_tiap_tabel_seperti_yang_dikatakan_modelnya():
    beda = []
    with connection.cursor() as kursor:
        for model in _model():
            nama = model._meta.db_table
            tiru = ", ".join(f'"{f.column}" {f.db_type(connection)}' for f in model._meta.local_concrete_fields)
            kursor.execute(f"CREATE TEMP TABLE tiruan ({tiru})")
            jenis = {k: j for k, j, *_ in _tanya(kursor, KOLOM, ["tiruan"])}
            kursor.execute("DROP TABLE tiruan")
            mau = {
                (
                    f.column,
                    jenis[f.column],
                    not f.null or f.primary_key,
                    f.db_type_suffix(connection) is not None,
                    f.generated,
                )
                for f in model._meta.local_concrete_fields
            }
            asing = {
                (f.column, f.remote_field.model._meta.db_table, True)
                for f in model._meta.local_concrete_fields
                if f.remote_field and f.db_constraint
            }
            beda += [(nama, *x) for x in mau ^ _tanya(kursor, KOLOM, [nama])]
            beda += [(nama, "kunci asing", *x) for x in asing ^ _tanya(kursor, KUNCI_ASING, [nama])]
    assert beda == []


@pytest.mark.django_db
def test_tiap_kekangan_indeks_dan_pemicu_terpasang():
    with connection.cursor() as kursor:
        ada = {n for (n,) in _tanya(kursor, "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class")}
        pemicu = {n for (n,) in _tanya(kursor, "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")}
    mau = {x.name for m in _model() for x in (*m._meta.constraints, *m._meta.indexes)}
    assert mau - ada == set()
    assert {t.get_pgid(m) for m, t in pgtrigger.registered()} - pemicu == set()
    assert len(mau) > 200


def test_sesudahnya_django_bermigrasi_seperti_biasa():
    with migrasi.cepat():
        assert (Field.clone, ModelState.clone) == (migrasi.salin, migrasi.salin_keadaan)
    kini = (
        Field.clone,
        ModelState.clone,
        ProjectState._find_reload_model,
        ProjectState._reload,
        ProjectState.alter_field,
    )
    assert kini == ASAL
