"""Akses pada setiap permintaan: hak hari ini, acuan, alamat; yang sudah berhenti keluar dengan sendirinya."""

import logging
from contextlib import contextmanager

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini, acuan_tetap
from kepegawaian.hak import hitung_hak
from kepegawaian.penyimpanan import PENUH

log = logging.getLogger(__name__)


class AlamatProxyMiddleware:
    """Behind our own proxy (DI_BALIK_PROXY) the reader's address is the last one that proxy has written.

    What stands before it in ``X-Forwarded-For`` anybody can forge and is ignored.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        diteruskan = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if diteruskan:
            request.META["REMOTE_ADDR"] = diteruskan
        return self.get_response(request)


class AksesMiddleware:
    """Sets ``request.hak``, ``request.acuan``, ``request.alamat`` and ``request.sebagai()``.

    The check whether an ASN is still in service runs here, at every request, not in a nightly job.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.alamat = request.META.get("REMOTE_ADDR", "")
        request.hari_ini = timezone.localdate()
        request.hak = None
        pengguna = request.user if request.user.is_authenticated else None
        if pengguna is not None:
            request.acuan = acuan_kini()
            request.hak = hitung_hak(pengguna, per=request.hari_ini, acuan=request.acuan)
            if not pengguna.is_active or not request.hak.peran:
                logout(request)
                messages.error(request, "Akun ini sudah ditutup. Hubungi BKD bila menurut Anda ini keliru.")
                return redirect("kepegawaian:masuk")
        request.sebagai = _sebagai(request)
        if pengguna is not None and request.method in ("GET", "HEAD"):
            # A page that only reads asks the version of the reference tables once; acts look each time.
            with acuan_tetap(request.acuan):
                return self.get_response(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A full disk, while an upload is taken in or kept: the act fell with its transaction, the reader is told."""
        if isinstance(exception, OSError) and exception.errno in PENUH:
            # The path may carry a NIP; the name of the view tells as much.
            log.error("penyimpanan penuh pada %s: %s", request.resolver_match.view_name, exception)
            return render(request, "507.html", status=507)
        return None


def _sebagai(request):
    """``with request.sebagai():`` opens a transaction in which triggers know who acts, and from where."""

    @contextmanager
    def buka():
        pengguna = request.user if request.user.is_authenticated else None
        with jejak.sebagai(pengguna, request.alamat):
            yield

    return buka
