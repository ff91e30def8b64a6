"""Keberatan atas DUK: catat dan putus (PP 15/1979 Pasal 9-11)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from kepangkatan.daftar import lihat, susun
from kepangkatan.daftar.forms import KeberatanForm, PutusanForm
from kepangkatan.daftar.views import ambil
from kepegawaian import akses
from kepegawaian.models import KeberatanDaftar, Pegawai


def _halaman(request, daftar, judul, form, tombol, penjelasan):
    url = reverse("daftar:daftar_detail", args=[daftar.pk])
    isi = {
        "judul": judul, "form": form, "tombol": tombol, "penjelasan": penjelasan, "batal_url": url,
        "atas": [("Daftar resmi", reverse("daftar:daftar_list")), (susun.sebut(daftar), url)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*lihat.BKD)
def keberatan_create(request, pk):
    """Records an objection that came through the line."""
    daftar = ambil(request, pk)
    if daftar.jenis != "duk" or daftar.status != "ditetapkan":
        raise Http404
    form = KeberatanForm(request.POST or None, hari_ini=request.hari_ini, initial={"tanggal": request.hari_ini})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        pegawai = Pegawai.objects.filter(nip=data.pop("nip")).values_list("pk", flat=True).first()
        try:
            with request.sebagai():
                susun.ajukan_keberatan(daftar, pegawai or 0, **data, oleh=request.user)
        except susun.Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Keberatan dicatat.")
            return redirect("daftar:daftar_detail", pk=pk)
    batas = f"Masa keberatan berakhir {daftar.keberatan_sampai:%d-%m-%Y}."
    return _halaman(request, daftar, "Catat keberatan", form, "Simpan keberatan", batas)


@akses.peran("pejabat_bkd")
def keberatan_putus(request, pk):
    """The decision of the official; never on one's own objection."""
    keberatan = get_object_or_404(KeberatanDaftar.objects.select_related("daftar", "pegawai__kini"), pk=pk)
    form = PutusanForm(request.POST or None, initial={"tanggal": request.hari_ini})
    if request.method == "POST" and form.is_valid():
        try:
            with request.sebagai():
                susun.putus_keberatan(pk, **form.cleaned_data, oleh=request.user)
        except susun.Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Putusan dicatat. Bila diterima, buat koreksi DUK.")
            return redirect("daftar:daftar_detail", pk=keberatan.daftar_id)
    penjelasan = f"{keberatan.pegawai.kini.nama_lengkap}: {keberatan.uraian}"
    return _halaman(request, keberatan.daftar, "Putus keberatan", form, "Simpan putusan", penjelasan)
