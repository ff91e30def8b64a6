"""Catatan: log lines as JSON, without anything that names a person.

Numbers of sixteen to eighteen digits (NIK, NIP) are blotted out wherever they stand, paths are replaced by the name of the
view, the DETAIL lines of PostgreSQL (which quote rows) and the texts of our own exceptions (which address a reader) are left
out of tracebacks; the frames and the type stay. gunicorn's own complaints lose their paths.
"""

import hashlib
import hmac
import json
import logging
import re
import traceback
from datetime import UTC, datetime

from django.conf import settings

from tata_kelola.telemetri import konteks

ANGKA = re.compile(r"(?<!\d)\d{16,18}(?!\d)")
NIP_BERSPASI = re.compile(r"(?<!\d)\d{8} \d{6} \d \d{3}(?!\d)")
JALAN = re.compile(r"/\S+")
RINCIAN = re.compile(r"^(DETAIL|CONTEXT|HINT):.*$", re.M)
KAMI = ("kepegawaian", "layanan", "pengadaan", "kepangkatan", "diklat", "karier", "mutasi", "eperformance", "penggajian",
        "kesejahteraan", "disiplin", "pensiun", "indeks", "tata_kelola", "django.core.exceptions", "django.forms")  # fmt: skip


def samarkan(teks):
    """``teks`` without numbers of people and without what PostgreSQL quotes of a row."""
    return RINCIAN.sub(r"\1: …", NIP_BERSPASI.sub("[nip]", ANGKA.sub("[nomor]", teks)))


def samaran_akun(pk):
    """Twelve characters that stand for an account in the logs; who holds SECRET_KEY and the accounts can compute them."""
    return hmac.new(settings.SECRET_KEY.encode(), f"akun:{pk}".encode(), hashlib.sha256).hexdigest()[:12]


def tampilan(request):
    """Name of the view that serves ``request``, "-" where no route matched."""
    cocok = getattr(request, "resolver_match", None)
    return cocok.view_name or "-" if cocok else "-"


class FormatJson(logging.Formatter):
    """One line of JSON per record; fields of ``record.bidang`` stand beside the message."""

    def format(self, record):
        """The line."""
        isi = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "tingkat": record.levelname,
            "asal": record.name,
            "pesan": samarkan(self._pesan(record)),
        }
        if nomor := konteks.permintaan.get():
            isi["permintaan"] = nomor
        if nomor := konteks.tugas.get():
            isi["tugas"] = nomor
        isi |= getattr(record, "bidang", {})
        if record.exc_info and record.exc_info[0]:
            isi["galat"] = samarkan(jejak_tumpukan(record.exc_info[1]))
        return json.dumps(isi, ensure_ascii=False, default=str)

    @staticmethod
    def _pesan(record):
        """Django's messages about a request name its path: here the view stands instead."""
        request = getattr(record, "request", None)
        if request is not None and hasattr(request, "path") and record.args:
            ganti = tampilan(request)
            args = tuple(ganti if a in (request.path, request.get_full_path()) else a for a in record.args)
            return str(record.msg) % args
        if record.name.startswith("gunicorn"):
            return JALAN.sub("/…", record.getMessage())
        return record.getMessage()


def jejak_tumpukan(galat):
    """Frames of an exception and of those it came from, each closed by its type; the text only where it is harmless."""
    bagian, satu, sudah = [], galat, set()
    while satu is not None and id(satu) not in sudah:
        sudah.add(id(satu))
        modul = type(satu).__module__
        kata = "" if modul.startswith(KAMI) else f": {satu}"
        rangka = "".join(traceback.format_list(traceback.extract_tb(satu.__traceback__, limit=-25)))
        bagian.insert(0, f"{rangka}{modul}.{type(satu).__qualname__}{kata}")
        satu = satu.__cause__ or (None if satu.__suppress_context__ else satu.__context__)
    return "\n— lalu —\n".join(bagian)
