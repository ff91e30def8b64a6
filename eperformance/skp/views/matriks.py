"""Matriks peran hasil: typed in place by the atasan, saved cell by cell by itself or all at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from eperformance.models import HasilKerja, Skp
from eperformance.penilai import ambil_skp
from eperformance.skp import matriks as isi_matriks, susun
from eperformance.skp.matriks import Sel
from eperformance.skp.views import bilangan, lakukan, periode_dipilih
from kepegawaian import akses
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

PENILAI = ("atasan", "pimpinan")
PANJANG = 500


def _milik(request, periode):
    """His own SKP of the year, the one of today first; None when he has none."""
    semua = Skp.objects.filter(pegawai=request.hak.pegawai_id or 0, periode=periode).exclude(status="batal")
    semua = list(semua.select_related("periode", "pegawai__kini").order_by("-mulai"))
    hari_ini = request.hari_ini
    return next((s for s in semua if s.mulai <= hari_ini <= s.sampai), semua[0] if semua else None)


def _sel(data, kunci):
    """The Sel of a prefix "s<induk>o<pegawai>" in what was sent; None when it is none."""
    induk, _, pegawai = kunci.removeprefix("s").partition("o")
    if not kunci.startswith("s") or bilangan(induk) is None or bilangan(pegawai) is None:
        return None
    teks = data.get(f"{kunci}-uraian", "").strip()[:PANJANG]
    return Sel(
        kunci,
        int(induk),
        int(pegawai),
        bilangan(data.get(f"{kunci}-id")),
        bilangan(data.get(f"{kunci}-versi")) or 0,
        teks,
    )


def _tampil(matriks, data=None, bentrok=()):
    """Rows for the page: each cell with its words, or those just sent, and what stands where they differ."""
    for o in matriks.baris:
        baris = []
        for h, sel, anak in o.sel:
            kunci = f"s{h.pk}o{o.kini.pk}"
            teks = sel.uraian if sel else ""
            baris.append({
                "hasil": h, "kunci": kunci, "sel": sel, "anak": anak, "kini": teks, "bentrok": kunci in bentrok,
                "teks": data.get(f"{kunci}-uraian", teks) if data is not None else teks,
            })  # fmt: skip
        yield {"orang": o.kini, "kosong": o.kosong, "sel": baris}


@akses.peran(*PENILAI)
@require_http_methods(["GET", "HEAD", "POST"])
def matriks(request):
    """The matrix of my SKP of a year."""
    periode, semua = periode_dipilih(request)
    skp = _milik(request, periode) if periode else None
    data, bentrok, status = None, (), 200
    if request.method == "POST" and skp is None:
        messages.error(request, "Matriks diisi sesudah SKP Anda sendiri dibuat.")
        return HttpResponseRedirect(reverse("eperformance:matriks"))
    if request.method == "POST":
        daftar = [s for k in request.POST if k.endswith("-uraian") and (s := _sel(request.POST, k[:-7]))]
        try:
            isi_matriks.simpan(skp.pk, daftar, oleh=pelaku(request))
        except susun.Bentrok as galat:
            data, bentrok, status = request.POST, galat.kini, 409
            messages.error(request, str(galat))
        except DitolakAlur as galat:
            data, status = request.POST, 422
            messages.error(request, str(galat))
        else:
            messages.success(request, "Matriks disimpan.")
            return HttpResponseRedirect(f"{reverse('eperformance:matriks')}?tahun={periode.tahun}")
    isi = {"periode": periode, "semua": semua, "skp": skp}
    if skp is not None:
        m = isi_matriks.susun(skp, request.hari_ini, request.hak.jabatan_ids)
        isi |= {
            "m": m, "baris": list(_tampil(m, data, bentrok)), "dapat": isi_matriks.boleh_mengisi(request.hak, skp),
        }  # fmt: skip
    return render(request, "eperformance/skp/matriks.html", isi, status=status)


@akses.peran(*PENILAI)
@require_POST
def matriks_simpan(request, pk):
    """One cell saves itself."""
    skp = ambil_skp(request, pk)
    if skp.pegawai_id != request.hak.pegawai_id:
        raise PermissionDenied
    sel = _sel(request.POST, request.POST.get("baris", ""))
    if sel is None:
        return JsonResponse({"pesan": "Sel itu tidak dikenal."}, status=422)
    try:
        jadi = isi_matriks.simpan(skp.pk, [sel], oleh=pelaku(request), sendiri=True)
    except susun.Bentrok as galat:
        kini = galat.kini[sel.kunci]
        if kini is None:
            return JsonResponse({"hilang": True, "versi": 0}, status=409)
        isi = {"uraian": {"label": "Peran", "teks": kini.uraian, "nilai": kini.uraian}}
        return JsonResponse({"id": kini.pk, "versi": kini.versi, "kini": isi}, status=409)
    except DitolakAlur as galat:
        return JsonResponse({"pesan": str(galat)}, status=422)
    kunci, versi = jadi.get(sel.kunci, (None, 0))
    return JsonResponse({"id": kunci, "versi": versi})


@akses.peran(*PENILAI)
@require_POST
def matriks_sendiri(request, pk):
    """I do this one myself, or share it out after all."""
    hasil = get_object_or_404(HasilKerja, pk=pk)
    skp = ambil_skp(request, hasil.skp_id)
    ya = request.POST.get("sendiri") == "1"
    return lakukan(
        request,
        lambda oleh: isi_matriks.tandai_sendiri(pk, ya, oleh=oleh, versi=bilangan(request.POST.get("versi")) or 0) and None,
        "Ditandai dikerjakan sendiri." if ya else "Hasil kerja itu kembali dibagi.",
        f"{reverse('eperformance:matriks')}?tahun={skp.periode.tahun}",
    )  # fmt: skip
