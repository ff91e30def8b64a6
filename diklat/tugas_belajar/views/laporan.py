"""Laporan semester: mengirim dengan KHS-nya, membaca berkasnya, memeriksanya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import LaporanSemester
from diklat.tugas_belajar import daftar, perbuatan
from diklat.tugas_belajar.forms import LaporanForm, PeriksaForm
from diklat.tugas_belajar.views import ambil
from kepegawaian import akses, dosir
from kepegawaian.aturan import tulis_tanggal
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def laporan_tb_create(request, pk, semester):
    """The report of one semester, by the person or his operator."""
    t = ambil(request, pk)
    if not perbuatan.boleh_lapor(request.hak, t):
        raise PermissionDenied
    satu = next(
        (s for s in daftar.aturan.semester(request.acuan, t.mulai, t.selesai or t.sampai) if s.nomor == semester), None
    )
    if satu is None:
        raise Http404
    url = reverse("diklat:tugas_belajar_detail", args=[t.pk])
    form = LaporanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        isi = {k: v for k, v in form.cleaned_data.items() if k != "berkas"}
        try:
            perbuatan.lapor(t, semester, isi, form.cleaned_data["berkas"], oleh=pelaku(request))
        except dosir.BerkasDitolak as galat:
            form.add_error("berkas", str(galat))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Laporan semester {semester} terkirim.")
            return redirect(url)
    konteks = {
        "judul": f"Laporan semester {semester}", "form": form, "tombol": "Kirim laporan", "batal_url": url,
        "penjelasan": f"{tulis_tanggal(satu.mulai)} sampai {tulis_tanggal(satu.sampai)}, paling lambat {tulis_tanggal(satu.tenggat)}.",
        "atas": [(str(t), url)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", konteks, status=422 if form.errors else 200)


def _laporan(request, pk):
    r = get_object_or_404(LaporanSemester.objects.select_related("berkas"), pk=pk)
    ambil(request, r.tugas_belajar_id)
    return r


@akses.masuk
@require_safe
def laporan_tb_download(request, pk):
    """The KHS of a report."""
    r = _laporan(request, pk)
    return dosir.respons(r.berkas.file, r.berkas.nama_asli, r.berkas.mime)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_POST
def laporan_tb_periksa(request, pk):
    """Accepted, or sent back with what must be mended."""
    r, form = _laporan(request, pk), PeriksaForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(e for daftar_ in form.errors.values() for e in daftar_))
    else:
        try:
            perbuatan.periksa(r.pk, form.cleaned_data["hasil"], form.cleaned_data["alasan"], oleh=pelaku(request))
        except DitolakAlur as galat:
            messages.error(request, str(galat))
        else:
            messages.success(
                request,
                f"Laporan semester {r.semester} {'diterima' if form.cleaned_data['hasil'] == 'diterima' else 'dikembalikan'}.",
            )
    return redirect("diklat:tugas_belajar_detail", r.tugas_belajar_id)
