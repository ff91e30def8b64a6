"""Migrasi dari kosong dalam separuh waktu: the first start of ``make run``, ``make test`` and ``make bench``.

Django draws the models some 26,000 times on the way through our migrations, for nearly everything relates to Pegawai. Half
of that is ``Field.clone`` (deconstruct, then ``__init__`` anew) and a third the collector of cycles. A fresh database of a
developer's machine is made with plain copies and a lazier collector; production migrates as Django does. The schema is the
same: ``tests/test_lokal.py`` compares every field.
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


@contextlib.contextmanager
def cepat():
    """Within: migrations are applied the quick way."""
    from django.db.models import Field  # noqa: PLC0415 - as above

    lama, clone = gc.get_threshold(), Field.clone
    gc.set_threshold(*AMBANG)
    Field.clone = salin
    try:
        yield
    finally:
        Field.clone = clone
        gc.set_threshold(*lama)
        gc.collect()
