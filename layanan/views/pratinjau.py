"""Pratinjau naskah: halaman, lembarnya di dalam bingkai, dan PDF bertanda air yang dicetak pekerja latar."""

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, jejak
from kepegawaian.antrean import AntreanMati
from layanan import kata_surat, katalog, pratinjau, templat_kantor
from layanan.galat import DitolakAlur
from layanan.konteks import konteks_usulan
from layanan.lembar import LembarKolektif
from layanan.models import VersiTemplat
from layanan.views.usulan import ambil_usulan

LEMBAR = (
    "arimo/latin-400.css",
    "arimo/latin-700.css",
    "css/cetak.css",
    "css/cetak-konsep.css",
    "css/konsep-layar.css",
)


def _ambil(request, nomor):
    """(usulan, layanan or KataSurat, VersiTemplat or None) the reader may see a konsep of; 404 to everyone else.

    ``?versi=`` asks for another wording than today's: for those who write or approve templates; with ``&kolektif=1``
    that of the collective decree, with ``&langkah=`` that of the step's letter, which then stand for the layanan.
    """
    usulan = ambil_usulan(request, nomor)
    layanan = katalog.ambil(usulan.layanan)
    teks = request.GET.get("versi", "")
    if teks and (kode := request.GET.get("langkah")):
        layanan = next((s for s in kata_surat.berkata(layanan) if s.langkah.kode == kode), None)
        if layanan is None:
            raise Http404
    if not teks:
        if not pratinjau.boleh(usulan, layanan, request.hak):
            raise Http404
        return usulan, layanan, None
    penulis = layanan.naskah is not None and templat_kantor.boleh_menyusun(layanan, request.hak)
    if not (penulis and teks.isascii() and teks.isdigit() and len(teks) < 5):
        raise Http404
    if usulan.pegawai_id == request.hak.pegawai_id or usulan.status not in usulan.BERJALAN:
        raise Http404
    if request.GET.get("kolektif") and layanan.slug == usulan.layanan:
        if layanan.kolektif is None:
            raise Http404
        layanan = LembarKolektif(layanan)
    return usulan, layanan, get_object_or_404(VersiTemplat, layanan=layanan.slug, versi=int(teks))


def _data(request, usulan, layanan, versi):
    konteks = konteks_usulan(usulan, tanggal=request.hari_ini)
    return pratinjau.data_konsep(usulan, layanan, konteks, request.hari_ini, versi)


def _catat(request, usulan, versi):
    """Reading a konsep is recorded; seeing a version on a real usulan is what lets it go into force."""
    with request.sebagai():
        jejak.catat("naskah_pratinjau", usulan, pegawai=usulan.pegawai_id, usulan=usulan.nomor)
        if versi is not None:
            jejak.catat(
                "templat_pratinjau", versi, templat=str(versi), usulan=usulan.nomor,
                sidik=templat_kantor.sidik(versi.bagian),
            )  # fmt: skip


def kepala_lembar():
    """What a konsep on the screen needs in its head: the sheets of paper and the width of the screen."""
    tautan = format_html_join(
        "", '<link rel="stylesheet" href="{}{}">', [(settings.STATIC_URL, nama) for nama in LEMBAR]
    )
    return '<meta name="viewport" content="width=device-width, initial-scale=1">' + tautan


def _kueri(versi, **lain):
    isi = [("versi", versi.versi), *templat_kantor.kueri(versi.layanan)] if versi else []
    isi += lain.items()
    return ("?" + "&".join(f"{k}={v}" for k, v in isi)) if isi else ""


@require_safe
@akses.masuk
@csp_replace({"frame-src": [SELF]})
def pratinjau_detail(request, nomor):
    """The konsep of one usulan at once as a sheet, and its PDF when asked for."""
    usulan, layanan, versi = _ambil(request, nomor)
    galat, data = "", None
    try:
        data = _data(request, usulan, layanan, versi)
    except DitolakAlur as sebab:
        galat = str(sebab)
    kode = request.GET.get("pdf", "")
    keadaan = pratinjau.hasil(kode, usulan, request.user.pk) if kode else None
    isi = {
        "usulan": usulan,
        "layanan": layanan,
        "versi": versi,
        "sebutan": f"{layanan.nama}, versi {versi.versi}." if versi else "",
        "galat": galat,
        "nomor_templat": ambil_versi(data),
        "lembar_url": reverse("layanan:pratinjau_lembar", args=[nomor]) + _kueri(versi),
        "pdf_url": reverse("layanan:pratinjau_create", args=[nomor]) + _kueri(versi),
        "kode": kode if keadaan is not None else "",
        "kedaluwarsa": bool(kode) and keadaan is None,
        "keadaan": keadaan,
    }
    return render(request, "layanan/pratinjau_detail.html", isi, status=422 if galat else 200)


def ambil_versi(data):
    """Number of the wording in frozen data: 0 the default, None where the naskah has no office wording."""
    return ((data or {}).get("versi_templat") or {}).get("versi")


@require_safe
@akses.masuk
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF], "script-src": [NONE]})
def pratinjau_lembar(request, nomor):
    """The sheet itself, a document of its own inside the frame of the page; recorded."""
    usulan, layanan, versi = _ambil(request, nomor)
    try:
        data = _data(request, usulan, layanan, versi)
    except DitolakAlur as sebab:
        return HttpResponse(str(sebab), status=422, content_type="text/plain; charset=utf-8")
    isi = pratinjau.html_konsep(layanan, data, kepala=kepala_lembar())
    _catat(request, usulan, versi)
    return HttpResponse(isi, headers={"Cache-Control": "no-store"})


@require_POST
@akses.masuk
def pratinjau_create(request, nomor):
    """Asks the worker for the PDF of today's konsep; the page then waits for it."""
    usulan, layanan, versi = _ambil(request, nomor)
    tujuan = reverse("layanan:pratinjau_detail", args=[nomor])
    try:
        isi = pratinjau.html_konsep(layanan, _data(request, usulan, layanan, versi))
        kode = pratinjau.minta_pdf(usulan, isi, request.user.pk)
    except (DitolakAlur, AntreanMati) as galat:
        messages.error(request, str(galat))
        return redirect(tujuan + _kueri(versi))
    _catat(request, usulan, versi)
    return redirect(tujuan + _kueri(versi, pdf=kode))


@require_safe
@akses.masuk
def pratinjau_download(request, nomor, kode):
    """State of the print as a fragment (htmx), or the PDF itself; only for the account that asked for it."""
    usulan = ambil_usulan(request, nomor)
    keadaan = pratinjau.hasil(kode, usulan, request.user.pk)
    if keadaan is None:
        raise Http404
    if request.htmx:
        return render(request, "layanan/_pratinjau_pdf.html", {"usulan": usulan, "kode": kode, "keadaan": keadaan})
    if "pdf" not in keadaan:
        raise Http404
    nama = f"konsep-{usulan.nomor}.pdf"
    return HttpResponse(
        keadaan["pdf"], content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{nama}"', "Cache-Control": "no-store",
                 "X-Content-Type-Options": "nosniff"},
    )  # fmt: skip
