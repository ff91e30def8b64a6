"""Small pieces for starting and stopping child processes that never outlive their supervisor."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1


def ikut_mati(sinyal):
    """Asks Linux to send ``sinyal`` to this process when its parent dies, even by SIGKILL; elsewhere does nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sinyal)


def luncurkan(perintah, *, catatan, sinyal_mati=signal.SIGTERM, **opsi):
    """Starts a server in its own session (so that Ctrl-C reaches only us), its output appended to ``catatan``."""
    catatan.parent.mkdir(parents=True, exist_ok=True)
    with catatan.open("ab") as keluaran:
        return subprocess.Popen(
            [str(bagian) for bagian in perintah],
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: ikut_mati(sinyal_mati),
            **opsi,
        )


def hentikan(proses, sinyal=signal.SIGTERM, *, batas=15):
    """Stops a child of ours: the polite signal first, SIGKILL after ``batas`` seconds."""
    if proses is None or proses.poll() is not None:
        return
    proses.send_signal(sinyal)
    try:
        proses.wait(batas)
    except subprocess.TimeoutExpired:
        proses.kill()
        proses.wait(5)


def hidup(pid):
    """Tells whether a process of this id exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def hentikan_pid(pid, sinyal=signal.SIGTERM, *, batas=15):
    """Stops a process left by an earlier supervisor, known only by its id."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sinyal)
        akhir = time.monotonic() + batas
        while hidup(pid) and time.monotonic() < akhir:
            time.sleep(0.05)
        if hidup(pid):
            os.kill(pid, signal.SIGKILL)


def porta_bebas():
    """Finds a free TCP port on the loopback address."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


def porta_dipakai(porta):
    """Tells whether somebody already listens on the port, on loopback or on all addresses."""
    with socket.socket() as soket:
        soket.settimeout(1)
        if soket.connect_ex(("127.0.0.1", porta)) == 0:
            return True
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind(("127.0.0.1", porta))
        except OSError:
            return True
    return False


def tunggu(siap, *, batas, jeda=0.05):
    """Polls ``siap`` until it answers true; returns whether it did within ``batas`` seconds."""
    akhir = time.monotonic() + batas
    while time.monotonic() < akhir:
        if siap():
            return True
        time.sleep(jeda)
    return False


def tunggu_nyala(proses, siap, *, batas):
    """Waits until a server of ours answers; false when it ended first or stayed silent for ``batas`` seconds."""
    tunggu(lambda: proses.poll() is not None or siap(), batas=batas)
    return proses.poll() is None and siap()


def ekor(berkas, baris=15):
    """The last lines of a log, for an error message."""
    try:
        return "\n".join(berkas.read_text(errors="replace").splitlines()[-baris:])
    except OSError:
        return ""
