"""Konteks: the id of the request (and of the task) that the running code serves."""

import re
import uuid
from contextvars import ContextVar

permintaan = ContextVar("permintaan", default="")
tugas = ContextVar("tugas", default="")
SAH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{7,63}")


def nomor(dari_luar=""):
    """The id a proxy gave, when it is harmless and no number of a person, else a new one."""
    if SAH.fullmatch(dari_luar) and not re.fullmatch(r"\d{16,18}", dari_luar):
        return dari_luar
    return uuid.uuid4().hex
