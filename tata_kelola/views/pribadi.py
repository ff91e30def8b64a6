"""Data pribadi saya: tujuan, siapa yang membaca, salinan; dan masa simpan bagi pengawas."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, dosir, jejak
from tata_kelola.models import SalinanData
from tata_kelola.pribadi import retensi, salinan, tujuan

TAMPIL = 50


@akses.masuk
@require_safe
def data_pribadi(request):
    """Purposes, readers, copies: of the reader himself only."""
    if not request.hak.pegawai_id:
        raise Http404
    isi = {
        "jenis": tujuan.JENIS,
        "hak_pribadi": tujuan.HAK,
        "pembacaan": salinan.pembacaan(request.hak.pegawai_id, TAMPIL),
        "salinan": SalinanData.objects.filter(pengguna=request.user)[:10],
        "hari": request.acuan.setelan("akun_salinan_data_hari", request.hari_ini),
    }
    return render(request, "tata_kelola/data_pribadi.html", isi)


@akses.masuk
@require_POST
def salinan_create(request):
    """Asks for a copy of one's own data."""
    if not request.hak.pegawai_id:
        raise Http404
    try:
        with request.sebagai():
            salinan.minta(request.user, acuan=request.acuan, pada=timezone.now())
    except salinan.SalinanDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Salinan sedang disiapkan. Anda diberi tahu bila sudah dapat diunduh.")
    return redirect("tata_kelola:data_pribadi")


@akses.masuk
@require_safe
@never_cache
def salinan_download(request, pk):
    """The zip, for its owner only, until its time is over."""
    satu = get_object_or_404(SalinanData, pk=pk, pengguna=request.user)
    if satu.status != "jadi" or satu.sampai < timezone.now():
        messages.info(request, "Salinan ini belum siap atau masa unduhnya sudah habis. Mintalah yang baru.")
        return redirect("tata_kelola:data_pribadi")
    with request.sebagai():
        jejak.catat("salinan_unduh", satu, pegawai=request.hak.pegawai_id)
    return dosir.respons(satu.file, f"data-pribadi-{satu.diminta_pada:%Y%m%d}.zip", "application/zip", unduh=True)


@akses.peran("inspektorat", "admin")
@require_safe
def retensi_list(request):
    """How long each kind of data is kept, on what ground, and what is due."""
    return render(request, "tata_kelola/retensi_list.html", {"butir": retensi.keadaan(timezone.now())})
