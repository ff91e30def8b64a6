"""Jejak: hanya bagi Inspektorat dan admin; membaca dan mengunduhnya tidak mengubah apa pun selain jejak itu sendiri."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kepegawaian import jejak as catatan
from kepegawaian.akses import peran
from kepegawaian.models import AksesSensitif, Jejak
from kepegawaian.penomoran import potong
from tata_kelola import jejak

PEMBACA = ("inspektorat", "admin")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@peran(*PEMBACA)
def jejak_list(request):
    """What was done, by whom, about whom; every filter stands in the URL."""
    saringan = jejak.SaringanJejak(request.GET, queryset=Jejak.objects.all())
    halaman = potong(request, saringan.qs)
    for baris in jejak.bernama(halaman):
        baris.kalimat = catatan.kalimat(baris)
        baris.nama_objek = jejak.sebut_objek(baris.objek)
    isi = {"daftar": halaman, "saringan": saringan, "segel": jejak.keadaan_segel(timezone.now())}
    return render(request, "tata_kelola/jejak_list.html", isi)


@require_safe
@peran(*PEMBACA)
def jejak_download(request):
    """The filtered list as xlsx, BATAS_UNDUH rows at most; the download is itself recorded."""
    saringan = jejak.SaringanJejak(request.GET, queryset=Jejak.objects.all())
    baris = jejak.bernama(saringan.qs[: jejak.BATAS_UNDUH])
    isi = jejak.buku_kerja("Jejak", jejak.KOLOM_JEJAK, jejak.baris_jejak(baris))
    with request.sebagai():
        catatan.catat("ekspor", ("jejak", None), jumlah=len(baris), daftar="jejak", saringan=request.GET.urlencode())
    jawab = HttpResponse(isi, content_type=XLSX)
    jawab["Content-Disposition"] = f'attachment; filename="jejak-{timezone.localtime():%Y%m%d-%H%M}.xlsx"'
    return jawab


@require_safe
@peran(*PEMBACA)
def sensitif_list(request):
    """Who read masked data of whom."""
    saringan = jejak.SaringanSensitif(request.GET, queryset=AksesSensitif.objects.all())
    daftar = potong(request, saringan.qs)
    jejak.bernama(daftar)
    return render(request, "tata_kelola/sensitif_list.html", {"daftar": daftar, "saringan": saringan})
