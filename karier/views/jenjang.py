"""Jenjang karier: jabatan berikut yang sah dari jabatan seorang pegawai, dengan syarat dan kekosongannya."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from karier import pola
from karier.aturan.talenta import PERLAKUAN
from karier.forms import SaringJenjang
from karier.models import BarisTalenta
from karier.views import ringkaskan
from kepegawaian import akses
from kepegawaian.models import Jabatan
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")


def _ambil(request, nip):
    """The pegawai and his profile: oneself, or anybody for the BKD and the inspektorat."""
    pegawai = ambil(request, nip)
    if pegawai.pk != request.hak.pegawai_id and not request.hak.punya(*PEMBACA):
        raise Http404
    return pegawai, profil_satu(pegawai.pk, per=request.hari_ini, bagian=pola.BAGIAN)


@akses.masuk
@require_safe
def jenjang_list(request, nip=None):
    """The next posts: vertikal, diagonal, horizontal, those with the least missing first."""
    pegawai, p = _ambil(request, nip)
    opd = sorted(((str(u.id), u.nama) for u in request.acuan.unit.values() if u.jenis == "opd"), key=lambda o: o[1])
    form = ringkaskan(SaringJenjang(request.GET, opd=opd))
    pilih = form.cleaned_data if form.is_valid() else {}
    di = request.acuan.unit.get(int(pilih.get("opd") or p.opd_id or 0))
    semua = pola.tujuan(p, request.acuan, request.hari_ini, opd_id=di.id if di else None)
    daftar = [t for t in semua if not pilih.get("arah") or t.arah == pilih["arah"]]
    if pilih.get("lowong"):
        daftar = [t for t in daftar if t.sasaran.lowong]
    potongan = potong(request, daftar)
    unit = request.acuan.unit
    for t in potongan:
        nama = "jenjang_detail" if nip else "jenjang_saya_detail"
        t.url = reverse(f"karier:{nama}", args=[nip, t.sasaran.id] if nip else [t.sasaran.id])
        t.unit = unit[t.sasaran.unit_id].nama if t.sasaran.unit_id in unit else ""
    isi = {
        "pegawai": pegawai, "kini": pegawai.kini, "saya": pegawai.pk == request.hak.pegawai_id, "p": p,
        "form": form, "potongan": potongan, "banyak": len(semua), "di": di.nama if di else "", "kotak": _kotak(request, pegawai),
    }  # fmt: skip
    return render(request, "karier/jenjang_list.html", isi)


def _kotak(request, pegawai):
    """His own box with its treatment, where the office lets people see it; else None."""
    terbuka = request.acuan.setelan("talenta_terbuka_bagi_diri", request.hari_ini)
    if not terbuka or pegawai.pk != request.hak.pegawai_id:
        return None
    baris = BarisTalenta.objects.filter(pegawai=pegawai).select_related("potret").order_by("-potret__tahun").first()
    return baris and {"baris": baris, "perlakuan": PERLAKUAN.get(baris.kotak, "")}


@akses.masuk
@require_safe
def jenjang_detail(request, pk, nip=None):
    """One post for one person: every condition with its article, met and missing."""
    pegawai, p = _ambil(request, nip)
    jabatan = get_object_or_404(Jabatan.objects.select_related("eselon"), pk=pk)
    (t,) = pola.tujuan(p, request.acuan, request.hari_ini, [jabatan])
    boleh = request.hak.boleh_bagian(pegawai.pk, "hukuman")
    unit = request.acuan.unit.get(jabatan.unit_id)
    isi = {
        "pegawai": pegawai, "kini": pegawai.kini, "saya": pegawai.pk == request.hak.pegawai_id, "t": t,
        "unit": unit.nama if unit else "", "nip": nip,
        "hasil": [(s, h, boleh or not s.rahasia) for s, h in t.hasil],
    }  # fmt: skip
    return render(request, "karier/jenjang_detail.html", isi)
