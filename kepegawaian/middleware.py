"""Akses pada setiap permintaan: hak hari ini, acuan, alamat; yang sudah berhenti keluar dengan sendirinya."""

import logging
from contextlib import contextmanager

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.utils import timezone

from kepegawaian import batas, jejak, sesi
from kepegawaian.acuan import acuan_kini, acuan_tetap
from kepegawaian.hak import hitung_hak
from kepegawaian.penyimpanan import PENUH

log = logging.getLogger(__name__)
SELUBUNG = 1 << 16  # what a form adds around one file
BATAS_FAKTOR = "faktor_batas"  # in the session: last day without the second step, set at login
BOLEH_TANPA_FAKTOR = {
    "kepegawaian:faktor_pasang", "kepegawaian:keamanan", "kepegawaian:keluar", "kepegawaian:ganti_sandi",
    "tata_kelola:favicon", "tata_kelola:sehat",
}  # fmt: skip


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


class BatasMiddleware:
    """Refuses what is too large before a byte of it is read, and what is asked for too often (``kepegawaian.batas``)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        panjang = request.META.get("CONTENT_LENGTH") or ""
        panjang = int(panjang) if panjang.isascii() and panjang.isdigit() else 0
        maks = settings.BERKAS_MAKS_BYTE + SELUBUNG
        if panjang > maks and request.user.is_authenticated:
            maks = settings.KIRIMAN_MAKS_BYTE
        if panjang > maks:
            return render(request, "413.html", {"maks": maks // 1048576}, status=413)
        return self.get_response(request)

    def process_view(self, request, _view, _args, _kwargs):
        """Counts exports, uploads, searches by account; public pages that cost something by address."""
        if not settings.BATAS_LAJU:
            return None
        nama = request.resolver_match.view_name
        if request.user.is_authenticated:
            jenis, kunci = batas.jenis_permintaan(nama, request), {"akun": request.user.pk}
        else:
            jenis, kunci = batas.jenis_umum(nama), {"alamat": request.META.get("REMOTE_ADDR", "")}
        if jenis is None or not batas.lewat_batas(jenis, **kunci):
            return None
        detik, menit = batas.masa(jenis)
        jawab = render(request, "429.html", {"menit": menit}, status=429)
        jawab["Retry-After"] = str(detik)
        return jawab


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
            if sesi.jaga(request, request.acuan):
                sesi.lupakan(request.session.session_key)
                logout(request)
                messages.info(request, "Anda sudah lama tidak memakai portal. Silakan masuk lagi.")
                return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        request.sebagai = _sebagai(request)
        if pengguna is not None and request.method in ("GET", "HEAD"):
            # A page that only reads asks the version of the reference tables once; acts look each time.
            with acuan_tetap(request.acuan):
                return self.get_response(request)
        return self.get_response(request)

    def process_view(self, request, _view, _args, _kwargs):
        """Whose days of grace are over sets up the second step before anything else."""
        batas = request.session.get(BATAS_FAKTOR) if request.hak else None
        if (
            batas
            and request.hari_ini.isoformat() > batas
            and request.resolver_match.view_name not in BOLEH_TANPA_FAKTOR
        ):
            messages.warning(request, "Tugas Anda mewajibkan langkah kedua. Pasang dahulu untuk melanjutkan.")
            return redirect("kepegawaian:faktor_pasang")
        return None

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
