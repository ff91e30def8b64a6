"""Edisi Abdi Negara: daftar, satu edisi beserta PDF-nya, dan penyusunannya."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses, jejak
from kepegawaian.penomoran import potong
from kesejahteraan.korpri import cetak, redaksi
from kesejahteraan.korpri.forms import FormEdisi
from kesejahteraan.korpri.hak import PENGELOLA
from kesejahteraan.korpri.models import EdisiKorpri, TulisanKorpri
from kesejahteraan.korpri.views import formulir, kelola, khusus_pengelola, pelaku


def _terbit(edisi):
    """What of the edition still stands, in its order."""
    return edisi.tulisan.filter(status="terbit").select_related("penulis__kini", "opd").order_by("terbit_pada", "pk")


@akses.masuk
@require_safe
def edisi_list(request):
    """Editions, newest first."""
    isi = {"potongan": potong(request, EdisiKorpri.objects.all()), "kelola": kelola(request)}
    return render(request, "kesejahteraan/korpri/edisi_list.html", isi)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def edisi_create(request):
    """A new edition out of what is published and in none yet."""
    calon = (
        TulisanKorpri.objects.filter(status="terbit", edisi__isnull=True)
        .select_related("penulis__kini")
        .defer("isi")[:60]
    )
    form = FormEdisi(request.POST or None, tulisan=list(calon), initial={"tanggal": request.hari_ini})
    isi = {
        "judul": "Edisi baru", "tombol": "Susun edisi", "sukses": "Edisi tersusun; PDF-nya dapat diunduh.",
        "penjelasan": "Nomornya melanjutkan edisi terakhir. Tulisan yang dipilih tidak masuk edisi lain.",
        "atas": [("Abdi Negara", reverse("kesejahteraan:korpri_tulisan_list")), ("Edisi", reverse("kesejahteraan:korpri_edisi_list"))],
    }  # fmt: skip

    def simpan(f):
        d = f.cleaned_data
        e = redaksi.buat_edisi(d["judul"], d["tanggal"], d["tulisan"], oleh=pelaku(request))
        return redirect("kesejahteraan:korpri_edisi_detail", e.nomor)

    return formulir(request, form, simpan, isi, reverse("kesejahteraan:korpri_edisi_list"))


@akses.masuk
@require_safe
def edisi_detail(request, nomor):
    """One edition and what stands in it."""
    edisi = get_object_or_404(EdisiKorpri, nomor=nomor)
    return render(
        request, "kesejahteraan/korpri/edisi_detail.html", {"edisi": edisi, "tulisan": _terbit(edisi).defer("isi")}
    )


@akses.masuk
@require_safe
def edisi_download(request, nomor):
    """The edition as PDF; back to its page with a sentence when there is no printer."""
    edisi = get_object_or_404(EdisiKorpri, nomor=nomor)
    try:
        pdf = cetak.edisi(edisi, list(_terbit(edisi)))
    except cetak.PdfTidakAda as galat:
        messages.error(request, str(galat))
        return redirect("kesejahteraan:korpri_edisi_detail", nomor)
    with request.sebagai():
        jejak.catat("ekspor", edisi, jumlah=1, daftar=str(edisi))
    jawab = HttpResponse(pdf, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="abdi-negara-edisi-{edisi.nomor}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
