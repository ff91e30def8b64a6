"""Pemberitahuan milik sendiri: daftar, membuka satu, menandai semua."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from kepegawaian.akses import masuk
from kepegawaian.models import Pemberitahuan
from kepegawaian.penomoran import potong


@require_safe
@masuk
def pemberitahuan(request):
    """Own notices, the unread first when asked (``?belum=1``)."""
    milik = Pemberitahuan.objects.filter(pengguna=request.user)
    belum = request.GET.get("belum") == "1"
    if belum:
        milik = milik.filter(dibaca_pada__isnull=True)
    return render(request, "tata_kelola/pemberitahuan.html", {"daftar": potong(request, milik), "belum": belum})


@require_POST
@masuk
def pemberitahuan_buka(request, pk):
    """Marks one notice read and goes where it leads."""
    satu = get_object_or_404(Pemberitahuan, pk=pk, pengguna=request.user)
    if satu.dibaca_pada is None:
        Pemberitahuan.objects.filter(pk=pk, dibaca_pada__isnull=True).update(dibaca_pada=timezone.now())
    aman = satu.url and url_has_allowed_host_and_scheme(satu.url, allowed_hosts=None)
    return redirect(satu.url if aman else "tata_kelola:pemberitahuan")


@require_POST
@masuk
def pemberitahuan_baca_semua(request):
    """Marks all own notices read."""
    banyak = Pemberitahuan.objects.filter(pengguna=request.user, dibaca_pada__isnull=True).update(
        dibaca_pada=timezone.now()
    )
    if banyak:
        messages.success(request, f"{banyak} pemberitahuan ditandai sudah dibaca.")
    else:
        messages.info(request, "Semua pemberitahuan memang sudah dibaca.")
    return redirect("tata_kelola:pemberitahuan")
