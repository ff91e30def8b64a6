"""Halaman Korpri, satu berkas satu pokok: kegiatan, peserta, pengurus, tulisan, redaksi.

Everybody with an account reads; what one does is asked of ``korpri.hak`` and of the act itself.
"""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from kesejahteraan.korpri.hak import boleh_kelola
from layanan import alur
from layanan.galat import DitolakAlur


def pelaku(request):
    """The actor of this request for the acts."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def kelola(request):
    """Does the reader run Korpri?"""
    return boleh_kelola(request.hak, request.acuan)


def khusus_pengelola(view):
    """Decorator: 403 for those of the BKD who do not run Korpri."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not kelola(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bungkus


def lakukan(request, perbuatan, kalimat, kembali, *args):
    """One act by POST, and back with a sentence. ``perbuatan``: a function without arguments."""
    try:
        perbuatan()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat)
    return redirect(kembali, *args)


def formulir(request, form, perbuatan, isi, kembali):
    """A form that calls one act; on with a sentence, or the form with what is wrong.

    ``perbuatan(form)`` returns where to go (a response) or nothing: then ``kembali``.
    """
    if request.method == "POST" and form.is_valid():
        try:
            hasil = perbuatan(form)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, isi["sukses"])
            return hasil if hasattr(hasil, "status_code") else redirect(kembali)
    konteks = {"form": form, "batal_url": kembali} | isi
    return render(request, "komponen/form_halaman.html", konteks, status=422 if form.errors else 200)
