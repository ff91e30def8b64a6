"""Jawaban bagi mesin: hidup, siap, dan angka bagi Prometheus; tidak satu pun menyebut orang."""

import secrets

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kepegawaian.akses import terbuka
from tata_kelola import sehat
from tata_kelola.telemetri import metrik as angka

LOKAL = {"127.0.0.1", "::1"}
DITERUSKAN = ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED")


@terbuka(alasan="pemeriksa hidup bagi penyeimbang beban; tidak membuka apa pun selain ok")
@require_safe
@never_cache
def sehat_detail(request):
    """200 "ok" when database and broker answer, else 503."""
    hidup = sehat.database_hidup() and sehat.tanya_broker().hidup
    return HttpResponse("ok" if hidup else "sakit", status=200 if hidup else 503, content_type="text/plain")


@terbuka(alasan="pemeriksa hidup proses; tidak membuka apa pun selain ok")
@require_safe
@never_cache
def sehat_hidup(request):
    """200 "ok" as long as the process answers at all; asks nobody else, so that a dead database restarts no web process."""
    return HttpResponse("ok", content_type="text/plain")


@terbuka(alasan="pemeriksa siap bagi penyeimbang beban; menyebut bagian sistem, tidak menyebut data")
@require_safe
@never_cache
def sehat_siap(request):
    """Each part of the installation. 503 when one that pages need fails; with ``?ketat=1`` when any does.

    What is wrong is told only to who may read the metrics; others read "baik" or "sakit".
    """
    bagian = sehat.siap()
    wajib = bagian if request.GET.get("ketat") == "1" else sehat.WAJIB
    siap = all(bagian[nama] == sehat.BAIK for nama in wajib)
    if not boleh(request):
        bagian = {nama: nilai if nilai == sehat.BAIK else "sakit" for nama, nilai in bagian.items()}
    return JsonResponse({"siap": siap, "bagian": bagian}, status=200 if siap else 503)


@terbuka(alasan="angka bagi Prometheus; hanya dari mesin ini sendiri atau dengan METRIK_TOKEN")
@require_safe
@never_cache
def metrik(request):
    """The figures; 404 to all others, who need not know that they exist."""
    if not boleh(request):
        return HttpResponse(status=404)
    return HttpResponse(angka.teks(), content_type=angka.JENIS)


def boleh(request):
    """The token, or a caller on this machine that no proxy speaks for."""
    kepala = request.headers.get("Authorization", "")
    if settings.METRIK_TOKEN and secrets.compare_digest(kepala.encode(), f"Bearer {settings.METRIK_TOKEN}".encode()):
        return True
    return request.META.get("REMOTE_ADDR") in LOKAL and not any(request.META.get(k) for k in DITERUSKAN)
