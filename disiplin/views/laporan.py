"""Laporan dugaan pelanggaran: formulir terbuka bagi siapa pun, boleh tanpa nama; dibaca hanya oleh penangan."""

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from disiplin import hak as wewenang, kasus
from disiplin.forms_halaman import LaporanForm, LaporanMasukForm, TutupLaporanForm
from disiplin.models import Laporan
from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

SEJAM = 5  # reports an hour from one address


@akses.terbuka(alasan="siapa pun boleh melaporkan pelanggaran disiplin, juga tanpa nama dan tanpa akun")
def lapor(request):
    """A report; the account is kept only when its owner says so, the address never."""
    masuk = request.user.is_authenticated
    form = (LaporanMasukForm if masuk else LaporanForm)(request.POST or None)
    terlalu_sering = False
    if request.method == "POST" and form.is_valid():
        terlalu_sering = not _boleh(request)
        if not terlalu_sering:
            isi = dict(form.cleaned_data)
            dari = request.user if isi.pop("sertakan", False) else None
            kasus.laporkan(isi, oleh=dari, pada=timezone.now())
            return redirect("disiplin:lapor_terima")
    status = 429 if terlalu_sering else 422 if form.errors else 200
    return render(request, "disiplin/lapor.html", {"form": form, "terlalu_sering": terlalu_sering}, status=status)


def _boleh(request):
    kunci = f"lapor-disiplin:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(kunci, 0, 3600)
    return cache.incr(kunci) <= SEJAM


@akses.terbuka(alasan="ucapan terima kasih sesudah melapor; tidak memuat apa pun dari laporannya")
@require_safe
def lapor_terima(request):
    """Says that it was received."""
    return render(request, "disiplin/lapor_terima.html")


def _harus_penangan(request):
    if not wewenang.penangan(request.hak):
        raise PermissionDenied


@akses.peran("staf_bkd", "pejabat_bkd")
@require_safe
def laporan_list(request):
    """All reports, the new ones first; handlers only."""
    _harus_penangan(request)
    status = request.GET.get("status", "baru")
    daftar = Laporan.objects.select_related("usulan")
    if status in dict(Laporan.STATUS):
        daftar = daftar.filter(status=status)
    isi = {"potongan": potong(request, daftar), "status": status, "pilihan": (*Laporan.STATUS, ("semua", "Semua"))}
    return render(request, "disiplin/laporan_list.html", isi)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_safe
def laporan_detail(request, pk):
    """One report with what may be done with it."""
    _harus_penangan(request)
    satu = get_object_or_404(Laporan.objects.select_related("dari__pegawai__kini", "usulan"), pk=pk)
    # About himself: a handler does not read what is reported of him.
    if request.hak.nip and request.hak.nip in satu.terlapor.replace(" ", ""):
        raise PermissionDenied
    return render(request, "disiplin/laporan_detail.html", {"laporan": satu, "form": TutupLaporanForm()})


@akses.peran("staf_bkd", "pejabat_bkd")
@require_POST
def laporan_tutup(request, pk):
    """Closes a report without a case."""
    _harus_penangan(request)
    satu = get_object_or_404(Laporan, pk=pk)
    form = TutupLaporanForm(request.POST)
    if not form.is_valid():
        return render(request, "disiplin/laporan_detail.html", {"laporan": satu, "form": form}, status=422)
    try:
        kasus.tutup_laporan(satu, form.cleaned_data["catatan"], oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Laporan ditutup.")
    return redirect("disiplin:laporan_list")
