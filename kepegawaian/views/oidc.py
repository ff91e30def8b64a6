"""Masuk lewat penyedia identitas: berangkat dan kembali. The protocol stands in ``kepegawaian.oidc``."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kepegawaian import akses, batas, oidc
from kepegawaian.models import Pengguna
from kepegawaian.views.akun import berhak, lanjutkan, tujuan_aman

INGAT = "oidc"  # in the session while the reader is at the provider
TUTUP = "Tidak ada akun portal yang terbuka dengan NIP itu. Hubungi BKD bila menurut Anda ini keliru."


def _balik():
    return settings.ALAMAT_PORTAL.rstrip("/") + reverse("kepegawaian:oidc_balik")


@akses.terbuka(alasan="Orang yang belum masuk pergi ke penyedia identitas.")
@require_safe
@never_cache
def oidc_mulai(request):
    """Sends the reader to the provider."""
    if not oidc.menyala():
        raise Http404
    try:
        alamat, ingat = oidc.mulai(_balik())
    except oidc.OidcGagal as galat:
        messages.error(request, str(galat))
        return redirect("kepegawaian:masuk")
    request.session[INGAT] = ingat | {"tujuan": tujuan_aman(request)}
    return redirect(alamat)


@akses.terbuka(alasan="Penyedia identitas mengembalikan orang yang belum masuk ke sini.")
@require_safe
@never_cache
def oidc_balik(request):
    """Takes the provider's answer: the account of that NIP, if it is open, goes on as after a right password."""
    if not oidc.menyala():
        raise Http404
    ingat = request.session.pop(INGAT, None)
    try:
        if batas.lewat_batas("masuk", alamat=request.alamat):
            raise oidc.OidcGagal("Terlalu banyak percobaan dari jaringan ini. Tunggu 15 menit, lalu coba lagi.")
        nip = oidc.selesai(request.GET, ingat, _balik())
    except oidc.OidcGagal as galat:
        messages.error(request, str(galat))
        return redirect("kepegawaian:masuk")
    batas.kembalikan("masuk", alamat=request.alamat)
    pengguna = Pengguna.objects.filter(nama_pengguna=nip, is_active=True).first()
    if pengguna is None or not berhak(pengguna):
        messages.error(request, TUTUP)
        return redirect("kepegawaian:masuk")
    return lanjutkan(request, pengguna, ingat["tujuan"], lewat="penyedia identitas")
