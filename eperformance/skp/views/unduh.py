"""Unduhan PDF sebuah SKP; made by the worker when first asked for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eperformance.penilai import ambil_skp
from eperformance.skp import cetak
from kepegawaian import akses, jejak


@akses.masuk
@require_safe
def skp_download(request, pk):
    """The PDF when it is there; else it is asked for, and the page waits for it."""
    skp = ambil_skp(request, pk)
    berkas, kunci = cetak.ambil(skp, request.hari_ini)
    if berkas is None and kunci:
        cetak.minta(skp, kunci)
        berkas, kunci = cetak.ambil(skp, request.hari_ini)
    if berkas is None or request.GET.get("lihat"):
        isi = {"skp": skp, "siap": berkas is not None, "tanpa": "" if kunci or berkas else cetak.TANPA_PDF}
        return render(request, "eperformance/skp/unduh.html", isi)
    with request.sebagai():
        jejak.catat("ekspor", skp, jumlah=1, daftar=f"SKP {skp.periode.tahun}", pegawai=skp.pegawai_id)
    jawab = HttpResponse(berkas, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="skp-{skp.periode.tahun}-{skp.pegawai.nip}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
