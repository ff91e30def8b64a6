"""Ketidakhadiran pejabat: daftar, catat, batalkan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan import halangan
from layanan.forms import FormHalangan
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")


@akses.peran(*PELIHAT)
@require_safe
def halangan_list(request):
    """Absences in scope that run or come, nearest first; ``?lalu=1`` those that are over."""
    daftar = halangan.terlihat(request.hak).select_related("pegawai__kini__jabatan", "pegawai__kini__unit")
    if lalu := request.GET.get("lalu") == "1":
        daftar = daftar.filter(sampai__lt=request.hari_ini) | daftar.filter(dibatalkan_pada__isnull=False)
    else:
        daftar = daftar.filter(sampai__gte=request.hari_ini, dibatalkan_pada__isnull=True).order_by("sejak", "pk")
    isi = {
        "potongan": potong(request, daftar),
        "lalu": lalu,
        "boleh": _boleh(request),
        "hari": request.acuan.setelan("eskalasi_hari_kerja", request.hari_ini),
    }
    return render(request, "layanan/halangan_list.html", isi)


def _boleh(request):
    return not request.hak.hanya_baca and (request.hak.kantor or request.hak.punya("operator_opd", "staf_bkd"))


@akses.peran(*PELIHAT)
@require_safe
def halangan_pilih(request):
    """Whose absence: oneself as an official, or an official in scope found by name or NIP."""
    if not _boleh(request):
        raise PermissionDenied
    pejabat = halangan.pejabat_terlihat(request.hak)
    cari, angka = request.GET.get("q", "").strip(), "".join(request.GET.get("q", "").split())
    calon = pejabat.none()
    if len(cari) >= 3:
        calon = pejabat.filter(nip__startswith=angka) if angka.isdigit() else pejabat.filter(nama__icontains=cari)
    isi = {
        "sendiri": pejabat.filter(pegawai_id=request.hak.pegawai_id or 0).first() if request.hak.kantor else None,
        "bagi_lain": request.hak.punya("operator_opd", "staf_bkd", "pejabat_bkd"),
        "cari": cari,
        "calon": calon.select_related("jabatan", "unit").order_by("nama")[:20],
    }
    return render(request, "layanan/halangan_pilih.html", isi)


@akses.peran(*PELIHAT)
def halangan_create(request, nip):
    """Records an absence of one official in scope; 404 to everyone else."""
    if not _boleh(request):
        raise PermissionDenied
    kini = get_object_or_404(halangan.pejabat_terlihat(request.hak).select_related("jabatan"), nip=nip)
    form = FormHalangan(request.POST or None, hari_ini=request.hari_ini)
    if request.method == "POST" and form.is_valid():
        try:
            halangan.catat(kini.pegawai_id, **form.cleaned_data, oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Ketidakhadiran dicatat. Langkah yang menunggu naik bila tidak ada Plh.")
            return redirect("layanan:halangan_list")
    isi = {
        "judul": f"Ketidakhadiran {kini.nama_lengkap}",
        "form": form,
        "tombol": "Simpan ketidakhadiran",
        "penjelasan": f"{kini.jabatan or 'Pejabat'}. Selama ia tidak di tempat dan tidak ada Plh., langkah yang "
        "menunggunya naik ke atasannya.",
        "batal_url": reverse("layanan:halangan_list"),
        "atas": [("Ketidakhadiran pejabat", reverse("layanan:halangan_list"))],
    }
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*PELIHAT)
@require_POST
def halangan_batalkan(request, pk):
    """Withdraws a record that has not ended."""
    try:
        halangan.batalkan(pk, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Catatan ketidakhadiran dibatalkan.")
    return redirect("layanan:halangan_list")
