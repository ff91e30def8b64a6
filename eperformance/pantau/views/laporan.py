"""Laporan pemantauan kinerja triwulanan: halaman, xlsx, dan PDF beku yang dicetak pekerja."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eperformance.models import LaporanKinerja, PeriodeKinerja
from eperformance.pantau import laporan
from eperformance.pantau.keadaan import tinjau
from eperformance.pantau.tasks import cetak_laporan
from eperformance.pantau.views import alamat_daftar, pilihan_tahun
from eperformance.penilai import mengelola
from kepegawaian import akses, dosir
from kepegawaian.antrean import antrekan
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku

PERAN = ("staf_bkd", "pejabat_bkd", "inspektorat")
ROMAWI = ("", "I", "II", "III", "IV")


def _tinjauan(request, semua=None):
    """(Tinjauan, quarter) the URL asks for: by default the last quarter that has ended in the year chosen."""
    t = tinjau({"tahun": request.GET.get("tahun", "")}, request.hari_ini, semua)
    if t is None:
        return None, None
    bawaan = t.nomor if t.periode.periodik == "triwulan" else -(-t.nomor // 3)
    diminta = request.GET.get("triwulan", "")
    tw = int(diminta) if diminta in ("1", "2", "3", "4") else bawaan or 4
    satu = laporan.tinjauan(t.periode, tw, request.hari_ini)
    return (satu, tw) if satu.m.mulai_sudah(request.hari_ini) or not diminta else (None, None)


@akses.peran(*PERAN)
@require_safe
def laporan_detail(request):
    """The report of a quarter: shares per OPD, and what does not look right."""
    semua_tahun = list(PeriodeKinerja.objects.all())
    if not semua_tahun:
        return render(request, "eperformance/pantau/papan_kosong.html")
    t, tw = _tinjauan(request, semua_tahun)
    if t is None:
        raise Http404
    semua, daftar = laporan.susun(t, request.acuan)
    hukuman = laporan.hukuman(request.hari_ini) if request.hak.penangan_disiplin else None
    isi = {
        "t": t,
        "tw": tw,
        "tahun_pilihan": pilihan_tahun(semua_tahun, t),
        "tw_pilihan": [
            (n, f"Triwulan {ROMAWI[n]}", n == tw)
            for n in range(1, 5)
            if n == tw or laporan.tinjauan(t.periode, n, request.hari_ini).m.mulai_sudah(request.hari_ini)
        ],
        "semua": semua,
        "baris": [
            {
                "h": h, "sempurna": s, "url": alamat_daftar(t, opd=h.unit_id), "hukuman": (hukuman or {}).get(h.unit_id, 0),
                "ditetapkan": h.persen("ditetapkan"), "dievaluasi": h.persen("dievaluasi"),
            }
            for h, s in daftar
        ],
        "hukuman": hukuman is not None,
        "janggal": sum(len(s) for _, s in daftar),
        "tercetak": LaporanKinerja.objects.filter(periode=t.periode, triwulan=tw)[:5],
        "kelola": mengelola(request.hak, request.acuan),
    }  # fmt: skip
    return render(request, "eperformance/pantau/laporan_detail.html", isi)


@akses.peran(*PERAN)
@require_safe
def laporan_ekspor(request):
    """The report as xlsx; without penalties, whoever asks."""
    t, tw = _tinjauan(request)
    if t is None:
        raise Http404
    semua, daftar = laporan.susun(t, request.acuan)
    baris = [laporan.isi_baris(h, s) for h, s in daftar] + [laporan.isi_baris(semua, [], "Jumlah")]
    nama = f"laporan-kinerja-{t.periode.tahun}-tw{tw}"
    return unduh_daftar(request, "Laporan kinerja", laporan.KOLOM, baris, objek="laporankinerja", nama=nama)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_POST
def laporan_cetak(request):
    """Freezes the figures of a quarter and has them printed; by SUB41."""
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    periode = get_object_or_404(PeriodeKinerja, tahun=_angka(request.POST.get("tahun")))
    tw = _angka(request.POST.get("triwulan"))
    if tw not in (1, 2, 3, 4):
        raise Http404
    satu = laporan.minta(periode, tw, oleh=pelaku(request))
    antrekan(cetak_laporan, satu.pk)
    messages.success(request, "Angkanya dibekukan. PDF tampil di bawah begitu selesai dicetak.")
    return redirect(f"{reverse('eperformance:laporan_detail')}?tahun={periode.tahun}&triwulan={tw}#k-cetak")


def _angka(teks):
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 6 else 0


@akses.peran(*PERAN)
@require_safe
def laporan_download(request, pk):
    """A printed report."""
    satu = get_object_or_404(LaporanKinerja.objects.select_related("periode"), pk=pk, status="jadi")
    nama = f"laporan-kinerja-{satu.periode.tahun}-triwulan-{satu.triwulan}.pdf"
    return dosir.respons(satu.file, nama, "application/pdf", unduh=True)
