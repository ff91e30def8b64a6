"""Yang harus Anda lakukan: satu daftar tugas seorang, dari semua layanan, menurut tenggatnya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import tugas
from kepegawaian.akses import masuk


@require_safe
@masuk
def tugas_list(request):
    """What I must do, late first; one query for all sources."""
    butir = tugas.susun(request.hak, request.hari_ini, request.acuan)
    kelompok = tugas.kelompok(butir, request.hari_ini)
    return render(request, "tata_kelola/tugas_list.html", {"kelompok": kelompok})
