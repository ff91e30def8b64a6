"""Tahun kinerja: daftar, membuka, mengatur, dan draf SKP bagi semua pegawai."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eperformance import periode
from eperformance.models import PeriodeKinerja
from eperformance.penilai import mengelola
from eperformance.pohon.forms import FormPeriode
from eperformance.pohon.tasks import buka_draf
from eperformance.pohon.views import formulir, lakukan, pelaku
from kepegawaian import akses
from kepegawaian.antrean import antrekan

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")
PENGELOLA = ("staf_bkd", "pejabat_bkd")
DAFTAR = "eperformance:periode_list"
HUKUM = "Bawaan menurut PP 30/2019 dan Permen PANRB 6/2022: disusun Desember, ditetapkan akhir Januari, dinilai akhir Januari tahun berikutnya."


@akses.peran(*PEMBACA)
@require_safe
def periode_list(request):
    """All years with their calendar, how many have an SKP, and the drafts that are being made."""
    daftar = periode.hiasi(list(PeriodeKinerja.objects.all()))
    isi = {"daftar": daftar, "kelola": mengelola(request.hak, request.acuan), "tahun": request.hari_ini.year}
    return render(request, "eperformance/pohon/periode_list.html", isi)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "HEAD", "POST"])
def periode_create(request):
    """Opens a year; the form comes filled with the calendar of the law."""
    _pengelola(request)
    akhir = PeriodeKinerja.objects.order_by("-tahun").values_list("tahun", flat=True).first()
    awal = periode.bawaan(max(request.hari_ini.year, akhir + 1) if akhir else request.hari_ini.year)
    form = FormPeriode(request.POST or None, initial=awal)
    return _formulir(request, form, None, "Buka tahun kinerja")


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "HEAD", "POST"])
def periode_update(request, tahun):
    """Changes the calendar of a year."""
    _pengelola(request)
    satu = get_object_or_404(PeriodeKinerja, tahun=tahun)
    awal = {n: getattr(satu, n) for n in periode.MEDAN} | {"semula": periode.sidik(satu)}
    return _formulir(
        request, FormPeriode(request.POST or None, initial=awal, ubah=True), tahun, f"Tahun kinerja {tahun}"
    )


def _formulir(request, form, tahun, judul):
    def simpan(f):
        periode.simpan(tahun, f.data_periode(), oleh=pelaku(request), semula=f.cleaned_data.get("semula", ""))

    def tersimpan():
        satu = PeriodeKinerja.objects.get(tahun=tahun)
        return {n: getattr(satu, n) for n in periode.MEDAN}

    isi = {
        "judul": judul, "tombol": "Simpan kalender" if tahun else "Buka tahun ini", "penjelasan": HUKUM,
        "sukses": "Kalender tahun kinerja disimpan.", "atas": [("Tahun kinerja", reverse(DAFTAR))],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, reverse(DAFTAR), kunci="semula", tersimpan=tersimpan)


@akses.peran(*PENGELOLA)
@require_POST
def periode_draf(request, tahun):
    """Queues drafts for everybody in service who has none."""
    _pengelola(request)
    satu = PeriodeKinerja.objects.filter(tahun=tahun).first()
    if satu is None:
        raise Http404

    def minta():
        antrekan(buka_draf, periode.minta_draf(satu.pk, oleh=pelaku(request)).pk)

    return lakukan(
        request, minta, "Draf sedang dibuat. Halaman ini boleh ditinggalkan; Anda diberi tahu bila selesai.", DAFTAR
    )


def _pengelola(request):
    """403 for those of the BKD who do not run performance."""
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
