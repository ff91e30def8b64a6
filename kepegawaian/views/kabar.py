"""Pemberitahuan saya (pilihan saluran pemilik akun) dan kiriman ke luar portal bagi admin."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, jejak, kabar, kiriman, peristiwa
from kepegawaian.antrean import antrekan
from kepegawaian.filters import KirimanFilter
from kepegawaian.forms import KabarForm
from kepegawaian.models import Kiriman, PilihanKabar
from kepegawaian.penomoran import potong
from kepegawaian.tasks import kirim_kiriman

PILIH_MAKS = 500


@require_http_methods(["GET", "POST"])
@akses.masuk
def kabar_saya(request):
    """What leaves the portal for me: event × channel. Only what differs from the office's default is kept."""
    milik = {(p.peristiwa, p.saluran): p.aktif for p in request.user.pilihan_kabar.all()}
    form = KabarForm(
        request.POST or None, peran=request.hak.peran, pilihan=milik, acuan=request.acuan, tanggal=request.hari_ini
    )
    if request.method == "POST" and form.is_valid():
        with request.sebagai():
            _simpan(request.user, form, bawaan="bawaan" in request.POST)
        messages.success(request, "Pilihan pemberitahuan tersimpan.")
        return redirect("kepegawaian:kabar_saya")
    (saya,) = kabar.orang([request.user.pk], kecuali_pelaku=False) or (None,)
    isi = {"form": form, "saya": saya, "ada_wa": bool(settings.WA_WEBHOOK_URL), "berbeda": bool(milik)}
    return render(request, "akun/kabar_saya.html", isi)


def _simpan(pengguna, form, *, bawaan):
    """Replaces the choices of the events the form shows, or all of them by the office's default; a Jejak."""
    lama = PilihanKabar.objects.select_for_update().filter(pengguna=pengguna)
    if not bawaan:
        lama = lama.filter(peristiwa__in=form.kode)
    lama.delete()
    if not bawaan:
        PilihanKabar.objects.bulk_create(
            [PilihanKabar(pengguna=pengguna, peristiwa=p, saluran=s, aktif=a) for (p, s), a in form.berbeda().items()]
        )
    jejak.catat("kabar_atur", pengguna, pegawai=pengguna.pegawai_id)


@require_safe
@akses.peran("admin")
def kiriman_list(request):
    """What left the portal or could not: whom, event, channel, tries, and the reason; never what it says."""
    daftar = Kiriman.objects.select_related("pemberitahuan__pengguna__pegawai__kini")
    saring = KirimanFilter(request.GET, daftar)
    potongan = potong(request, saring.qs)
    for satu in potongan:
        sumber = peristiwa.TABEL.get(satu.pemberitahuan.peristiwa)
        satu.sebutan = sumber.kalimat if sumber else satu.pemberitahuan.peristiwa
        satu.pengguna = satu.pemberitahuan.pengguna
    isi = {
        "saring": saring,
        "potongan": potongan,
        "gagal": Kiriman.objects.filter(status="gagal")[:1].exists(),
        "wa": settings.WA_WEBHOOK_URL,
    }
    return render(request, "akun/kiriman_list.html", isi)


@require_POST
@akses.peran("admin")
def kiriman_ulangi(request):
    """Sends failed ones again: those chosen, or all."""
    pilih = [int(p) for p in request.POST.getlist("pilih") if p.isascii() and p.isdigit()][:PILIH_MAKS]
    semua = request.POST.get("aksi") == "semua"
    if not pilih and not semua:
        messages.error(request, "Pilih kiriman yang gagal lebih dulu.")
        return redirect("kepegawaian:kiriman_list")
    with request.sebagai():
        ids = kiriman.ulangi(None if semua else pilih)
        if ids:
            jejak.catat("kiriman_ulang", ("kiriman", None), jumlah=len(ids))
            antrekan(kirim_kiriman, ids)
    if ids:
        messages.success(request, f"{len(ids)} kiriman diulang. Hasilnya tampil di sini beberapa saat lagi.")
    else:
        messages.info(request, "Tidak ada kiriman yang gagal di antara yang dipilih.")
    return redirect("kepegawaian:kiriman_list")
