"""Percetakan: naskah demo dicetak di samping permainan, seperti oleh pekerja, selagi usulan lain dimainkan terus.

Printing is a third of the time of the play and needs nothing of it but committed rows; so each naskah is printed by a
forked process with a connection of its own, and only an act that needs the file waits for it.
"""

import multiprocessing

from django.db import connection, connections

from layanan import naskah

SEKALIGUS = 2  # prints under way at once; more would only take turns
_cara = multiprocessing.get_context("fork")
_jalan = {}  # {usulan id: the process that prints its naskah}
_hangat = False


def kirim(usulan_id, naskah_id):
    """Prints one naskah beside the caller; at once where its row is not committed, and the first one, to warm the fonts."""
    global _hangat
    if connection.in_atomic_block or not _hangat:
        naskah.cetak(naskah_id)
        _hangat = True
        return
    while len(_jalan) >= SEKALIGUS:
        tunggu(next(iter(_jalan)))
    proses = _cara.Process(target=_cetak, args=(naskah_id,))
    proses.start()
    _jalan[usulan_id] = proses


def tunggu(*usulan_id):
    """Waits for the prints of these usulan, or of all; RuntimeError when one of them failed."""
    for satu in usulan_id or list(_jalan):
        proses = _jalan.pop(satu, None)
        if proses is None:
            continue
        proses.join()
        if proses.exitcode:
            raise RuntimeError(f"Naskah usulan {satu} tidak dapat dicetak; lihat galat di atas.")


def _cetak(naskah_id):
    for milik_induk in connections.all(initialized_only=True):
        milik_induk.connection = None  # psycopg2 leaves a connection of another process open
    naskah.cetak(naskah_id)
    connections.close_all()
