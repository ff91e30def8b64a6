"""Halaman SKP, satu berkas satu pokok: saya, rencana, hasil, dialog, bawahan, matriks, peran, tengah, akhir, unduh."""

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse

from eperformance.models import PeriodeKinerja
from eperformance.skp.susun import Bentrok
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku


def lakukan(request, perbuatan, kalimat, kembali):
    """One act by POST, and back with a sentence. ``perbuatan(oleh)`` may return the sentence itself."""
    try:
        hasil = perbuatan(pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, hasil if isinstance(hasil, str) else kalimat)
    return HttpResponseRedirect(kembali)


def url_detail(pk, jangkar=""):
    """Address of the SKP's page."""
    return reverse("eperformance:skp_detail", args=[pk]) + (f"#{jangkar}" if jangkar else "")


def bilangan(teks):
    """A number somebody sent, or None."""
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 12 else None


def simpan_sendiri(form, simpan):
    """Answer to a row that saves itself: its new version; 422 with what is wrong; 409 with the row as it stands."""
    if not form.is_valid():
        return JsonResponse({"galat": {n: " ".join(e) for n, e in form.errors.items()}}, status=422)
    baris = form.baris()
    if baris is None:
        return JsonResponse({"id": None, "versi": 0})
    try:
        jadi = simpan([baris])
    except Bentrok as galat:
        return bentrok(form, galat.kini[baris.kunci])
    except DitolakAlur as galat:
        return JsonResponse({"pesan": str(galat)}, status=422)
    pk, versi = jadi.get(baris.kunci, (None, 0))
    return JsonResponse({"id": pk, "versi": versi})


def bentrok(form, kini):
    """409: both texts, by field; ``nilai`` what an input would hold."""
    if kini is None:
        return JsonResponse({"hilang": True, "versi": 0}, status=409)
    awal = form.awal(kini)
    isi = {
        n: {"label": label, "teks": str(teks or ""), "nilai": "" if awal[n] is None else str(awal[n])}
        for n, (label, teks) in form.tampil(kini).items()
    }
    return JsonResponse({"id": kini.pk, "versi": kini.versi, "kini": isi}, status=409)


def periode_dipilih(request):
    """(periode of ``?tahun=``, all periode newest first); the running year by default, None when there is none."""
    semua = list(PeriodeKinerja.objects.all())
    tahun = request.GET.get("tahun") or request.POST.get("tahun") or ""
    berjalan = next((p for p in semua if p.tahun <= request.hari_ini.year), semua[-1] if semua else None)
    return next((p for p in semua if str(p.tahun) == tahun), berjalan), semua
