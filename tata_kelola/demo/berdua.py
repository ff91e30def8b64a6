"""Berdua: dua bagian permainan sekaligus, masing-masing satu proses, supaya mulai pertama singkat.

The two halves share no register of numbers and no pegawai, so that either may run ahead of the other. The shorter half
ends with parts of the other one, on people the longer half says it has left over.
"""

import gc
import multiprocessing
import os
import traceback

from django.db import connection, connections

AMBANG_GC = (20_000, 20, 20)  # garbage of cycles is looked for seldom: a play makes little, and the collector is slow
MENUNGGU = 1800  # seconds the second half may go on alone, on the slowest machine


def berdua(anak, induk, lanjutan, lapor):
    """Runs ``anak(lapor, serahkan)`` in a forked process while ``induk(lapor)``, then ``lanjutan(lapor, nilai)`` run here.

    ``nilai`` is what the child gives to ``serahkan``, once, as soon as the rest of its part no longer minds: so the
    parent takes over a share of the longer half. What the child reports comes after. One after the other on a machine
    with one core and inside a transaction. Raises RuntimeError with the traceback of the child when it failed.
    """
    if connection.in_atomic_block or len(os.sched_getaffinity(0)) < 2:
        titipan = []
        induk(lapor)
        anak(lapor, titipan.append)
        lanjutan(lapor, *titipan)
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
        apa, isi = _dengar(terima)
        if apa == "titip":
            lanjutan(lapor, isi)
            apa, isi = _dengar(terima)
        baris, galat = isi
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


def _dengar(terima):
    """The next thing the child says: ("titip", what it hands over), or at its end ("usai", (lines, error))."""
    return terima.recv() if terima.poll(MENUNGGU) else ("usai", ((), "Bagian kedua data contoh tidak selesai."))


def _jalankan(anak, kirim):
    baris, galat = [], ""
    try:
        anak(baris.append, lambda nilai: kirim.send(("titip", nilai)))
    except Exception:  # told to the parent, which raises it
        galat = traceback.format_exc()
    kirim.send(("usai", (baris, galat)))
    connections.close_all()
