"""Satu baris catatan dan satu hitungan bagi tiap permintaan; X-Request-ID in and out."""

import logging
import time
from contextlib import ExitStack

from django.db import connections

from tata_kelola.telemetri import konteks, metrik
from tata_kelola.telemetri.catatan import samaran_akun, tampilan

log = logging.getLogger("portal.permintaan")
SUNYI = {"tata_kelola:sehat", "tata_kelola:sehat_hidup", "tata_kelola:sehat_siap", "tata_kelola:metrik"}


class Kueri:
    """Counts statements and the seconds they took."""

    __slots__ = ("banyak", "detik")

    def __init__(self):
        self.banyak, self.detik = 0, 0.0

    def __call__(self, jalankan, sql, params, many, context):
        mulai = time.perf_counter()
        try:
            return jalankan(sql, params, many, context)
        finally:
            self.banyak += 1
            self.detik += time.perf_counter() - mulai


class TelemetriMiddleware:
    """Stands outside everything but static files, so that it sees the answer the reader gets."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.nomor = konteks.nomor(request.headers.get("X-Request-ID", ""))
        token, kueri, mulai = konteks.permintaan.set(request.nomor), Kueri(), time.perf_counter()
        try:
            with ExitStack() as tumpukan:
                for alias in connections:
                    tumpukan.enter_context(connections[alias].execute_wrapper(kueri))
                jawab = self.get_response(request)
            jawab["X-Request-ID"] = request.nomor
            self._catat(request, jawab.status_code, time.perf_counter() - mulai, kueri)
            return jawab
        finally:
            konteks.permintaan.reset(token)

    @staticmethod
    def _catat(request, status, detik, kueri):
        nama = tampilan(request)
        metrik.permintaan(nama, request.method, status, detik, kueri.banyak)
        if nama in SUNYI and status < 500:
            return
        bidang = {
            "tampilan": nama, "metode": request.method, "status": status, "ms": round(detik * 1000, 1),
            "kueri": kueri.banyak, "ms_kueri": round(kueri.detik * 1000, 1),
        }  # fmt: skip
        akun = getattr(request, "_cached_user", None)  # never asks the database for the sake of a log line
        if akun is not None and akun.pk:
            bidang["akun"] = samaran_akun(akun.pk)
        log.log(logging.ERROR if status >= 500 else logging.INFO, "permintaan", extra={"bidang": bidang})
