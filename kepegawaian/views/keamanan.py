"""Keamanan akun: sesi yang sedang berjalan dan langkah kedua, bagi pemiliknya. Acts: ``sesi``, ``faktor``."""

import segno
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kepegawaian import akses, batas, faktor, sesi
from kepegawaian.forms import KodeForm
from kepegawaian.middleware import BATAS_FAKTOR

SALAH = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, periksa jam ponsel Anda, lalu coba lagi."
PENUH = "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."


@akses.pemilik_akun
def keamanan(request):
    """Where this account is logged in, and how it logs in."""
    isi = {
        "sesi": sesi.daftar(request.user, request.session.session_key),
        "terpasang": faktor.terpasang(request.user),
        "sisa": faktor.sisa_pulih(request.user),
        "wajib": faktor.diwajibkan(request.hak, request.acuan),
        "form": KodeForm(),
    }
    return render(request, "akun/keamanan.html", isi)


@akses.pemilik_akun
@require_POST
def sesi_akhiri(request):
    """Ends one session of his own, or all but this one (``lain``)."""
    pilih = request.POST.get("sesi", "")
    with request.sebagai():
        if pilih == "lain":
            banyak = sesi.akhiri_lain(request.user, kecuali=request.session.session_key)
            messages.success(request, f"{banyak} perangkat lain dikeluarkan.")
        elif pilih.isdigit() and sesi.akhiri(request.user, int(pilih)):
            messages.success(request, "Perangkat itu dikeluarkan.")
        else:
            raise Http404
    return redirect("kepegawaian:keamanan")


@akses.pemilik_akun
@sensitive_post_parameters("kode")
@never_cache
def faktor_pasang(request):
    """Shows the QR and the key in words; installs with the first code and shows the recovery codes once."""
    if faktor.terpasang(request.user):
        return redirect("kepegawaian:keamanan")
    with request.sebagai():
        rahasia = faktor.siapkan(request.user) if request.method == "POST" else None
    form = KodeForm(request.POST if "kode" in request.POST else None)
    if form.is_bound and form.is_valid() and (kode := _coba(request, form, faktor.pasang)):
        request.session.pop(BATAS_FAKTOR, None)
        return render(request, "akun/kode_pulih.html", {"kode": kode, "baru": True})
    isi = {"form": form}
    if rahasia:
        alamat = faktor.alamat_qr(request.user, rahasia)
        isi |= {
            "qr": segno.make(alamat, error="m").png_data_uri(scale=5, border=4),
            "kunci": faktor.tulis_rahasia(rahasia),
        }
    return render(request, "akun/faktor_pasang.html", isi)


@akses.pemilik_akun
@require_POST
@sensitive_post_parameters("kode")
@never_cache
def faktor_pulih(request):
    """New recovery codes, for who shows a code."""
    form = KodeForm(request.POST)
    if form.is_valid() and (kode := _coba(request, form, faktor.ganti_kode_pulih)):
        return render(request, "akun/kode_pulih.html", {"kode": kode})
    messages.error(request, next(iter(form.errors.get("kode", [])), SALAH))
    return redirect("kepegawaian:keamanan")


@akses.pemilik_akun
@require_POST
@sensitive_post_parameters("kode")
def faktor_lepas(request):
    """Takes the second step off, with a code; refused while a role obliges him."""
    form = KodeForm(request.POST)
    try:
        lepas = form.is_valid() and _coba(
            request, form, lambda pengguna, kode: faktor.lepas(pengguna, kode, request.hak, request.acuan)
        )
    except faktor.FaktorDitolak as galat:
        messages.error(request, str(galat))
        return redirect("kepegawaian:keamanan")
    if lepas:
        messages.success(request, "Langkah kedua dilepas. Mulai sekarang cukup NIP dan kata sandi.")
    else:
        messages.error(request, next(iter(form.errors.get("kode", [])), SALAH))
    return redirect("kepegawaian:keamanan")


def _coba(request, form, perbuatan):
    """The result of an act that a code allows; the form says why not."""
    if batas.lewat_batas("faktor", alamat=request.alamat, akun=request.user.pk):
        form.add_error("kode", PENUH)
        return None
    with request.sebagai():
        hasil = perbuatan(request.user, form.cleaned_data["kode"])
    if not hasil:
        form.add_error("kode", SALAH)
    return hasil
