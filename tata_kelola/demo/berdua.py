"""Berdua: dua bagian permainan sekaligus, masing-masing satu proses, supaya mulai pertama singkat.

The two halves share no register of numbers and no pegawai, so that either may run ahead of the other.
"""

import gc
import multiprocessing
import os
import traceback

from django.db import connection, connections

AMBANG_GC = (20_000, 20, 20)  # garbage of cycles is looked for seldom: a play makes little, and the collector is slow
MENUNGGU = 1800  # seconds the second half may go on alone, on the slowest machine


def berdua(anak, induk, lapor):
    """Runs ``anak(lapor)`` in a forked process while ``induk(lapor)`` runs here; what the child reports comes after.

    ``induk`` may end long before ``anak``: what else the caller wants to do meanwhile belongs into it. One after the
    other on a machine with one core and inside a transaction. Raises RuntimeError with the traceback of the child when
    it failed.
    """
    if connection.in_atomic_block or len(os.sched_getaffinity(0)) < 2:
        induk(lapor)
        anak(lapor)
        return
    connections.close_all()
    gc.collect()
    gc.freeze()  # neither half walks through what both share, nor copies its pages by counting
    lama = gc.get_threshold()
    gc.set_threshold(*AMBANG_GC)
    cara = multiprocessing.get_context("fork")
    terima, kirim = cara.Pipe(duplex=False)
    proses = cara.Process(target=_jalankan, args=(anak, kirim))
    proses.start()
    kirim.close()
    try:
        induk(lapor)
        baris, galat = terima.recv() if terima.poll(MENUNGGU) else ((), "Bagian kedua data contoh tidak selesai.")
    except EOFError:
        baris, galat = (), "Bagian kedua data contoh berhenti di tengah."
    finally:
        gc.set_threshold(*lama)
        proses.join(10)
        proses.kill()
    for satu in baris:
        lapor(satu)
    if galat:
        raise RuntimeError(galat)


def _jalankan(anak, kirim):
    baris, galat = [], ""
    try:
        anak(baris.append)
    except Exception:  # told to the parent, which raises it
        galat = traceback.format_exc()
    kirim.send((baris, galat))
    connections.close_all()
