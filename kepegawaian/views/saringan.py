"""Saringan tersimpan: simpan dari sebuah daftar, ganti nama, hapus; milik sendiri saja."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, saringan
from kepegawaian.menu import nama_halaman
from kepegawaian.models import SaringanTersimpan


@require_safe
@akses.masuk
def saringan_list(request):
    """One's own saved filters, each with the list it belongs to."""
    daftar = list(SaringanTersimpan.objects.filter(pengguna=request.user))
    for satu in daftar:
        satu.halaman = nama_halaman(request, satu.alamat)
    return render(request, "akun/saringan_list.html", {"daftar": daftar, "terbanyak": saringan.TERBANYAK})


@require_POST
@akses.masuk
def saringan_create(request):
    """Keeps the filter of the list the form stood on and returns there."""
    try:
        satu = saringan.simpan(request.user, request.POST.get("cap", ""), request.POST.get("kueri", ""),
                               request.POST.get("nama", ""))  # fmt: skip
    except saringan.SaringanDitolak as galat:
        messages.error(request, str(galat))
        return redirect("kepegawaian:saringan_list")
    messages.success(request, f"Saringan “{satu.nama}” tersimpan; ada juga di beranda Anda.")
    return redirect(f"{satu.alamat}?{satu.kueri}")


@require_POST
@akses.masuk
def saringan_update(request, pk):
    """Another name."""
    satu = get_object_or_404(SaringanTersimpan, pk=pk, pengguna=request.user)
    try:
        saringan.ganti_nama(satu, request.POST.get("nama", ""))
    except saringan.SaringanDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Nama saringan diganti.")
    return redirect("kepegawaian:saringan_list")


@require_POST
@akses.masuk
def saringan_delete(request, pk):
    """Removes a bookmark; no data go with it, and it is made again from its list."""
    satu = get_object_or_404(SaringanTersimpan, pk=pk, pengguna=request.user)
    satu.delete()
    messages.success(request, f"Saringan “{satu.nama}” dihapus. Daftarnya tidak berubah.")
    return redirect("kepegawaian:saringan_list")
