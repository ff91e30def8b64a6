"""Ikatan dinas yang diputus dan ganti ruginya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from diklat.tugas_belajar import daftar, perbuatan
from diklat.tugas_belajar.forms import LunasForm, PutusForm
from diklat.tugas_belajar.views import ambil
from kepegawaian import akses
from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

PENGELOLA = ("staf_bkd", "pejabat_bkd")


def _kelola(request, pk):
    t = ambil(request, pk)
    if not perbuatan.kelola(request.hak, request.acuan):
        raise PermissionDenied
    return t


def _formulir(request, t, form, perbuat, pesan, **isi):
    """Common course: act, message, back to the study; a refusal stands in the form."""
    url = reverse("diklat:tugas_belajar_detail", args=[t.pk])
    if request.method == "POST" and form.is_valid():
        try:
            perbuat(t.pk, **form.cleaned_data, oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, pesan)
            return redirect(url)
    isi |= {"form": form, "batal_url": url, "atas": [(str(t), url)]}
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "HEAD", "POST"])
def ikatan_putus(request, pk):
    """The bond is broken; the amount is proposed by the setting and may be corrected to the decision."""
    t = _kelola(request, pk)
    usul = daftar.ganti_rugi(request.acuan, t, request.hari_ini) if t.terikat else None
    awal = {"tanggal": request.hari_ini, "ganti_rugi": usul, "versi": t.versi}
    hitung = "belum dapat dihitung karena biayanya tidak tercatat" if usul is None else tulis_rupiah(usul)
    cara = request.acuan.setelan("tb_ganti_rugi", request.hari_ini)
    sampai = tulis_tanggal(t.ikatan_sampai) if t.ikatan_sampai else "–"
    return _formulir(
        request, t, PutusForm(request.POST or None, initial=awal), perbuatan.putus, "Pemutusan ikatan dinas dicatat.",
        judul="Catat ikatan dinas diputus", tombol="Catat dan tagih", bahaya=True,
        penjelasan=f"Ikatan dinas sampai {sampai}. Ganti rugi hari ini {hitung}, cara {cara} (Perpres 12/1961, asumsi).",
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "HEAD", "POST"])
def ikatan_lunas(request, pk):
    """The repayment is settled."""
    t = _kelola(request, pk)
    form = LunasForm(request.POST or None, initial={"tanggal": request.hari_ini, "versi": t.versi})
    return _formulir(
        request, t, form, perbuatan.lunas, "Ganti rugi dicatat lunas.", judul="Catat ganti rugi lunas", tombol="Catat lunas",
        penjelasan=f"Yang dikembalikan {tulis_rupiah(t.ganti_rugi or 0)}.",
    )  # fmt: skip
