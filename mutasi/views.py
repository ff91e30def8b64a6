"""Halaman mutasi: saran bagi isian yang memilih dari daftar besar."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from mutasi import bidang


@akses.masuk
@require_safe
def saran(request, jenis):
    """``<option>`` elements for what is typed into the field ``?dari=``; posts and units are no secret."""
    if jenis not in ("jabatan", "struktural", "unit"):
        raise Http404
    teks = request.GET.get(request.GET.get("dari", ""), "")
    return HttpResponse(bidang.pilihan_saran(bidang.saran(jenis, teks)))
