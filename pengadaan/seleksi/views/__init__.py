"""Halaman seleksi ASN: seleksi, pelamar, impor, hasil, umum, berkas, usul NIP, milik calon, pantauan CPNS.

The subbid (``pengadaan.menu.mengelola``) acts; officials of the BKD and the inspektorat read. A candidate reaches ``calon_saya`` only.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render

from kepegawaian.views.ekspor import unduhan  # noqa: F401 - used by the pages
from layanan import alur
from layanan.galat import DitolakAlur
from layanan.tampilan import url_regulasi
from pengadaan.menu import mengelola
from pengadaan.models import Seleksi

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")
PENGELOLA = ("staf_bkd", "pejabat_bkd")
TANDA = {
    "persiapan": "netral",
    "berjalan": "perhatian",
    "ditetapkan": "terpenuhi",
    "selesai": "terpenuhi",
    "batal": "gagal",
}


def pelaku(request):
    """The actor of this request for the acts."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def harus_membaca(request):
    """Subbid, officials of the BKD, inspektorat; 404 to staf of other subbid."""
    if not (mengelola(request.hak, request.acuan) or request.hak.punya("pejabat_bkd", "inspektorat")):
        raise Http404


def harus_mengelola(request):
    """Only the subbid and the heads above it act."""
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied


def ambil(request, pk):
    """The Seleksi ``pk`` for a reader."""
    harus_membaca(request)
    s = Seleksi.objects.filter(pk=pk).first()
    if s is None:
        raise Http404
    return s


def berdasar(jawaban):
    """Rows of conditions [(Syarat, Hasil)] as ``komponen/_syarat.html`` shows them."""
    return [
        {
            "kode": s.kode, "uraian": s.uraian, "hasil": h.jawaban, "bukti": " ".join([h.kalimat, *h.bukti]), "dasar": str(s.dasar),
            "dasar_url": url_regulasi(s.dasar.peraturan), "asumsi": s.keyakinan == "asumsi",
        }
        for s, h in jawaban
    ]  # fmt: skip


def lakukan(request, perbuatan, kalimat, kembali, *argumen):
    """Calls one act; back with its sentence, or with why it was refused. ``kalimat``: text or function of its result."""
    try:
        hasil = perbuatan()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat(hasil) if callable(kalimat) else kalimat)
    return redirect(kembali, *argumen)


def satu_formulir(request, form, perbuatan, isi, kembali, *argumen, sukses):
    """A form that calls one act; back with a sentence, or the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            hasil = perbuatan(form.cleaned_data)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, sukses(hasil) if callable(sukses) else sukses)
            return redirect(kembali, *argumen)
    return render(request, "komponen/form_halaman.html", {"form": form} | isi, status=400 if form.errors else 200)
