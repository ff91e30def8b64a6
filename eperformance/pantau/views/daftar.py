"""Daftar pegawai di balik angka papan, dengan saringannya di URL, dan ekspornya."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from eperformance.models import PeriodeKinerja
from eperformance.pantau.daftar import KOLOM, PantauFilter, baris_html, lengkapi, lingkup
from eperformance.pantau.keadaan import pilihan_masa, tinjau
from eperformance.pantau.views import PENDAFTAR, pilihan_tahun
from kepegawaian import akses
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

SEKALI = 1000


def _saring(request, t):
    orang = ProfilKini.objects.filter(lingkup(request.hak))
    return PantauFilter(request.GET, orang, request=request, tinjauan=t)


@akses.peran(*PENDAFTAR)
@require_safe
def pantau_list(request):
    """People of the reader's scope with the state of their SKP."""
    semua_tahun = list(PeriodeKinerja.objects.all())
    t = tinjau(request.GET, request.hari_ini, semua_tahun)
    if t is None:
        return render(request, "eperformance/pantau/papan_kosong.html")
    saring = _saring(request, t)
    potongan = potong(request, saring.qs, isi=ProfilKini.objects.select_related("jabatan"))
    isi = {
        "t": t,
        "tahun_pilihan": pilihan_tahun(semua_tahun, t),
        "masa_pilihan": [(n, nama, n == t.nomor) for n, nama in pilihan_masa(t.periode, request.hari_ini)],
        "saring": saring,
        "potongan": potongan,
        "baris": baris_html(t, potongan.butir, request.acuan),
    }
    return render(request, "eperformance/pantau/pantau_list.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def pantau_ekspor(request):
    """The list as xlsx, as it is filtered, all its pages."""
    t = tinjau(request.GET, request.hari_ini)
    if t is None:
        raise Http404
    saring = _saring(request, t)

    def semua():
        orang = list(saring.qs.select_related("jabatan"))
        for i in range(0, len(orang), SEKALI):
            for b in lengkapi(t, orang[i : i + SEKALI], request.acuan):
                k, s = b["orang"], b["skp"]
                yield (
                    k.nip, k.nama_lengkap, k.jabatan.nama if k.jabatan else "", b["unit"], b["opd"], b["sebutan"],
                    timezone.localdate(s.ditetapkan_pada) if s and s.ditetapkan_pada else None, b["penilai"], b["predikat"],
                    b["terlambat"],
                )  # fmt: skip

    nama = f"keadaan-skp-{t.periode.tahun}-{t.nomor}"
    return unduh_daftar(request, "Keadaan SKP", KOLOM, semua(), objek="skp", nama=nama)
