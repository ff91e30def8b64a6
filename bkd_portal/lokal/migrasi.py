"""Migrasi dari kosong dalam sebagian kecil waktunya: the first start of ``make run``, ``make test`` and ``make bench``.

Django draws the models some 26,000 times on the way through our migrations: with each new table or foreign key it draws
anew whatever is related to it over any number of steps, and nearly everything relates to Pegawai. A fresh database of a
developer's machine is made by drawing only the model that changes, with plain copies of fields and states, and with a
lazier collector of cycles; production migrates as Django does. A field that others refer to is altered the way of Django,
and code of a migration (RunPython) sees all models drawn anew. The schema is the same: ``tests/test_lokal.py`` compares
every field, and every column and foreign key of the database with the models.
"""

import contextlib
import copy
import gc

AMBANG = (100_000, 50, 100)  # some 300 MB more at the peak than collecting as Python does


def salin(kolom):
    """An unbound copy of a field that no model holds yet, as ``Field.clone`` gives one; it takes its own place in order."""
    from django.db.models import Field  # noqa: PLC0415 - asked after django.setup()

    hasil = copy.copy(kolom)
    if kolom.remote_field:
        hasil.remote_field = copy.copy(kolom.remote_field)
        if hasil.remote_field.field is kolom:
            hasil.remote_field.field = hasil
    if hasattr(kolom, "base_field"):  # of an ArrayField
        hasil.base_field = salin(kolom.base_field)
    if kolom.auto_created:
        hasil.creation_counter = Field.auto_creation_counter
        Field.auto_creation_counter -= 1
    else:
        hasil.creation_counter = Field.creation_counter
        Field.creation_counter += 1
    return hasil


def salin_keadaan(keadaan):
    """A copy of a ModelState as its ``clone`` gives one, without checking again what was checked when it was made."""
    hasil = object.__new__(type(keadaan))
    hasil.__dict__.update(keadaan.__dict__)
    hasil.fields, hasil.options = dict(keadaan.fields), dict(keadaan.options)
    hasil.managers = list(keadaan.managers)
    return hasil


def sendiri_saja(keadaan, app, nama, delay=False):
    """In place of ``ProjectState._find_reload_model``: the model that changes and those that inherit from it.

    ``is_delayed`` is Django's own word for models whose neighbours are not drawn anew; RunPython then draws all.
    """
    keadaan.is_delayed = True
    hasil = {(app, nama)}
    while turunan := {
        kunci
        for kunci, satu in keadaan.models.items()
        if kunci not in hasil and any(isinstance(b, str) and tuple(b.lower().split(".")) in hasil for b in satu.bases)
    }:
        hasil |= turunan
    return hasil


def sekali_lupa(gambar):
    """``ProjectState._reload`` that makes the models forget what they know of each other once, not twice."""

    def ganti(keadaan, kunci):
        with keadaan.apps.bulk_update():
            gambar(keadaan, kunci)

    return ganti


def seluruhnya(cari, ubah):
    """The change of state ``ubah`` with every related model drawn anew by Django's own ``cari``."""

    def ganti(keadaan, *args, **kwargs):
        keadaan._find_reload_model = cari.__get__(keadaan)
        try:
            return ubah(keadaan, *args, **kwargs)
        finally:
            del keadaan._find_reload_model

    return ganti


@contextlib.contextmanager
def cepat():
    """Within: migrations are applied the quick way."""
    from django.db.migrations.state import ModelState, ProjectState  # noqa: PLC0415 - asked after django.setup()
    from django.db.models import Field  # noqa: PLC0415 - as above

    cari = ProjectState._find_reload_model
    ganti = [
        (Field, "clone", salin),
        (ModelState, "clone", salin_keadaan),
        (ProjectState, "_find_reload_model", sendiri_saja),
        (ProjectState, "_reload", sekali_lupa(ProjectState._reload)),
        *(
            (ProjectState, u, seluruhnya(cari, getattr(ProjectState, u)))
            for u in ("alter_field", "rename_field", "rename_model")
        ),
    ]
    lama = [(kelas, nama, getattr(kelas, nama)) for kelas, nama, _ in ganti]
    ambang = gc.get_threshold()
    gc.set_threshold(*AMBANG)
    for kelas, nama, baru in ganti:
        setattr(kelas, nama, baru)
    try:
        yield
    finally:
        for kelas, nama, asal in lama:
            setattr(kelas, nama, asal)
        gc.set_threshold(*ambang)
        gc.collect()
