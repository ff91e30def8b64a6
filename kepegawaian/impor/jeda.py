"""Jeda: pekerjaan yang membuat jutaan objek tanpa lingkaran berjalan tanpa pengumpul sampah, seperempat lebih cepat."""

import gc
from contextlib import contextmanager


@contextmanager
def tanpa_pengumpul():
    """Pauses the cyclic collector; what is no longer referred to is freed at once as ever."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()
