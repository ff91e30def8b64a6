"""Beranda: satu alamat bagi semua peran."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from tata_kelola import beranda as bahan


@require_safe
@masuk
def beranda(request):
    """What must be done, what waits, what is coming: by role."""
    return render(request, "tata_kelola/beranda.html", {"beranda": bahan.susun(request)})
