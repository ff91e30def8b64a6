"""Beranda: satu alamat bagi semua peran."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kepegawaian.akses import pemilik_akun
from tata_kelola import beranda as bahan


@require_safe
@pemilik_akun
def beranda(request):
    """What must be done, what waits, what is coming: by role. A candidate has his pemberkasan for a home."""
    if request.hak.hanya_calon:
        return redirect("pengadaan:pemberkasan_saya")
    return render(request, "tata_kelola/beranda.html", {"beranda": bahan.susun(request)})
