"""Halaman Hari pertama."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import peran
from tata_kelola import hari_pertama as bahan


@require_safe
@peran(*bahan.PERAN)
def hari_pertama(request):
    """Every step of a BKD that begins: done or not, how many, who does it, and where."""
    if not bahan.boleh(request.hak, request.acuan):
        raise PermissionDenied
    return render(request, "tata_kelola/hari_pertama.html", {"hp": bahan.hitung(request)})
