"""Halaman SKP."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from eperformance.penilai import ambil_skp
from kepegawaian import akses


@akses.masuk
@require_safe
def skp_detail(request, pk):
    """One SKP, to whoever may read it."""
    return render(request, "eperformance/skp/detail.html", {"skp": ambil_skp(request, pk)})
